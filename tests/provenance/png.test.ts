import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { embedInPng } from '../../src/provenance/png'
import type { ExportRecord } from '../../src/provenance/provenance'
import { readEmbedded } from '../../src/provenance/read-embedded'
import { writeRecord } from '../../src/provenance/record-text'
import { baselineRecord, PNG, smallRecord } from './samples'
import { inFolder, runTool } from './tool'

const typesOf = (png: Uint8Array): string[] => {
  const types: string[] = []
  const view = new DataView(png.buffer, png.byteOffset)
  for (let at = 8; at < png.length; at += view.getUint32(at) + 12) {
    types.push(Buffer.from(png.subarray(at + 4, at + 8)).toString('latin1'))
  }
  return types
}

/** Asks libpng by way of gdk-pixbuf, as ImageMagick 6 passes international text over. */
const READ_WITH_PIXBUF = `
import ctypes, json, sys
try:
    lib = ctypes.CDLL('libgdk_pixbuf-2.0.so.0')
except OSError:
    print('null')
    sys.exit()
load, option = lib.gdk_pixbuf_new_from_file, lib.gdk_pixbuf_get_option
load.restype, load.argtypes = ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_void_p]
option.restype, option.argtypes = ctypes.c_char_p, [ctypes.c_void_p, ctypes.c_char_p]
picture = load(sys.argv[1].encode(), None)
names = ['Title', 'Source', 'Description', 'Software']
print(json.dumps({name: option(picture, b'tEXt::' + name.encode()).decode() for name in names}))
`

describe('a PNG picture with a record', () => {
  it('keeps every chunk it had, and has more of them before the picture', async () => {
    const png = await embedInPng(PNG, await baselineRecord())
    const own = ['iTXt', 'tEXt', 'tEXt', 'tEXt', 'iTXt', 'iTXt', 'tEXt']
    const [header, ...others] = typesOf(PNG)
    expect(typesOf(png)).toEqual([header, ...own, ...others])
    expect(Buffer.from(png.subarray(-(PNG.length - 33)))).toEqual(Buffer.from(PNG.subarray(33)))
    expect(others).toContain('tEXt')
  })

  it('gives the record back', async () => {
    const record = await baselineRecord()
    const png = await embedInPng(PNG, record)
    expect(await readEmbedded(png)).toEqual({ kind: 'record', record })
    // Of one embedded later it gives that.
    const later = await smallRecord()
    expect(await readEmbedded(await embedInPng(png, later))).toEqual({
      kind: 'record',
      record: later,
    })
  })

  it('says where it comes from to another program, which finds nothing wrong with it', async (context) => {
    const record = await smallRecord('Baku & <Tehran>')
    await inFolder(async (folder) => {
      const path = join(folder, 'chart.png')
      writeFileSync(path, await embedInPng(PNG, record))
      const said = runTool(context, 'identify', ['-regard-warnings', '-verbose', path])
      expect(said).toContain('Title: Baku & <Tehran>\n')
      expect(said).toContain('Author: Brink 0.1.0\n')
      expect(said).toContain('Software: Brink 0.1.0\n')
      expect(said).toContain('Creation Time: Sat, 28 Nov 2026 18:06:09 GMT\n')
      expect(said).toContain('Comment: kept as it was\n')
      expect(said).toContain(`brink-export: ${await writeRecord(record)}\n`)
    })
  })

  it.for<[string, () => Promise<ExportRecord>]>([
    ['in Latin-1', () => smallRecord('Bäku: ¿whose?')],
    ['beyond Latin-1', baselineRecord],
  ])('says so %s as well', async ([, make], context) => {
    const record = await make()
    await inFolder(async (folder) => {
      const path = join(folder, 'chart.png')
      writeFileSync(path, await embedInPng(PNG, record))
      const said = JSON.parse(runTool(context, 'python3', ['-c', READ_WITH_PIXBUF, path]))
      if (said === null) context.skip('there is no gdk-pixbuf here to read it')
      const { title, source } = record.provenance
      expect(said).toMatchObject({ Title: title, Source: source, Software: 'Brink 0.1.0' })
      expect(said.Description).toContain('1,000 draws, seed 7')
    })
  })

  it('gives the record back after another program has scaled and written it anew', async (context) => {
    const record = await baselineRecord()
    await inFolder(async (folder) => {
      const [path, scaled] = [join(folder, 'chart.png'), join(folder, 'scaled.png')]
      writeFileSync(path, await embedInPng(PNG, record))
      runTool(context, 'convert', [path, '-resize', '400%', scaled])
      const bytes = readFileSync(scaled)
      // The other program has packed the text.
      expect(typesOf(bytes)).toContain('zTXt')
      expect(await readEmbedded(bytes)).toEqual({ kind: 'record', record })
    })
  })

  it('gives the record back from international text, packed or not', async (context) => {
    const record = await smallRecord()
    const text = await writeRecord(record)
    const write = (flag: 0 | 1): string =>
      [
        'import sys,zlib,struct',
        'png=open(sys.argv[1],"rb").read()',
        'text=sys.argv[2].encode()',
        `data=b"brink-export\\0"+bytes([${flag},0])+b"en\\0Export\\0"+(zlib.compress(text) if ${flag} else text)`,
        'chunk=struct.pack(">I",len(data))+b"iTXt"+data+struct.pack(">I",zlib.crc32(b"iTXt"+data))',
        'open(sys.argv[1],"wb").write(png[:33]+chunk+png[33:])',
      ].join('\n')
    await inFolder(async (folder) => {
      for (const flag of [0, 1] as const) {
        const path = join(folder, `${flag}.png`)
        writeFileSync(path, PNG)
        runTool(context, 'python3', ['-c', write(flag), path, text])
        expect(await readEmbedded(readFileSync(path))).toEqual({ kind: 'record', record })
      }
    })
  })

  it('that was cut short is refused, and one of another origin holds none', async () => {
    const png = await embedInPng(PNG, await smallRecord())
    const broken = { kind: 'damaged', reason: 'unreadable' }
    for (const length of [9, 40, 500]) {
      expect(await readEmbedded(png.subarray(0, length))).toEqual(broken)
    }
    expect(await readEmbedded(PNG)).toEqual({ kind: 'none' })
  })
})
