import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { densityChunk, withDensity } from '../../src/renderer/features/export/png-density'

const chunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const header = chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex'))
const pixels = chunk('IDAT', deflateSync(Buffer.from([0, 255])))
const end = chunk('IEND', Buffer.alloc(0))

describe('the density of a PNG', () => {
  it.each([
    // Pixels to the metre: 96 / 0.0254 = 3779.5, 192 / 0.0254 = 7559.1, 300 / 0.0254 = 11811.0.
    [96, 3780],
    [192, 7559],
    [300, 11811],
  ])('of %i pixels to the inch is told per metre, with zlib’s checksum', (density, perMetre) => {
    const data = Buffer.alloc(9)
    data.writeUInt32BE(perMetre, 0)
    data.writeUInt32BE(perMetre, 4)
    data.writeUInt8(1, 8)
    expect(Buffer.from(densityChunk(density))).toEqual(chunk('pHYs', data))
  })

  it('stands after the header and before the pixels, with nothing else changed', () => {
    const png = Buffer.concat([SIGNATURE, header, pixels, end])
    const placed = Buffer.from(densityChunk(300))
    expect(Buffer.from(withDensity(png, 300))).toEqual(
      Buffer.concat([SIGNATURE, header, placed, pixels, end]),
    )
  })
})
