import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { LADDER_RAMP, rungHex } from '../../src/briefing/look'
import { writePptx } from '../../src/briefing/pptx'
import { bundledScenario } from '../bundled'
import { type Briefed, briefed } from './briefed'
import { extremeScenario } from './extremes'
import {
  convert,
  lacks,
  pagesOfPdf,
  readText,
  textOfPdf,
  wordsOfPdf,
  workFolder,
  xpath,
} from './other-programs'

const strike = bundledScenario('iran-azerbaijan-2023-strike-from-azerbaijan.brink')
const folder = workFolder()

type Parts = Readonly<Record<string, Uint8Array>>
const part = (parts: Parts, path: string): Uint8Array => {
  const found = parts[path]
  if (!found) throw new Error(`no ${path}`)
  return found
}
const named = (parts: Parts, pattern: RegExp): string[] =>
  Object.keys(parts).filter((path) => pattern.test(path))
const SLIDE = /^ppt\/slides\/slide\d+\.xml$/
const NOTES = /^ppt\/notesSlides\/notesSlide\d+\.xml$/
const CHART = /^ppt\/charts\/chart\d+\.xml$/

const numberIn = (path: string): number => Number(/\d+/.exec(path)?.[0])

/** The values of the series of the deck's first, second, … chart, in its own order. */
function seriesOf(parts: Parts, chart: number): number[][] {
  const paths = named(parts, CHART).sort((a, b) => numberIn(a) - numberIn(b))
  const xml = part(parts, paths[chart - 1] ?? '')
  const local = (name: string): string => `*[local-name()="${name}"]`
  const count = Number(xpath(folder, xml, `count(//${local('ser')})`))
  return Array.from({ length: count }, (_, index) =>
    xpath(folder, xml, `(//${local('ser')})[${index + 1}]/${local('val')}//${local('v')}/text()`)
      .trim()
      .split(/\s+/)
      .map(Number),
  )
}

/** Texts with the narrow spaces and breaks of lines taken for plain spaces. */
const flat = (text: string): string => text.replace(/[\s\u202f]+/g, ' ')

