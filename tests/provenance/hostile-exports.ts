import { constants, crc32, deflateRawSync } from 'node:zlib'
import { readEmbedded } from '../../src/provenance/read-embedded'

/** A program of its own that reads exports made to do harm, one after another. */

/** What became of one of them. */
export interface Outcome {
  readonly name: string
  /** Of the processor, in milliseconds. */
  readonly ms: number
  /** The most that the process has held so far, in megabytes. */
  readonly peakMb: number
  readonly kind: string
}

// Each is made only when its turn has come, so that no two are in memory at once.

const MB = 1024 * 1024
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')
const repeated = (part: Buffer, times: number): Buffer => Buffer.alloc(part.length * times, part)

/** A megabyte of zeros in a thousandth of it, which can stand any number of times in a row. */
const PACKED_MB = deflateRawSync(Buffer.alloc(MB), {
  level: 9,
  finishFlush: constants.Z_FULL_FLUSH,
})
const LAST_BLOCK = Buffer.from([1, 0, 0, 0xff, 0xff])
const ZLIB = Buffer.from([0x78, 0xda])
const bare = (megabytes: number): Buffer =>
  Buffer.concat([repeated(PACKED_MB, megabytes), LAST_BLOCK])
const zlib = (megabytes: number): Buffer => Buffer.concat([ZLIB, bare(megabytes)])
/** Ends after a few bytes; what follows is none of it. */
const thenGarbage = (megabytes: number): Buffer =>
  Buffer.concat([
    deflateRawSync(bytes('{"format":"brink-export"')),
    Buffer.alloc(megabytes * MB, 0x55),
  ])
/** Blocks without end of which none brings forth anything. */
const empties = (megabytes: number): Buffer =>
  repeated(Buffer.from([0, 0, 0, 0xff, 0xff]), (megabytes * MB) / 5)
/** A block that says it holds more than there is, again and again. */
const unmet = (megabytes: number): Buffer =>
  Buffer.concat([Buffer.from([0, 0xff, 0xff, 0, 0]), Buffer.alloc(megabytes * MB, 0x04)])

const number = (value: number): Buffer => {
  const written = Buffer.alloc(4)
  written.writeUInt32BE(value)
  return written
}
const chunk = (type: string, data: Buffer, length = data.length): Buffer => {
  const summed = Buffer.concat([bytes(type), data])
  return Buffer.concat([number(length), summed, number(crc32(summed))])
}
const png = (...chunks: Buffer[]): Buffer =>
  Buffer.concat([bytes('\x89PNG\r\n\x1a\n'), chunk('IHDR', Buffer.alloc(13)), ...chunks])
const END = chunk('IEND', Buffer.alloc(0))
const textChunk = (type: string, head: string, data: Buffer): Buffer =>
  png(chunk(type, Buffer.concat([bytes(`brink-export\0${head}`), data])), END)

const attachment = (
  data: Buffer,
  length: string | number = data.length,
  filter = '/Filter /FlateDecode',
) =>
  Buffer.concat([
    bytes(`1 0 obj\n<< /Type /EmbeddedFile ${filter} /Length ${length} >>\nstream\n`),
    data,
    bytes('\nendstream\nendobj\n'),
  ])
const pdf = (...objects: Buffer[]): Buffer => Buffer.concat([bytes('%PDF-1.7\n'), ...objects])

interface Entry {
  readonly name: string
  readonly method: number
  readonly data: Buffer
  /** What the directory says of it, where that is not so. */
  readonly packed?: number
  readonly unpacked?: number
  readonly at?: number
}

