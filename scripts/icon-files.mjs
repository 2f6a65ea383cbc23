/** The files in which Windows and macOS keep one icon at several sizes; both may hold PNG pictures. */

const ICO_HEAD = 6
const ICO_ENTRY = 16
/** A size is one byte in an .ico, where 0 stands for 256; there are none larger. */
const LARGEST_OF_ICO = 256

/** @param pictures PNG pictures by their side in pixels */
export function icoOf(pictures) {
  const held = [...pictures].filter(([size]) => size <= LARGEST_OF_ICO)
  const head = Buffer.alloc(ICO_HEAD + ICO_ENTRY * held.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(held.length, 4)
  let offset = head.length
  for (const [index, [size, png]] of held.entries()) {
    const entry = ICO_HEAD + ICO_ENTRY * index
    head.writeUInt8(size % LARGEST_OF_ICO, entry)
    head.writeUInt8(size % LARGEST_OF_ICO, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...held.map(([, png]) => png)])
}

/** The names of PNG pictures in an .icns, by pixels: for plain screens, and for those of twice the density. */
const ICNS_TYPES = [
  [16, 'icp4'],
  [32, 'icp5'],
  [32, 'ic11'],
  [64, 'ic12'],
  [128, 'ic07'],
  [256, 'ic08'],
  [256, 'ic13'],
  [512, 'ic09'],
  [512, 'ic14'],
]

/** @param pictures PNG pictures by their side in pixels */
export function icnsOf(pictures) {
  const parts = ICNS_TYPES.flatMap(([size, type]) => {
    const png = pictures.get(size)
    return png ? [icnsPart(type, png)] : []
  })
  return icnsPart('icns', Buffer.concat(parts))
}

function icnsPart(type, content) {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32BE(head.length + content.length, 4)
  return Buffer.concat([head, content])
}
