import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { numbersTable } from '../../src/briefing/numbers-table'
import { writeXlsx } from '../../src/briefing/xlsx'
import { packWorkbook } from '../../src/briefing/xlsx/package'
import { cellText, sheetName } from '../../src/briefing/xlsx/sheet'
import type { Scenario } from '../../src/forecast/scenario'
import { bundledScenario } from '../bundled'
import { type Briefed, briefed } from './briefed'
import { extremeScenario } from './extremes'
import { convert, lacks, readText, workFolder } from './other-programs'

/** All sheets, numbers in full, what formulas come to and not the formulas. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1'

/** `98.7%` is a number in the format of a percentage. */
const numberOf = (written = ''): number =>
  written.endsWith('%') ? Number(written.slice(0, -1)) / 100 : Number(written)

function readRows(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, text, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1)?.push((text ?? bare ?? '').replaceAll('""', '"'))
    if (end === '\n') rows.push([])
  }
  return rows
}

const strike = bundledScenario('iran-azerbaijan-2023-strike-from-azerbaijan.brink')
const FORMULAS = ['=1+1', '+1+1', '-1+1', '@SUM(1,1)', '=HYPERLINK("http://x.example")']

const hostile = (): Scenario => ({
  ...strike,
  title: '=cmd|"/c calc"!A1',
  case: {
    ...strike.case,
    drivers: strike.case.drivers.map((driver, index) => ({
      ...driver,
      label: FORMULAS[index] ?? driver.label,
    })),
    evidence: strike.case.evidence.map((item, index) => ({
      ...item,
      summary:
        ['_x0041_ stays', '<b>&amp;</b> "q"', 'שלום \u202eright', '🕊️ 𝔐 \u0001\u000bend'][index] ??
        item.summary,
    })),
  },
})

describe.skipIf(lacks('soffice') !== '')(
  `a workbook read by LibreOffice ${lacks('soffice')}`,
  () => {
    const folder = workFolder()
    const sheets = async (of: Briefed, name: string) => {
      const bytes = writeXlsx(of.content, numbersTable(of.scenario, of.run))
      const files = convert(folder, `${name}.xlsx`, bytes, CSV)
      const read = (sheet: string) =>
        readRows(readText(files.find((file) => file.endsWith(`-${sheet}.csv`)) ?? ''))
      return { read, names: files.map((file) => /-(\w+)\.csv$/.exec(file)?.[1]).sort() }
    }
    let of: Briefed
    let book: Awaited<ReturnType<typeof sheets>>
    beforeAll(async () => {
      of = await briefed(strike, true)
      book = await sheets(of, 'strike')
    }, 240_000)

    it('has its five sheets', () => {
      expect(book.names).toEqual(['Drivers', 'Evidence', 'Forecast', 'Numbers', 'Provenance'])
    })

    it('holds every number of the forecast to ten digits', () => {
      const [head, ...rows] = book.read('Numbers').filter((row) => row.length > 1)
      const mean = head?.indexOf('mean') ?? -1
      const error = head?.indexOf('standard_error') ?? -1
      const of12 = (kind: string, id: string) =>
        rows.find((row) => row[0] === kind && row[1] === id && row[3] === '12')
      const { run } = of
      const all = [
        ...run.rungs.map((series) => ['rung', series] as const),
        ...run.reach.map((series) => ['reach', series] as const),
        ...run.atOrAbove.map((series) => ['at-or-above', series] as const),
        ...run.responses.map((series) => ['response', series] as const),
        ...run.conclusion.map((series) => ['claim', series] as const),
        ['severity', run.severity] as const,
      ]
      expect(rows).toHaveLength(all.length * run.months.length)
      for (const [kind, series] of all) {
        const row = of12(kind, series.id)
        for (const [at, values] of [
          [mean, series.mean],
          [mean + 1, series.p05],
          [mean + 5, series.p95],
          [error, series.standardError],
        ] as const) {
          const [read, own] = [numberOf(row?.[at]), values[12] ?? Number.NaN]
          expect(Math.abs(read - own)).toBeLessThanOrEqual(Math.abs(own) * 1e-10)
        }
        expect(row?.[4]).toBe('2024-05')
      }
    })

    it('says the headline and every claim as the other documents do', () => {
      const cells = book.read('Forecast').flat()
      const { headline, conclusion } = of.content
      expect(cells).toContain(`${headline.claim} ${headline.band}`)
      for (const { statement, saysVerdict, called, figures } of conclusion.claims) {
        const row = book.read('Forecast').find(([first]) => first === statement)
        expect(row).toContain(saysVerdict)
        expect(row).toContain(called)
        expect(numberOf(row?.[4])).toBeCloseTo(figures.mean, 12)
      }
    })

    it('holds the whole sum of the scenario’s file', () => {
      const row = book.read('Provenance').find(([name]) => name?.startsWith('SHA-256'))
      expect(row?.[1]).toMatch(/^[0-9a-f]{64}$/)
    })

    it('evaluates no text, and shows every character that there is', async () => {
      const own = await sheets(await briefed(hostile()), 'hostile')
      expect(
        own
          .read('Drivers')
          .slice(1, FORMULAS.length + 1)
          .map(([label]) => label),
      ).toEqual(FORMULAS)
      expect(own.read('Provenance')[1]?.[1]).toBe('=cmd|"/c calc"!A1')
      const summaries = own.read('Evidence').map((row) => row[2])
      for (const kept of ['_x0041_ stays', '<b>&amp;</b> "q"', 'שלום \u202eright', '🕊️ 𝔐 end']) {
        expect(summaries).toContain(kept)
      }
    }, 120_000)

    it('bears as much as a case can hold', async () => {
      const extreme = await briefed(extremeScenario())
      const own = await sheets(extreme, 'extreme')
      expect(own.read('Drivers').filter(([label]) => label !== '')).toHaveLength(31)
      // Rungs, their reaching, responses, severity and claims, in 121 months, and a head.
      expect(own.read('Numbers').filter((row) => row.length > 1)).toHaveLength(
        (12 + 12 + 24 + 1 + 24) * 121 + 1,
      )
    }, 240_000)
  },
)

