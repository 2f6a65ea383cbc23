import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The code blocks of a document that come right after a mark `<!-- … -->`, in turn. */
export function docSnippets(document: string, mark: string): string[] {
  const text = readFileSync(join(import.meta.dirname, '..', 'docs', document), 'utf8')
  const found = text.split(`<!-- ${mark} -->\n`).slice(1)
  return found.map((after) => {
    const [, code] = /^```[a-zA-Z]*\n([\s\S]*?)^```$/m.exec(after) ?? []
    if (code === undefined || !after.startsWith('```')) {
      throw new Error(`${document}: no code after ${mark}`)
    }
    return code
  })
}
