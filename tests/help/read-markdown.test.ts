import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../src/help/read-markdown'

const PATH = 'docs/help/why.md'
const read = (...lines: string[]) => readMarkdown(lines.join('\n'), PATH)
const text = (words: string) => ({ kind: 'text', text: words })

describe('a page of the help', () => {
  it('is read block by block, as the reference of Markdown has it', () => {
    expect(
      read(
        '# One',
        '',
        'A *b* **c** `d < e`,',
        'on the next line.',
        '',
        '- x',
        '- y',
        '',
        '  again',
        '',
        '1. z',
        '',
        '> q',
        '',
        '    p = 1',
      ),
    ).toEqual([
      { kind: 'heading', level: 1, id: 'one', of: [text('One')] },
      {
        kind: 'paragraph',
        of: [
          text('A '),
          { kind: 'em', of: [text('b')] },
          text(' '),
          { kind: 'strong', of: [text('c')] },
          text(' '),
          { kind: 'code', text: 'd < e' },
          text(', on the next line.'),
        ],
      },
      {
        kind: 'list',
        isOrdered: false,
        items: [
          [{ kind: 'paragraph', of: [text('x')] }],
          [
            { kind: 'paragraph', of: [text('y')] },
            { kind: 'paragraph', of: [text('again')] },
          ],
        ],
      },
      { kind: 'list', isOrdered: true, items: [[{ kind: 'paragraph', of: [text('z')] }]] },
      { kind: 'quote', of: [{ kind: 'paragraph', of: [text('q')] }] },
      { kind: 'code', text: 'p = 1' },
    ])
  })

  it('has tables with their cells', () => {
    expect(read('| a | |', '| --- | --- |', '| `b \\| c` | d |')).toEqual([
      {
        kind: 'table',
        head: [[text('a')], []],
        rows: [[[{ kind: 'code', text: 'b | c' }], [text('d')]]],
      },
    ])
  })

  it('sets the quotes of a keyboard as those of print, but not in code', () => {
    expect(read(`The article's "word", and 'so' (\`it's "x"\`).`)).toEqual([
      {
        kind: 'paragraph',
        of: [
          text('The article’s “word”, and ‘so’ ('),
          { kind: 'code', text: `it's "x"` },
          text(').'),
        ],
      },
    ])
  })

  it('reads what Markdown has to escape, and entities', () => {
    expect(read('a \\* b &amp; c &lt; d&nbsp;e')).toEqual([
      { kind: 'paragraph', of: [text('a * b & c < d\u00a0e')] },
    ])
  })

  it('knows where a link leads: to another page, to a heading, out, or to a file', () => {
    const to = (href: string) => {
      const [paragraph] = read(`See [it](${href}).`)
      if (paragraph?.kind !== 'paragraph' || paragraph.of[1]?.kind !== 'link') throw new Error(href)
      return paragraph.of[1].to
    }
    expect(to('forecast.md')).toEqual({ kind: 'topic', topic: 'forecast', heading: undefined })
    expect(to('./glossary.md#reach')).toEqual({
      kind: 'topic',
      topic: 'glossary',
      heading: 'reach',
    })
    expect(to('../model.md#verdicts')).toEqual({
      kind: 'topic',
      topic: 'model',
      heading: 'verdicts',
    })
    expect(to('#here')).toEqual({ kind: 'topic', topic: 'why', heading: 'here' })
    expect(to('https://example.org/a?b=c&amp;d')).toEqual({
      kind: 'address',
      address: 'https://example.org/a?b=c&d',
    })
    expect(to('../../SECURITY.md')).toEqual({ kind: 'file', path: 'SECURITY.md' })
  })

  it('leaves a place for what the program makes, where a link to its file stands alone', () => {
    expect(read('[Tables](../../src/a/b.ts)', '', 'x [y](../../src/a/b.ts)')).toEqual([
      { kind: 'made', from: 'src/a/b.ts' },
      {
        kind: 'paragraph',
        of: [
          text('x '),
          { kind: 'link', to: { kind: 'file', path: 'src/a/b.ts' }, of: [text('y')] },
        ],
      },
    ])
  })

  it('names headings as GitHub does, each once', () => {
    const ids = read('# At or above', '# A 90 % band, *so*', '# Reach', '# Reach').map((block) =>
      block.kind === 'heading' ? block.id : '',
    )
    expect(ids).toEqual(['at-or-above', 'a-90--band-so', 'reach', 'reach-1'])
  })

  it('leaves out comments', () => {
    expect(read('<!-- for the test: x -->', '', 'a <!-- y --> b')).toEqual([
      { kind: 'paragraph', of: [text('a  b')] },
    ])
  })

  it.each([
    ['markup', '<b>x</b>'],
    ['markup among words', 'x <img src=y onerror=z> w'],
    ['a picture', '![x](y.png)'],
    ['a rule', '---'],
    ['words crossed out', '~~x~~'],
    ['an entity it does not know', 'x &hearts; y'],
  ])('refuses %s, which it could not show', (_, given) => {
    expect(() => read(given)).toThrow(/the help cannot show/)
  })
})