/** A zip file in which every number may be another than it should be. */
function zip(entries: readonly Entry[], count = entries.length): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, method, data, packed = data.length, unpacked = 1000, at } of entries) {
    const local = Buffer.alloc(30)
    local.write('PK\x03\x04', 'latin1')
    local.writeUInt16LE(method, 8)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.write('PK\x01\x02', 'latin1')
    central.writeUInt16LE(method, 10)
    central.writeUInt32LE(packed, 20)
    central.writeUInt32LE(unpacked, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(at ?? offset, 42)
    directory.push(central, bytes(name))
    if (at !== undefined) continue
    parts.push(local, bytes(name), data)
    offset += 30 + name.length + data.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listed, end])
}
const item = (index: number, data: Buffer, method = 8, more: Partial<Entry> = {}): Entry => ({
  name: `customXml/item${index}.xml`,
  method,
  data,
  ...more,
})
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
const NOTHING = Buffer.alloc(0)

const record = (content: string, before = ''): Buffer =>
  bytes(`${before}<svg xmlns:b="urn:brink:export:1"><b:record>${content}</b:record></svg>`)
const LAUGHS = `<!DOCTYPE svg [<!ENTITY lol "lol">${many(9, (n) => `<!ENTITY lol${n + 1} "${`&lol${n || ''};`.repeat(10)}">`).join('')}]>`
const START = '{"format":"brink-export","formatVersion":1,'

