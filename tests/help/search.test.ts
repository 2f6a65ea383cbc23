import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../src/help/read-markdown'
import { search, sectionsOf } from '../../src/help/search'

const pages = {
  glossary: [
    '# Glossary',
    'The terms.',
    '## Numbers',
    '### Judgment band',
    'Nine in ten draws.',
    '### Draw',
    'One value, taken by chance.',
  ],
  forecast: [
    '# Forecast',
    'The band is the judgment band; José drew it.',
    '## Table',
    '| a | b |',
    '| --- | --- |',
    '| severity | 7 |',
    '',
    '[made](../../src/x.ts)',
  ],
}

const sections = Object.entries(pages).flatMap(([topic, lines]) =>
  sectionsOf(topic, readMarkdown(lines.join('\n'), `docs/help/${topic}.md`), () => 'Ctrl+S saves'),
)

const found = (query: string): string[] =>
  search(sections, query).map(({ section: { topic, heading } }) => `${topic}#${heading ?? ''}`)

const excerpt = (query: string): string =>
  search(sections, query)[0]
    ?.excerpt.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
    .join('') ?? ''

describe('sections of a page', () => {
  it('are its headings with what stands below each, and what stands above the first', () => {
    expect(sections.map(({ topic, title, text }) => [topic, title, text])).toEqual([
      ['glossary', 'Glossary', 'The terms.'],
      ['glossary', 'Numbers', ''],
      ['glossary', 'Judgment band', 'Nine in ten draws.'],
      ['glossary', 'Draw', 'One value, taken by chance.'],
      ['forecast', 'Forecast', 'The band is the judgment band; José drew it.'],
      ['forecast', 'Table', 'a · b · severity · 7 Ctrl+S saves'],
    ])
  })
})

describe('the search', () => {
  it('puts the heading that was asked for before a text that has the words', () => {
    expect(found('judgment band')).toEqual(['glossary#judgment-band', 'forecast#'])
  })

  it('wants every word, each from its beginning, in whatever order and case', () => {
    expect(found('BAND judg')).toEqual(['glossary#judgment-band', 'forecast#'])
    expect(found('band value')).toEqual([])
    expect(found('udgment')).toEqual([])
  })

  it('counts the title of the page as well', () => {
    expect(found('glossary draw')).toEqual(['glossary#draw', 'glossary#judgment-band'])
  })

  it('does without accents', () => {
    expect(found('jose')).toEqual(['forecast#'])
    expect(excerpt('jose')).toContain('[José] drew')
  })

  it('looks into tables and into what the program makes', () => {
    expect(found('severity')).toEqual(['forecast#table'])
    expect(found('saves')).toEqual(['forecast#table'])
  })

  it('finds nothing for nothing, and takes signs for what they are', () => {
    for (const query of ['', '  ', '.*', '(', '[a-z]+x', '\\']) expect(found(query)).toEqual([])
  })

  it('marks what was looked for', () => {
    expect(excerpt('band')).toBe('Nine in ten draws.')
    expect(search(sections, 'band')[1]?.excerpt).toEqual([
      { text: 'The ', isMarked: false },
      { text: 'band', isMarked: true },
      { text: ' is the judgment ', isMarked: false },
      { text: 'band', isMarked: true },
      { text: '; José drew it.', isMarked: false },
    ])
  })

  it('shows the piece in which the words stand together', () => {
    const far = 'alpha '.repeat(60)
    const text = `# X\n\n${far}then beta and alpha are near.`
    const sections = sectionsOf('x', readMarkdown(text, 'docs/x.md'), () => '')
    const [{ excerpt: pieces = [] } = {}] = search(sections, 'alpha beta')
    const marked = pieces.filter(({ isMarked }) => isMarked).map((piece) => piece.text)
    expect(marked).toContain('beta')
    expect(marked).toContain('alpha')
  })

  it('shows of a long text a piece with the word in it, between whole words', () => {
    const words = Array.from({ length: 400 }, (_, index) => `word${index}`)
    const long = sectionsOf('x', readMarkdown(`# X\n\n${words.join(' ')}`, 'docs/x.md'), () => '')
    const [{ excerpt: pieces = [] } = {}] = search(long, 'word200')
    const shown = pieces.map(({ text }) => text).join('')
    expect(shown).toMatch(/^… word19\d .*word200 .* word\d+ …$/)
    expect(shown.length).toBeLessThan(170)
    for (const piece of shown.split(' ').slice(1, -1)) expect(words).toContain(piece)
  })
})
