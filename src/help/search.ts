import { type Block, plainText } from './blocks'

/** A heading of a topic with what stands below it, up to the next. */
export interface Section {
  readonly topic: string
  /** The topic's own title. */
  readonly topicTitle: string
  /** Undefined for what stands above the first heading within the topic. */
  readonly heading: string | undefined
  readonly title: string
  readonly text: string
}

/** What a block that the program makes says, in words. */
export type WordsOfMade = (from: string) => string

/** A topic cut at its headings, for searching. */
export function sectionsOf(
  topic: string,
  blocks: readonly Block[],
  wordsOfMade: WordsOfMade,
): readonly Section[] {
  const topicTitle = titleOf(blocks)
  const sections: Section[] = []
  let heading: string | undefined
  let title = topicTitle
  let texts: string[] = []
  const close = (): void => {
    sections.push({ topic, topicTitle, heading, title, text: texts.join(' ') })
    texts = []
  }
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      texts.push(textOf(block, wordsOfMade))
    } else if (block.level > 1) {
      close()
      heading = block.id
      title = plainText(block.of)
    }
  }
  close()
  return sections
}

export function titleOf(blocks: readonly Block[]): string {
  const heading = blocks.find((block) => block.kind === 'heading')
  return heading ? plainText(heading.of) : ''
}

function textOf(block: Block, wordsOfMade: WordsOfMade): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plainText(block.of)
    case 'list':
      return block.items
        .flat()
        .map((each) => textOf(each, wordsOfMade))
        .join(' ')
    case 'table':
      return [block.head, ...block.rows].flat().map(plainText).join(' · ')
    case 'code':
      return block.text
    case 'quote':
      return block.of.map((each) => textOf(each, wordsOfMade)).join(' ')
    case 'made':
      return wordsOfMade(block.from)
  }
}

export interface Found {
  readonly section: Section
  /** A piece of the text around the first word found; the marked parts are those looked for. */
  readonly excerpt: readonly { readonly text: string; readonly isMarked: boolean }[]
}

const MOST_FOUND = 40

/** The sections in which every word of the query begins a word, best first. */
export function search(sections: readonly Section[], query: string): readonly Found[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  return sections
    .map((section) => ({ section, rank: rankOf(section, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST_FOUND)
    .map(({ section }) => ({ section, excerpt: excerptOf(section.text, words) }))
}

const wordsOf = (query: string): readonly string[] => folded(query).match(/[\p{L}\p{N}]+/gu) ?? []

/** Without capitals and accents, letter for letter, so that places stay the same. */
const folded = (text: string): string =>
  Array.from(text, (letter) => {
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return plain.length === letter.length ? plain : letter
  }).join('')

const startsWord = (text: string, word: string): number => {
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'u').exec(text)
  return found ? found.index : -1
}

/** A word in the heading counts more than one in the title of the topic, and that more than one in the text. */
function rankOf({ title, topicTitle, text }: Section, words: readonly string[]): number {
  const [head, over, body] = [folded(title), folded(topicTitle), folded(text)]
  let rank = 0
  for (const word of words) {
    const inHead = startsWord(head, word) >= 0
    const inOver = startsWord(over, word) >= 0
    const inBody = startsWord(body, word) >= 0
    if (!inHead && !inOver && !inBody) return 0
    rank += (inHead ? 100 : 0) + (inOver ? 10 : 0) + (inBody ? 1 : 0)
  }
  // The heading that is just what was asked for stands before those that hold more.
  return rank + (head === words.join(' ') ? 1000 : 0)
}

const BEFORE = 40
const EXCERPT = 150

const anyOf = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})`, 'gu')

/** Where the most of the words stand close together; the first such place, and 0 without any. */
function densestPlace(plain: string, words: readonly string[]): number {
  let best = { place: 0, count: 0 }
  for (const { index: place } of plain.matchAll(anyOf(words))) {
    const near = plain.slice(place, place + EXCERPT - BEFORE)
    const count = words.filter((word) => startsWord(near, word) >= 0).length
    if (count > best.count) best = { place, count }
  }
  return best.place
}

function excerptOf(text: string, words: readonly string[]): Found['excerpt'] {
  const plain = folded(text)
  const first = densestPlace(plain, words)
  const wished = Math.max(0, first - BEFORE)
  const start = wished === 0 ? 0 : plain.indexOf(' ', wished) + 1
  const cut = plain.lastIndexOf(' ', start + EXCERPT)
  const end = start + EXCERPT >= text.length || cut <= start ? text.length : cut
  const piece = text.slice(start, end)
  const before = start > 0 ? '… ' : ''
  const after = end < text.length ? ' …' : ''
  return [...mark(before + piece + after, words)]
}

function* mark(text: string, words: readonly string[]) {
  let from = 0
  for (const { index, 0: found } of folded(text).matchAll(anyOf(words))) {
    if (index > from) yield { text: text.slice(from, index), isMarked: false }
    yield { text: text.slice(index, index + found.length), isMarked: true }
    from = index + found.length
  }
  if (from < text.length) yield { text: text.slice(from), isMarked: false }
}