describe('a cell and a sheet', () => {
  it('are cut to what they may be, with a mark', () => {
    const cut = cellText(`${'a'.repeat(32_765)}🕊️${'b'.repeat(10)}`)
    expect(cut).toBe(`${'a'.repeat(32_765)}…`)
    expect(cellText('a'.repeat(32_767))).toHaveLength(32_767)
    expect(sheetName("'a/b[c]:d*?\\'")).toBe('a b c  d')
    expect(sheetName('x'.repeat(40))).toHaveLength(31)
    expect(sheetName('')).toBe('Sheet')
  })

  it('repeat their frozen heads when printed, and set points as points', async () => {
    const of = await briefed(strike, true)
    const parts = unzipSync(writeXlsx(of.content, numbersTable(of.scenario, of.run)))
    const xml = (path: string): string => strFromU8(parts[path] ?? new Uint8Array())
    expect(xml('xl/workbook.xml')).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="1">\'Numbers\'!$1:$1</definedName>',
    )
    const [first] = of.content.why?.contributions ?? []
    const points = Number(((first?.contribution ?? Number.NaN) * 100).toFixed(10))
    const style = new RegExp(` s="(\\d+)"><v>${points}</v>`).exec(xml('xl/worksheets/sheet1.xml'))
    const formats = xml('xl/styles.xml')
      .split('<cellXfs')[1]
      ?.match(/<xf [^>]*>/g)
    const format = /numFmtId="(\d+)"/.exec(formats?.[Number(style?.[1])] ?? '')?.[1]
    expect(xml('xl/styles.xml')).toContain(
      `numFmtId="${format}" formatCode="+0.0&quot; points&quot;;`,
    )
  })

  it('are marked as text where an edit would make a formula', () => {
    const rows = [[{ value: '=1+1', style: 'text' as const }]]
    const bytes = packWorkbook([{ name: 'A', widths: [10], rows }], {
      title: 'x',
      createdAt: '2026-11-28T18:06:30.000Z',
    })
    const parts = unzipSync(bytes)
    const style = Number(
      /r="A1" s="(\d+)" t="inlineStr"/.exec(
        strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array()),
      )?.[1],
    )
    const formats = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())
      .split('<cellXfs')[1]
      ?.match(/<xf [^>]*>/g)
    expect(formats?.[style]).toContain('quotePrefix="1"')
  })
})
