import { describe, expect, it } from 'vitest'
import { CHART_WIDTH } from '../../src/renderer/features/export/chart-export'
import { layOutPicture } from '../../src/renderer/features/export/picture-layout'
import {
  centimetres,
  DEFAULT_OPTIONS,
  pngMeasure,
} from '../../src/renderer/features/export/picture-options'

const words = {
  title: 'Where it stands, by month',
  subtitle: 'Chance of each rung.',
  source: ['Scenario: one.', 'Held against: another.'],
}
const body = { width: CHART_WIDTH, height: 380 }
const all = { hasTitle: true, hasLegend: true, hasSource: true }
const lay = (options: Partial<typeof all>, changed: Partial<typeof words> = {}, size = body) =>
  layOutPicture({ ...words, ...changed }, size, { ...all, ...options })

describe('a picture', () => {
  it('has title, sentence, chart and two lines of source one below the other', () => {
    const { title, subtitle, source, body: top, ...size } = lay({})
    expect(title).toEqual([{ text: words.title, y: 40 }])
    expect(subtitle).toEqual([{ text: words.subtitle, y: 64 }])
    expect(top).toBe(84)
    expect(source.map(({ y }) => y)).toEqual([84 + 380 + 34, 84 + 380 + 34 + 16])
    expect(size).toEqual({ width: 960, height: 538 })
  })

  it.each([
    ['the title', { hasTitle: false }, 538 - 29],
    ['the legend', { hasLegend: false }, 538 - 24],
    ['the source', { hasSource: false }, 538 - 50],
    ['title and legend', { hasTitle: false, hasLegend: false }, 538 - 60],
    ['everything', { hasTitle: false, hasLegend: false, hasSource: false }, 24 + 380 + 24],
  ])('is lower without %s', (_what, without, height) => {
    expect(lay(without).height).toBe(height)
  })

  it('is as wide as its chart, and its words then take more lines', () => {
    const title = 'A direct military confrontation within twelve months: about one in ten'
    const narrow = lay({}, { title }, { width: 500, height: 380 })
    expect(narrow.width).toBe(564)
    expect(narrow.title.map(({ y }) => y)).toEqual([40, 67])
    expect(narrow.body).toBe(lay({}).body + 27)
    expect(narrow.title.map(({ text }) => text).join(' ')).toBe(title)
  })

  it('keeps a text that turns the direction apart in each of its lines', () => {
    const turned = `\u2068${'\u202eabc '.repeat(60)}\u2069 after`
    const { source } = lay({}, { source: [turned] })
    expect(source.length).toBeGreaterThan(1)
    for (const { text } of source) {
      const opened = text.split('\u2068').length
      expect(text.split('\u2069').length, text).toBe(opened)
    }
    expect(source[1]?.text.startsWith('\u2068')).toBe(true)
  })
})

describe('the size of a PNG', () => {
  it('is so many times the picture’s own, placed as large as the picture', () => {
    expect(pngMeasure(DEFAULT_OPTIONS.png, 960)).toEqual({ scale: 2, pixelsPerInch: 192 })
    expect(pngMeasure({ kind: 'times', times: 4 }, 500)).toEqual({ scale: 4, pixelsPerInch: 384 })
    expect(centimetres(1920, 192)).toBe(25.4)
  })

  it('is a width on paper at 300 pixels to the inch', () => {
    const { scale, pixelsPerInch } = pngMeasure({ kind: 'wide', centimetres: 16 }, 960)
    // 16 / 2.54 · 300 = 1889.76
    expect(Math.round(960 * scale)).toBe(1890)
    expect(pixelsPerInch).toBe(300)
    expect(centimetres(1890, pixelsPerInch)).toBeCloseTo(16, 2)
  })
})