describe('the colours of a ladder', () => {
  it('are those of the screen, and mixed between them', () => {
    const css = readText('src/renderer/styles/tokens.css')
    const tokens = [...css.matchAll(/--ladder-\d: light-dark\(#([0-9a-f]{6})/g)].slice(0, 5)
    expect(LADDER_RAMP).toEqual(tokens.map(([, colour]) => colour?.toUpperCase()))
    expect([0, 1, 2, 3, 4].map((rung) => rungHex(rung, 5))).toEqual([...LADDER_RAMP])
    // Half of DB and A9, of E7 and C9, of EC and D8.
    expect(rungHex(1, 9)).toBe('C2D8E2')
  })
})

describe('a deck', () => {
  let of: Briefed
  let bytes: Uint8Array
  let parts: Parts
  beforeAll(async () => {
    of = await briefed(strike, true)
    bytes = await writePptx(of.content)
    parts = unzipSync(bytes)
  })

  it('has notes on every slide, with the figures in words', () => {
    expect(named(parts, NOTES)).toHaveLength(named(parts, SLIDE).length)
    const notes = named(parts, NOTES).map((path) => strFromU8(part(parts, path)))
    for (const { statement, saysForecast } of of.content.conclusion.claims) {
      expect(notes.some((text) => text.includes(statement) && text.includes(saysForecast))).toBe(
        true,
      )
    }
    expect(notes.every((text) => /<a:t>[^<]{3,}<\/a:t>/.test(text))).toBe(true)
    expect(notes.some((text) => /<a:t>[^<]*\n/.test(text))).toBe(false)
  })

  it('says in words what every chart shows', () => {
    const charts = named(parts, SLIDE).flatMap((path) => [
      ...strFromU8(part(parts, path)).matchAll(/<p:cNvPr [^>]*descr="([^"]*)"\/>/g),
    ])
    expect(charts).toHaveLength(named(parts, CHART).length)
    for (const [, description] of charts) expect(description?.length).toBeGreaterThan(40)
  })

  it.skipIf(lacks('xmllint') !== '')(`is well-formed throughout ${lacks('xmllint')}`, () => {
    for (const path of named(parts, /\.(xml|rels)$/)) {
      expect(xpath(folder, part(parts, path), 'count(/*)').trim()).toBe('1')
    }
  })

  it.skipIf(lacks('xmllint') !== '')(`charts the very numbers ${lacks('xmllint')}`, () => {
    const { run } = of
    const shown = run.reach.at(-1)
    const article = of.content.charts.event?.article
    expect(seriesOf(parts, 1)).toEqual(run.rungs.map(({ mean }) => mean))
    expect(seriesOf(parts, 2)).toEqual([
      shown?.p95,
      shown?.p05,
      shown?.p75,
      shown?.p25,
      article,
      shown?.mean,
    ])
    const forecasts = run.conclusion.map(({ mean }) => mean.at(-1))
    expect(seriesOf(parts, 3).at(-1)?.toReversed()).toEqual(forecasts)
    const intensities = strike.case.drivers.map(
      ({ id }) => (strike.judgment.drivers[id]?.intensity.mode ?? 0) * 100,
    )
    expect(seriesOf(parts, 5).at(-1)?.toReversed()).toEqual(
      intensities.map((value) => Number(value.toFixed(10))),
    )
  })

  it.skipIf(lacks('soffice') !== '')(
    `holds the very numbers, each 0 too, where a chart is edited ${lacks('soffice')}`,
    () => {
      const [chart = ''] = named(parts, CHART).sort((a, b) => numberIn(a) - numberIn(b))
      const book = `ppt/embeddings/Microsoft_Excel_Worksheet${numberIn(chart)}.xlsx`
      const [csv = ''] = convert(folder, 'chart.xlsx', part(parts, book), 'csv')
      const [head, ...rows] = readText(csv).trim().split('\n')
      expect(head).toBe(`,${strike.case.ladder.map(({ label }) => label).join(',')}`)
      const { months, rungs } = of.content.charts
      expect(rows.map((row) => row.split(',')[0])).toEqual(months.map(({ label }) => label))
      for (const [month, row] of rows.entries()) {
        for (const [rung, { mean }] of rungs.entries()) {
          expect(row.split(',')[rung + 1]).not.toBe('')
          expect(Number(row.split(',')[rung + 1])).toBeCloseTo(mean[month] ?? Number.NaN, 8)
        }
      }
    },
    120_000,
  )

  it.skipIf(lacks('soffice', 'pdftotext') !== '')(
    `is shown by LibreOffice with the headline and every claim ${lacks('soffice', 'pdftotext')}`,
    () => {
      const [pdf = ''] = convert(folder, 'strike.pptx', bytes, 'pdf')
      expect(pagesOfPdf(pdf)).toBe(named(parts, SLIDE).length)
      const text = flat(textOfPdf(pdf))
      expect(text).toContain(flat(`${of.content.headline.claim} ${of.content.headline.band}`))
      for (const { statement, saysForecast, saysBand, saysVerdict } of of.content.conclusion
        .claims) {
        expect(text).toContain(statement)
        expect(text).toMatch(new RegExp(`${flat(saysForecast)} ${flat(saysBand)}`))
        expect(text).toContain(saysVerdict)
      }
      expect(text).toMatch(/[0-9a-f]{64}/)
    },
    240_000,
  )
})

describe.skipIf(lacks('soffice', 'pdftotext') !== '')(
  `the largest deck that there can be ${lacks('soffice', 'pdftotext')}`,
  () => {
    it('keeps every word on its slide and above the foot', async () => {
      const extreme = await briefed(extremeScenario(24), true)
      const bytes = await writePptx(extreme.content)
      const [pdf = ''] = convert(folder, 'extreme.pptx', bytes, 'pdf')
      expect(pagesOfPdf(pdf)).toBe(named(unzipSync(bytes), SLIDE).length)
      const words = wordsOfPdf(pdf)
      expect(words.length).toBeGreaterThan(1000)
      const [width, height] = [13.333 * 72, 7.5 * 72]
      const foot = 7.0 * 72
      for (const [left = 0, top = 0, right = 0, bottom = 0] of words) {
        expect(left).toBeGreaterThanOrEqual(0)
        expect(right).toBeLessThanOrEqual(width)
        expect(bottom).toBeLessThanOrEqual(height)
        // A word belongs to the foot or ends before it.
        expect(bottom <= foot || top >= foot).toBe(true)
      }
      const text = textOfPdf(pdf)
      for (const { id } of extreme.scenario.case.drivers) {
        expect(text).toContain(`Driver ${id.replace('driver-', '')}`)
      }
      for (const number of extreme.scenario.case.conclusion.keys()) {
        expect(text).toContain(`Claim ${number}`)
      }
    }, 240_000)
  },
)
