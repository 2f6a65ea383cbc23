import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { LADDER_RAMP, rungHex } from '../../src/briefing/look'
import { writePptx } from '../../src/briefing/pptx'
import { barAxis } from '../../src/briefing/pptx/charts'
import { stepsShown } from '../../src/briefing/pptx/why'
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

describe('the bars of what drivers add', () => {
  it('fold what is small into one line that adds up', () => {
    const step = (label: string, contribution: number) => ({ label, contribution })
    const large = step('a', 0.05)
    const others = (...rest: number[]) =>
      stepsShown([large, ...rest.map((value, at) => step(`s${at}`, value))]).slice(1)
    expect(others(0.0009, -0.0007)).toEqual([
      { label: '2 others, together under 0.1 points', contribution: expect.closeTo(0.0002, 12) },
    ])
    expect(others(0.0009, 0.0009)).toEqual([
      { label: '2 others, each under 0.1 points', contribution: expect.closeTo(0.0018, 12) },
    ])
    expect(others(0.0009)).toEqual([step('s0', 0.0009)])
    expect(others(...Array.from({ length: 13 }, () => 0.01)).at(-1)).toEqual({
      label: '3 others',
      contribution: expect.closeTo(0.03, 12),
    })
  })

  it('have an axis with 0 on it and five marks at most', () => {
    expect(barAxis([9.5, 0.1])).toEqual({ least: 0, most: 10, step: 5 })
    expect(barAxis([-3, 4])).toEqual({ least: -4, most: 4, step: 2 })
    expect(barAxis([-0.5])).toEqual({ least: -0.6, most: 0, step: 0.2 })
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
  }, 60_000)

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
    const [below = [], ...others] = seriesOf(parts, 2)
    expect(below).toEqual(shown?.p05)
    expect(others.slice(3)).toEqual([article, shown?.mean])
    // The areas stand upon one another, so that their tops are the limits of the band.
    let tops = below
    for (const [at, limits] of [shown?.p25, shown?.p75, shown?.p95].entries()) {
      tops = tops.map((top, month) => top + (others[at]?.[month] ?? Number.NaN))
      for (const [month, top] of tops.entries()) {
        expect(top).toBeCloseTo(limits?.[month] ?? Number.NaN, 14)
      }
    }
    const { contributions = [], forecast = 0, article: from = 0 } = of.content.why ?? {}
    const bars = seriesOf(parts, 3)[0]?.toReversed() ?? []
    const large = contributions.filter(({ contribution }) => Math.abs(contribution) >= 0.001)
    expect(bars.slice(0, large.length)).toEqual(large.map(({ contribution }) => contribution * 100))
    // What is folded into one bar still adds up to the whole difference.
    const sum = bars.reduce((all, points) => all + points, 0)
    expect(sum).toBeCloseTo((forecast - from) * 100, 8)
    expect(named(parts, CHART)).toHaveLength(3)
  })

  it.skipIf(lacks('xmllint') !== '')(
    `has one title on every slide, for outlines and those who hear it ${lacks('xmllint')}`,
    () => {
      const holder = '//*[local-name()="ph"][@type="title"]'
      const title = `${holder}/ancestor::*[local-name()="sp"]`
      const paths = named(parts, SLIDE).sort((a, b) => numberIn(a) - numberIn(b))
      const titles = paths.map((path) => {
        const slide = part(parts, path)
        expect(xpath(folder, slide, `count(${holder})`).trim()).toBe('1')
        return flat(xpath(folder, slide, `string(${title})`).trim())
      })
      expect(titles.slice(0, 4)).toEqual([
        'A strike on Iran from Azerbaijani soil',
        'Likeliest in May 2024: Diplomatic retaliation (45 %)',
        '31 % within 12 months; 2 % with the article’s drivers',
        '5 of 5 claims agree with the forecast',
      ])
      expect(titles).toContain('Method and sources')
      expect(new Set(titles).size).toBe(titles.length)
      for (const layout of named(parts, /^ppt\/slideLayouts\/slideLayout\d+\.xml$/)) {
        expect(xpath(folder, part(parts, layout), `count(${holder})`).trim()).toBe('1')
      }
    },
  )

  it('draws the range, the band and the forecast of each claim to scale', () => {
    const slide = named(parts, SLIDE)
      .map((path) => strFromU8(part(parts, path)))
      .find((xml) => xml.includes('Judgment band: '))
    const span = (name: string): [left: number, width: number] => {
      const own = new RegExp(`name="${name}"[^]*?<a:off x="(\\d+)"[^]*?<a:ext cx="(\\d+)"`)
      const [, left, width] = own.exec(slide ?? '') ?? []
      return [Number(left), Number(width)]
    }
    for (const { id, range, figures } of of.content.conclusion.claims) {
      const [zero, whole] = span(`0 to 100 %: ${id}`)
      const marks = [
        [`The article’s range: ${id}`, ...range],
        [`Judgment band: ${id}`, figures.p05, figures.p95],
      ] as const
      for (const [name, low, high] of marks) {
        const [left, width] = span(name)
        expect((left - zero) / whole).toBeCloseTo(low, 4)
        expect(width / whole).toBeCloseTo(high - low, 4)
      }
      const [left, width] = span(`Forecast: ${id}`)
      expect((left + width / 2 - zero) / whole).toBeCloseTo(figures.mean, 4)
    }
  })

  it('numbers every thing on a slide once, and says the sum of the file on one slide only', () => {
    const slides = named(parts, SLIDE).map((path) => strFromU8(part(parts, path)))
    for (const xml of slides) {
      const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const [, size] of xml.matchAll(/ sz="(\d+)"/g)) {
        expect(Number(size)).toBeGreaterThanOrEqual(1000)
      }
    }
    expect(slides.filter((xml) => /[0-9a-f]{12}…|[0-9a-f]{64}/.test(xml))).toHaveLength(1)
  })

  it('says where nothing differs, without slides on what differs', async () => {
    const same = await briefed(bundledScenario('mount-spurr-2025-baseline.brink'), true)
    const own = unzipSync(await writePptx(same.content))
    const slides = named(own, SLIDE).map((path) => flat(strFromU8(part(own, path))))
    const all = slides.join('')
    expect(all).toContain('All 5 drivers stand where the article has them.')
    expect(all).toContain('1 of 4 claims agree with the forecast')
    expect(all).toContain('28 % within 6 months, as with the article’s drivers')
    expect(all).not.toContain('Drivers: what differs')
    expect(all).not.toContain('Why it differs')
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
      const slides = named(parts, SLIDE)
        .map((path) => strFromU8(part(parts, path)))
        .join('')
      expect(text).toContain(flat(`${of.content.headline.claim} ${of.content.headline.band}`))
      for (const { statement, saysForecast, saysBand, saysVerdict } of of.content.conclusion
        .claims) {
        // Over two lines, its words stand between those of the columns beside it.
        expect(slides).toContain(`<a:t>${statement}</a:t>`)
        for (const word of statement.split(' ')) expect(text).toContain(word)
        expect(text).toMatch(new RegExp(`${flat(saysForecast)} ${flat(saysBand)}`))
        expect(text).toContain(saysVerdict)
      }
      expect(text).toMatch(/[0-9a-f]{64}/)
      for (const said of [
        'Likeliest in May 2024: Diplomatic retaliation (45 %)',
        '31 % within 12 months; 2 % with the article’s drivers',
        'Nine in ten draws lie within 1–84 %',
        '5 of 5 claims agree with the forecast',
        '4 within the wording; 1 agrees, more firmly',
        'Annex: evidence (1 of 3)',
        '4,096 draws, seed 1; 28 November 2026, 18:06 UTC',
      ]) {
        expect(text).toContain(said)
      }
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
