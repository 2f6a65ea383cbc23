import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** A file's name is another's text: in a sentence it may turn nothing but itself. */

const source = join(import.meta.dirname, '..', '..', 'src')
const SAYS_NAME = /\$\{(?:\w+\.)?fileName\}|\$\{basename\(/

// What is put together there is the name of a file, or goes to a terminal by its own rules.
const NAMES_FILES = [
  'main/command-line/export-command.ts',
  'main/command-line/run.ts',
  'main/documents/quarantine.ts',
]

describe('a sentence with the name of a file', () => {
  it('holds it isolated, or made visible', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => name.replaceAll('\\', '/'))
    expect(files.length).toBeGreaterThan(200)
    const found = files.filter((name) => SAYS_NAME.test(readFileSync(join(source, name), 'utf8')))
    expect(found.sort()).toEqual(NAMES_FILES)
  })

  const said = ['fileName', 'result.fileName', 'basename(path)'].map(
    (name) => `\`$\{${name}} was saved.\``,
  )
  it.each(said)('would be found out: %s', (text) => {
    expect(SAYS_NAME.test(text)).toBe(true)
    expect(SAYS_NAME.test(text.replace('{', '{isolated('))).toBe(false)
  })
})
