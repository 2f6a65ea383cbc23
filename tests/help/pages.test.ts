import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verdictPhrase } from '../../src/forecast/conclusion/words'
import type { Block, Inline } from '../../src/help/blocks'
import { readMarkdown } from '../../src/help/read-markdown'
import { titleOf } from '../../src/help/search'
import { topics } from '../../src/help/topics'

const root = join(import.meta.dirname, '..', '..')
const pages = new Map(
  topics.map(({ id, path }) => [
    id,
    { path, blocks: readMarkdown(readFileSync(join(root, path), 'utf8'), path) },
  ]),
)

const inlinesIn = (block: Block): readonly Inline[] => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.of
    case 'list':
      return block.items.flat().flatMap(inlinesIn)
    case 'table':
      return [...block.head, ...block.rows.flat()].flat()
    case 'quote':
      return block.of.flatMap(inlinesIn)
    case 'code':
    case 'made':
      return []
  }
}

const withInner = (inlines: readonly Inline[]): readonly Inline[] =>
  inlines.flatMap((inline) => ('of' in inline ? [inline, ...withInner(inline.of)] : [inline]))

const headingsOf = (topic: string): string[] =>
  (pages.get(topic)?.blocks ?? []).flatMap((block) => (block.kind === 'heading' ? [block.id] : []))

const all = [...pages].flatMap(([topic, { blocks }]) =>
  withInner(blocks.flatMap(inlinesIn)).map((inline) => ({ topic, inline })),
)
const words = (text: string): string => text.replace(/\s+/g, ' ')
const glossary = words(readFileSync(join(root, 'docs/help/glossary.md'), 'utf8'))

describe('the pages of the help', () => {
  it('are all files of their folder, each once', () => {
    const files = readdirSync(join(root, 'docs/help')).map((name) => `docs/help/${name}`)
    const listed = topics.map(({ path }) => path)
    expect(listed.filter((path) => path.startsWith('docs/help/')).sort()).toEqual(files.sort())
    expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length)
  })

  it('have one title each, and no two the same', () => {
    for (const [topic, { blocks }] of pages) {
      const titles = blocks.filter((block) => block.kind === 'heading' && block.level === 1)
      expect([topic, titles.length]).toEqual([topic, 1])
    }
    const titles = [...pages.values()].map(({ blocks }) => titleOf(blocks))
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('lead nowhere that is not there', () => {
    const led = all.flatMap(({ topic, inline }) =>
      inline.kind === 'link' && inline.to.kind === 'topic' ? [{ from: topic, ...inline.to }] : [],
    )
    expect(led.length).toBeGreaterThan(20)
    const lost = led.filter(
      ({ topic, heading }) =>
        !pages.has(topic) || (heading !== undefined && !headingsOf(topic).includes(heading)),
    )
    expect(lost).toEqual([])
  })

  it('name no file that is not there', () => {
    const named = all.flatMap(({ inline }) =>
      inline.kind === 'link' && inline.to.kind === 'file' ? [inline.to.path.split('#')[0]] : [],
    )
    for (const path of named) expect(() => readFileSync(join(root, path ?? ''))).not.toThrow()
  })

  it('show only what the program knows how to make', () => {
    const made = [...pages.values()].flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'made' ? [block.from] : [])),
    )
    expect(made.sort()).toEqual(['src/forecast/conclusion/yardstick.ts', 'src/help/shortcuts.ts'])
    for (const path of made) expect(() => readFileSync(join(root, path))).not.toThrow()
  })

  it('explain every verdict in the words of the screen', () => {
    for (const [name, phrase] of Object.entries(verdictPhrase)) {
      expect(glossary).toContain(`**${phrase}** (${name})`)
    }
  })

  it('never speak of likelihood and confidence in one sentence', () => {
    for (const { path } of pages.values()) {
      const sentences = words(readFileSync(join(root, path), 'utf8')).split(/(?<=[.:;!?])\s/)
      const both = sentences.filter(
        (sentence) => /likel|probab|chance/i.test(sentence) && /confiden/i.test(sentence),
      )
      expect([path, both]).toEqual([path, []])
    }
  })
})

describe('the glossary', () => {
  it.each([
    'rung',
    'driver',
    'intensity',
    'weight',
    'base-rate',
    'prior',
    'posterior',
    'exposure',
    'hazard',
    'reach',
    'at-or-above',
    'response',
    'judgment-band',
    'numerical-error',
    'verdicts',
    'reference',
    'severity',
    'transition',
    'yardstick',
    'claim',
    'draw',
    'seed',
    'horizon',
  ])('has %s', (term) => {
    expect(headingsOf('glossary')).toContain(term)
  })
})
