import { lexer, type Token, type Tokens } from 'marked'
import { type Block, type Inline, plainText, type Target } from './blocks'
import { findTarget } from './targets'

/**
 * Reads a page of the help as it is built. What the page could not show fails the build, so
 * that nothing of a text is lost unseen.
 *
 * @param path of the file in the repository, which its links are relative to
 */
export function readMarkdown(text: string, path: string): readonly Block[] {
  return blocksOf(lexer(text), { path, ids: new Map() })
}

interface Reading {
  readonly path: string
  /** How often each id has been given out. */
  readonly ids: Map<string, number>
}

const blocksOf = (tokens: readonly Token[], reading: Reading): Block[] =>
  tokens.flatMap((token) => blockOf(token, reading))

/** What stands between blocks, and what only the repository's readers see. */
const SILENT = new Set(['space', 'def'])

function blockOf(token: Token, reading: Reading): Block | readonly Block[] {
  if (SILENT.has(token.type) || isComment(token)) return []
  switch (token.type) {
    case 'heading': {
      const of = inlinesOf(token.tokens, reading)
      return { kind: 'heading', level: token.depth, id: idOf(plainText(of), reading), of }
    }
    case 'paragraph':
    case 'text':
      return paragraphOf(inlinesOf(token.tokens ?? [token], reading))
    case 'list':
      return listOf(token as Tokens.List, reading)
    case 'table':
      return tableOf(token as Tokens.Table, reading)
    case 'code':
      return { kind: 'code', text: token.text }
    case 'blockquote':
      return { kind: 'quote', of: blocksOf(token.tokens ?? [], reading) }
    default:
      throw new Error(`${reading.path}: the help cannot show ${token.type}: ${token.raw}`)
  }
}

/** A link to a file of the program, alone in its paragraph, stands for what is made of that file. */
function paragraphOf(of: readonly Inline[]): Block {
  const [first, ...others] = of
  const isAlone = first?.kind === 'link' && first.to.kind === 'file' && others.length === 0
  return isAlone && first.to.path.startsWith('src/')
    ? { kind: 'made', from: first.to.path }
    : { kind: 'paragraph', of }
}

const listOf = ({ ordered, items }: Tokens.List, reading: Reading): Block => ({
  kind: 'list',
  isOrdered: ordered,
  items: items.map((item) => blocksOf(item.tokens, reading)),
})

const tableOf = ({ header, rows }: Tokens.Table, reading: Reading): Block => ({
  kind: 'table',
  head: header.map((cell) => inlinesOf(cell.tokens, reading)),
  rows: rows.map((row) => row.map((cell) => inlinesOf(cell.tokens, reading))),
})

const inlinesOf = (tokens: readonly Token[] = [], reading: Reading): Inline[] =>
  joined(tokens.flatMap((token) => inlineOf(token, reading)))

function inlineOf(token: Token, reading: Reading): Inline | readonly Inline[] {
  if (isComment(token)) return []
  switch (token.type) {
    case 'text':
      return token.tokens?.length
        ? inlinesOf(token.tokens, reading)
        : { kind: 'text', text: typographic(onOneLine(decoded(token.text))) }
    case 'escape':
      return { kind: 'text', text: decoded(token.text) }
    case 'codespan':
      return { kind: 'code', text: onOneLine(token.text) }
    case 'strong':
    case 'em':
      return { kind: token.type, of: inlinesOf(token.tokens, reading) }
    case 'br':
      return { kind: 'text', text: ' ' }
    case 'link':
      return {
        kind: 'link',
        to: targetOf(decoded(token.href), reading),
        of: inlinesOf(token.tokens, reading),
      }
    default:
      throw new Error(`${reading.path}: the help cannot show ${token.type}: ${token.raw}`)
  }
}

const targetOf = (href: string, { path }: Reading): Target => findTarget(href, path)

const isComment = ({ type, raw }: Token): boolean => type === 'html' && /^<!--.*-->\s*$/s.test(raw)

const onOneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ')

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00a0',
}

const decoded = (text: string): string =>
  text.replace(/&(?:#39|[a-z]+);/g, (entity) => {
    const sign = ENTITIES[entity]
    if (sign === undefined) throw new Error(`the help cannot show ${entity}`)
    return sign
  })

/** The quotes and apostrophes of a keyboard as those of print; a file has them where it will. */
const typographic = (text: string): string =>
  text
    .replace(/(^|[\s([–])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([–])'/g, '$1‘')
    .replaceAll("'", '’')

/** Neighbouring pieces of plain text in one, so that a search finds words across them. */
function joined(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = []
  for (const inline of inlines) {
    const last = result.at(-1)
    if (last?.kind === 'text' && inline.kind === 'text') {
      result[result.length - 1] = { kind: 'text', text: last.text + inline.text }
    } else {
      result.push(inline)
    }
  }
  return result
}

/** As GitHub makes it, so that the same link works in both places. */
function idOf(words: string, { ids }: Reading): string {
  const plain = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-')
  const before = ids.get(plain) ?? 0
  ids.set(plain, before + 1)
  return before === 0 ? plain : `${plain}-${before}`
}
