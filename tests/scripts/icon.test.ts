import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { missingTools } from '../../scripts/test-tools.mjs'

const folder = join(import.meta.dirname, '..', '..', 'build', 'icon')
const at = (name: string): string => join(folder, name)
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512]
const png = (size: number): string => `${size}x${size}.png`

const lacksMagick = missingTools(process.env.PATH).some(({ command }) =>
  ['identify', 'compare'].includes(command),
)

/** By ImageMagick, which shares no code with what wrote them. */
const sizesIn = (name: string): string[] =>
  spawnSync('identify', ['-format', '%m %w %h\n', at(name)], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n')

/** How many pixels of two pictures differ. */
const differing = (one: string, other: string): number => {
  const { stderr } = spawnSync('compare', ['-metric', 'AE', at(one), at(other), 'null:'], {
    encoding: 'utf8',
  })
  return stderr.trim() === '' ? Number.NaN : Number(stderr)
}

/** Apple's names for PNG pictures in an icon, with the side in pixels that each stands for. */
const APPLE: Readonly<Record<string, number>> = {
  icp4: 16,
  icp5: 32,
  ic07: 128,
  ic08: 256,
  ic09: 512,
  ic11: 32,
  ic12: 64,
  ic13: 256,
  ic14: 512,
}

describe.skipIf(lacksMagick)('the icon (skipped where ImageMagick is missing)', () => {
  it.each(SIZES)('is a picture of %i pixels where its name says so', (size) => {
    expect(sizesIn(png(size))).toEqual([`PNG ${size} ${size}`])
  })

  it('holds in its .ico the same pictures up to 256 pixels', () => {
    const held = SIZES.filter((size) => size <= 256)
    expect(sizesIn('brink.ico')).toEqual(held.map((size) => `PNG ${size} ${size}`))
    for (const [index, size] of held.entries()) {
      expect([size, differing(`brink.ico[${index}]`, png(size))]).toEqual([size, 0])
    }
  })

  it('is the drawing, as another renderer draws it', () => {
    const args = ['-metric', 'RMSE', '-background', 'none', at('brink.svg'), at(png(512)), 'null:']
    const { stderr } = spawnSync('compare', args, { encoding: 'utf8' })
    // In shares of white; the two differ in how they soften the round corners alone.
    const share = Number(/\(([\d.e-]+)\)/.exec(stderr)?.[1])
    expect(share).toBeLessThan(0.005)
  })

  it('differs from one size to the next, so that the comparison above can fail', () => {
    expect(differing('16x16.png', '24x24.png')).not.toBe(0)
  })
})

describe('the icon of macOS', () => {
  const bytes = readFileSync(at('brink.icns'))

  it('is a whole chain of parts, each a picture of the size its name stands for', () => {
    expect(bytes.toString('latin1', 0, 4)).toBe('icns')
    expect(bytes.readUInt32BE(4)).toBe(bytes.length)
    const found: string[] = []
    let offset = 8
    while (offset < bytes.length) {
      const name = bytes.toString('latin1', offset, offset + 4)
      const length = bytes.readUInt32BE(offset + 4)
      const content = bytes.subarray(offset + 8, offset + length)
      const size = APPLE[name] ?? 0
      expect(content.equals(readFileSync(at(png(size))))).toBe(true)
      found.push(name)
      offset += length
    }
    expect(offset).toBe(bytes.length)
    expect(found.sort()).toEqual(Object.keys(APPLE).sort())
  })
})

describe('the drawing', () => {
  it('holds nothing but shapes on a grid of sixteen, so that it is sharp when small', () => {
    const svg = readFileSync(at('brink.svg'), 'utf8')
    const tags = [...svg.matchAll(/<([a-z]+)/g)].map(([, tag]) => tag)
    expect(new Set(tags)).toEqual(new Set(['svg', 'title', 'path']))
    const [, ...shapes] = [...svg.matchAll(/ d="([^"]+)"/g)].map(([, path]) => path ?? '')
    for (const path of shapes) expect(path).toMatch(/^[MHVLZ0-9 ]+$/)
  })
})
