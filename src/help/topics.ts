/** The pages of the help, in the order of the contents. */

export interface Topic {
  /** The name of its file, without the ending. */
  readonly id: string
  readonly group: string
  /** In the repository. */
  readonly path: string
}

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  Start: ['help/first-use', 'model'],
  'On the screen': [
    'help/drivers',
    'help/forecast',
    'help/why',
    'help/compare',
    'help/evidence',
    'help/rates',
    'help/track-record',
    'help/case',
  ],
  'Your work': ['help/files', 'help/exporting', 'help/keyboard'],
  Words: ['help/words-of-probability', 'help/glossary'],
  'In depth': [
    'explaining',
    'exports',
    'sweeps',
    'draws',
    'scenario-format',
    'base-rates',
    'validation',
  ],
}

export const topics: readonly Topic[] = Object.entries(GROUPS).flatMap(([group, names]) =>
  names.map((name) => ({
    id: name.replace('help/', ''),
    group,
    path: `docs/${name}.md`,
  })),
)
