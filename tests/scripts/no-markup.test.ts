import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Texts become part of a page as text alone, and no text becomes a program. */

const source = join(import.meta.dirname, '..', '..', 'src')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(tsx?|html)$/.test(name),
)

// Of these outerHTML may be read, to see whether a drawing has come to rest, and not written.
const MAKES_MARKUP =
  /innerHTML|outerHTML\s*=[^=]|insertAdjacentHTML|dangerouslySetInnerHTML|setHTMLUnsafe|parseHTMLUnsafe|parseFromString|createContextualFragment|javascript:|document\.write|srcdoc|\beval\(|new Function\b|set(?:Timeout|Interval)\(\s*['"`]/

describe('the source', () => {
  it('makes no markup and no program of a text', () => {
    expect(files.length).toBeGreaterThan(200)
    const found = files.filter((name) =>
      MAKES_MARKUP.test(readFileSync(join(source, name), 'utf8')),
    )
    expect(found).toEqual([])
  })

  it.each([
    'a.innerHTML = b',
    'a.outerHTML = b',
    '<p dangerouslySetInnerHTML={{ __html: b }} />',
    'eval(b)',
    'new Function(b)',
    "setTimeout('b')",
    "new DOMParser().parseFromString(b, 'text/html')",
    'Document.parseHTMLUnsafe(b)',
    '<a href="javascript:b">',
  ])('would be found out: %s', (text) => {
    expect(MAKES_MARKUP.test(text)).toBe(true)
  })
})
