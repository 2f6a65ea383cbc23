const SIGNATURE_AND_HEADER = 8 + 25
const METRES_PER_INCH = 0.0254

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** The checksum of a PNG’s chunks, ISO 3309. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}

/** The chunk that says how large a PNG is to be placed. */
export function densityChunk(pixelsPerInch: number): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(21)
  const view = new DataView(chunk.buffer)
  const perMetre = Math.round(pixelsPerInch / METRES_PER_INCH)
  view.setUint32(0, 9)
  chunk.set(new TextEncoder().encode('pHYs'), 4)
  view.setUint32(8, perMetre)
  view.setUint32(12, perMetre)
  view.setUint8(16, 1)
  view.setUint32(17, checksum(chunk.subarray(4, 17)))
  return chunk
}

/** A PNG that is placed with so many pixels to an inch; it must not say of any density yet. */
export function withDensity(png: Uint8Array, pixelsPerInch: number): Uint8Array<ArrayBuffer> {
  const chunk = densityChunk(pixelsPerInch)
  const whole = new Uint8Array(png.length + chunk.length)
  whole.set(png.subarray(0, SIGNATURE_AND_HEADER))
  whole.set(chunk, SIGNATURE_AND_HEADER)
  whole.set(png.subarray(SIGNATURE_AND_HEADER), SIGNATURE_AND_HEADER + chunk.length)
  return whole
}
