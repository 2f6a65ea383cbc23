import type { Block } from '../../help/blocks'
import { sectionsOf, titleOf } from '../../help/search'
import { type Topic, topics } from '../../help/topics'
import { wordsOfMade } from './made-words'

/** Read at build time, from the files that the repository shows. */
const texts = import.meta.glob<readonly Block[]>(
  [
    '../../../docs/help/*.md',
    '../../../docs/{model,explaining,exports,sweeps,draws,scenario-format,base-rates,validation,validation-tables}.md',
  ],
  { eager: true, import: 'default' },
)

export interface Page extends Topic {
  readonly title: string
  readonly blocks: readonly Block[]
}

export const pages: readonly Page[] = topics.map((topic) => {
  const blocks = texts[`../../../${topic.path}`]
  if (!blocks) throw new Error(`the build has no ${topic.path}`)
  return { ...topic, title: titleOf(blocks), blocks }
})

export const titleOfTopic = (topic: string): string =>
  pages.find(({ id }) => id === topic)?.title ?? topic

export const sections = pages.flatMap(({ id, blocks }) => sectionsOf(id, blocks, wordsOfMade))
