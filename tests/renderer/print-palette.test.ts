import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { comparedStroke } from '../../src/renderer/charts/compared-marks'

const sheet = readFileSync(
  join(import.meta.dirname, '..', '..', 'src', 'renderer', 'styles', 'tokens.css'),
  'utf8',
)
const declared = (selector: string): Map<string, string> => {
  const block = sheet.split(`${selector} {`)[1]?.split('}')[0] ?? ''
  return new Map(
    [...block.matchAll(/--([\w-]+): (.*?);/g)].map(([, name = '', is = '']) => [name, is]),
  )
}
const root = declared(':root')
const print = declared('[data-theme="print"]')

/** CIE lightness, 0 for black and 100 for white, of a grey as `#rrggbb`. */
function lightness(name: string): number {
  const hex = print.get(name) ?? ''
  const [red, green, blue] = [1, 3, 5].map((at) => hex.slice(at, at + 2))
  expect(hex, name).toMatch(/^#[0-9a-f]{6}$/)
  expect([green, blue], name).toEqual([red, red])
  const channel = Number.parseInt(red ?? '', 16) / 255
  const light = channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  return light <= 216 / 24389 ? (light * 24389) / 27 : 116 * Math.cbrt(light) - 16
}

const closest = (names: readonly string[]): number => {
  const sorted = names.map(lightness).sort((a, b) => a - b)
  return Math.min(...sorted.slice(1).map((each, index) => each - (sorted[index] ?? 0)))
}
const five = (name: string, count = 5) => Array.from({ length: count }, (_, at) => `${name}-${at}`)

describe('the palette for print', () => {
  it('is of greys, and says every colour anew that the themes of the screen say', () => {
    const colours = [...root.keys()].filter((name) => name !== 'font')
    expect([...print.keys()].sort()).toEqual(colours.sort())
    for (const name of colours) if (name !== 'gridline-over') lightness(name)
    expect(print.get('gridline-over')).toMatch(/^rgb\(255 255 255/)
  })

  it('darkens the ladder from rung to rung, each step plain to see', () => {
    const rungs = five('ladder').map(lightness)
    expect(rungs).toEqual(rungs.toSorted((a, b) => b - a))
    expect(closest(five('ladder'))).toBeGreaterThan(15)
    expect(rungs[0]).toBeLessThan(97)
  })

  it('writes on every rung so that it is read', () => {
    for (const [rung, name] of five('ladder').entries()) {
      expect(Math.abs(lightness(name) - lightness(`on-ladder-${rung}`)), name).toBeGreaterThan(50)
    }
  })

  it.each([
    ['bars up, down, of the article and of the scenario', ['up', 'down', 'article', 'accent'], 15],
    ['bands and the line on them', ['band-outer', 'band-inner', 'accent', 'surface'], 10],
    ['shares alone and in all', ['accent', 'band-inner'], 60],
    ['the article’s range and the forecast on it', ['article-soft', 'accent', 'surface'], 14],
    ['a prior, its middle and the posterior', ['article-soft', 'article', 'accent'], 30],
    ['spans, faint marks and full ones', ['band-inner', 'track', 'accent'], 13],
    ['texts, from plain to quiet', ['text', 'text-plain', 'text-quiet'], 12],
  ])('tells apart %s', (_what, names, least) => {
    expect(closest(names)).toBeGreaterThan(least)
  })

  it('tells the lines compared apart by shade, and by their dashes where shades do not', () => {
    expect(closest(five('compare', 6))).toBeGreaterThan(11)
    expect(Math.max(...five('compare', 6).map(lightness))).toBeLessThan(62)
    const dashes = five('compare', 6).map((_, colour) => comparedStroke(colour).strokeDasharray)
    expect(new Set(dashes).size).toBe(6)
  })
})

describe('the themes of the screen', () => {
  it('say every colour once, light and dark together', () => {
    expect(sheet.match(/--ladder-2:/g)).toHaveLength(2)
    expect(root.get('ladder-2')).toMatch(/^light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\)$/)
    expect(sheet).toContain('[data-theme="dark"] {\n  color-scheme: dark;')
  })
})
