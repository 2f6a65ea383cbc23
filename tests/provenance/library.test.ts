import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  describeLibrary,
  type LibraryOrigin,
  libraryLines,
  libraryStamp,
} from '../../src/provenance/library'
import { describePng } from '../../src/provenance/png'
import { readEmbedded } from '../../src/provenance/read-embedded'
import { describeSvg } from '../../src/provenance/svg'
import { MADE, PNG, SVG } from './samples'
import { inFolder, runTool } from './tool'

const FROM: LibraryOrigin = {
  title: 'Track record of the ladder, 2001–2009',
  sha256: 'ab'.repeat(32),
  madeFrom: 'Disputes 5.0 <Project> & Rivalries',
  ...MADE,
}

describe('an export of what ships', () => {
  it('says what it is, which version wrote it, and that no scenario is behind it', () => {
    expect(libraryLines(FROM)).toEqual([
      'Track record of the ladder, 2001–2009 (SHA-256 abababababab…), the same whatever scenario is open. Brink 0.1.0; 28 November 2026, 18:06 UTC.',
      'Made from: Disputes 5.0 <Project> & Rivalries.',
    ])
    expect(libraryStamp(FROM)).toEqual({
      record: FROM.title,
      record_sha256: FROM.sha256,
      source: FROM.madeFrom,
      brink_version: '0.1.0',
      exported_at: MADE.exportedAt,
    })
  })

  it('tells other programs the same, and holds no record to be opened', async (context) => {
    const svg = describeSvg(SVG, describeLibrary(FROM))
    const png = describePng(PNG, describeLibrary(FROM))
    expect(svg.replace(/<metadata>.*<\/metadata>/, '')).toBe(SVG)
    for (const bytes of [new TextEncoder().encode(svg), png]) {
      expect(await readEmbedded(bytes)).toEqual({ kind: 'none' })
    }
    await inFolder(async (folder) => {
      const [vector, points] = [join(folder, 'a.svg'), join(folder, 'a.png')]
      writeFileSync(vector, svg)
      writeFileSync(points, png)
      const source = "string(//*[local-name()='source'])"
      expect(runTool(context, 'xmllint', ['--xpath', source, vector]).trimEnd()).toBe(FROM.madeFrom)
      const format = '%[png:Title]|%[Title]|%[Source]'
      expect(runTool(context, 'identify', ['-format', format, points])).toContain(FROM.madeFrom)
    })
  })
})