const FILES: readonly (readonly [string, () => Buffer])[] = [
  ['svg: a billion laughs', () => record('&lol9;', LAUGHS)],
  ['svg: entities without end', () => record('&lol9;'.repeat(1e6), LAUGHS)],
  [
    'svg: another file',
    () => record('&file;', '<!DOCTYPE svg [<!ENTITY file SYSTEM "file:///etc/passwd">]>'),
  ],
  ['svg: 60 MB of text', () => record('a'.repeat(60 * MB))],
  ['svg: 60 MB of references', () => record('&#97;'.repeat(12 * MB))],
  ['svg: a record of too many values', () => record(`${START}"a":[${'0,'.repeat(25 * MB)}0]}`)],
  [
    'svg: a record of a long text',
    () => record(`${START}"scenarioText":"${'a'.repeat(55 * MB)}"}`),
  ],
  [
    'svg: a record of long lines',
    () => record(`${START}"provenance":{"title":"${'\\n'.repeat(27 * MB)}"}}`),
  ],
  ['png: packed, 20 GB', () => textChunk('zTXt', '\0', zlib(20_000))],
  ['png: packed international, 20 GB', () => textChunk('iTXt', '\x01\0\0\0', zlib(20_000))],
  [
    'png: packed, then other bytes',
    () => textChunk('zTXt', '\0', Buffer.concat([ZLIB, thenGarbage(30)])),
  ],
  ['png: packed, empty blocks', () => textChunk('zTXt', '\0', Buffer.concat([ZLIB, empties(10)]))],
  [
    'png: packed, a block that is cut',
    () => textChunk('zTXt', '\0', Buffer.concat([ZLIB, unmet(10)])),
  ],
  ['png: 60 MB of text', () => textChunk('tEXt', '', Buffer.alloc(60 * MB, 'a'))],
  ['png: a language without end', () => textChunk('iTXt', '\0\0', Buffer.alloc(60 * MB, 'a'))],
  [
    'png: a chunk past the end',
    () => png(chunk('tEXt', bytes('brink-export\0{}'), 0xffffffff), END),
  ],
  [
    'png: a chunk of half the numbers',
    () => png(chunk('tEXt', bytes('brink-export\0{}'), 0x7fffffff)),
  ],
  ['png: nothing behind its header', () => png()],
  ['pdf: an attachment of 20 GB', () => pdf(attachment(zlib(20_000)))],
  ['pdf: 200 attachments of 200 MB', () => pdf(...many(200, () => attachment(zlib(200))))],
  ['pdf: packed, then other bytes', () => pdf(attachment(Buffer.concat([ZLIB, thenGarbage(30)])))],
  ['pdf: packed, empty blocks', () => pdf(attachment(Buffer.concat([ZLIB, empties(10)])))],
  [
    'pdf: lengths past the end',
    () => pdf(...many(200, () => attachment(bytes(START), 999_999_999, ''))),
  ],
  [
    'pdf: lengths of no sense',
    () =>
      pdf(
        ...many(200, (n) =>
          attachment(bytes(START), ['-1', '1e9', '9'.repeat(99), `${n} 0 R`][n % 4], ''),
        ),
      ),
  ],
  [
    'pdf: references in a circle',
    () =>
      pdf(
        bytes('1 0 obj 2 0 R endobj 2 0 obj 1 0 R endobj '),
        attachment(zlib(1), '1 0 R'),
        bytes('trailer << /Root 1 0 R /Prev 9 >>'),
      ),
  ],
  [
    'pdf: packed objects of 20 GB',
    () =>
      pdf(
        bytes('1 0 obj << /Type /ObjStm /N 9 /First 9 /Filter /FlateDecode >> stream\n'),
        zlib(20_000),
        bytes('\nendstream'),
      ),
  ],
  ['pdf: streams without an end', () => pdf(repeated(bytes('/EmbeddedFile stream\n'), 3 * MB))],
  ['zip: a part of 20 GB', () => zip([item(1, bare(20_000))])],
  [
    'zip: a hundred parts of one and the same',
    () =>
      zip([
        item(1, bare(5_000)),
        ...many(99, (n) => item(n + 2, NOTHING, 8, { at: 0, packed: 5_000 * PACKED_MB.length })),
      ]),
  ],
  [
    'zip: parts that lie over one another',
    () =>
      zip([
        item(1, Buffer.alloc(50 * MB, '<'), 0),
        ...many(99, (n) => item(n + 2, NOTHING, 0, { at: 0, packed: 50 * MB - n })),
      ]),
  ],
  [
    'zip: a zip in a zip in a zip',
    () => zip([item(1, zip([item(1, zip([item(1, bare(1_000))]), 0)]), 0)]),
  ],
  [
    'zip: 65,535 entries',
    () =>
      zip(
        many(65_534, (n) => item(n % 9999, NOTHING, 0)),
        65_534,
      ),
  ],
  ['zip: 20,000 entries', () => zip(many(20_000, (n) => item(n % 9999, bytes('<a/>'), 0)))],
  ['zip: more entries than there are', () => zip([item(1, bytes('<a/>'), 0)], 500)],
  [
    'zip: sizes that lie',
    () =>
      zip([
        item(1, bare(100), 8, { unpacked: 3 }),
        item(2, bare(1), 8, { packed: 0xffffffff }),
        item(3, NOTHING, 8, { at: 0xfffffff0, packed: 9 }),
        item(4, bytes('<a/>'), 0, { packed: 0xfffffffe, unpacked: 1 }),
      ]),
  ],
  ['zip: packed in a way there is not', () => zip([item(1, bytes('<a/>'), 99)])],
  ['zip: packed, then other bytes', () => zip([item(1, thenGarbage(30))])],
  ['zip: packed, empty blocks', () => zip([item(1, empties(10))])],
  ['zip: packed, a block that is cut', () => zip([item(1, unmet(10))])],
  [
    'zip: names that lead elsewhere',
    () =>
      zip(
        [
          '../customXml/item1.xml',
          '/customXml/item1.xml',
          'customXml/../../item1.xml',
          'customXml\\item1.xml',
          'customXml/item1.xml\0',
        ].map((name) => ({ ...item(1, record('{}'), 0), name })),
      ),
  ],
]

for (const [name, make] of FILES) {
  const file = make()
  const begun = process.cpuUsage()
  const embedded = await readEmbedded(file)
  // Of this process alone, so that a busy machine is not taken for a slow reader.
  const { user, system } = process.cpuUsage(begun)
  const peakMb = process.resourceUsage().maxRSS / 1024
  const outcome: Outcome = { name, ms: (user + system) / 1000, peakMb, kind: embedded.kind }
  console.log(JSON.stringify(outcome))
}
