/** Something in a scenario file that is not as it should be, and where. */
export interface Problem {
  /** Dotted path, e.g. `judgment.drivers.israel-ties.intensity.low`; empty for the whole file. */
  readonly path: string
  /** What was expected there. */
  readonly expected: string
}

/** Why a text is not a scenario that can be opened. */
export type FileFailure =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-json'; readonly line: number; readonly column: number }
  | { readonly kind: 'too-deep'; readonly levels: number }
  | { readonly kind: 'too-much'; readonly values: number; readonly line: number }
  | { readonly kind: 'repeated-key'; readonly key: string; readonly line: number }
  | { readonly kind: 'forbidden-key'; readonly key: string; readonly line: number }
  | { readonly kind: 'not-a-scenario' }
  | { readonly kind: 'newer-version'; readonly version: number; readonly supported: number }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[]; readonly more: number }

/** The failure in words: what is wrong, and one line for each place. */
export function describeFailure(failure: FileFailure): { summary: string; details: string[] } {
  const say = (summary: string, ...details: string[]) => ({ summary, details })
  switch (failure.kind) {
    case 'empty':
      return say('The file is empty.', 'A Brink scenario in JSON was expected.')
    case 'too-large':
      return say('The file would be larger than 20 MB.', 'No scenario may be.')
    case 'not-json':
      return say(
        'The file is not valid JSON.',
        `It stops making sense at line ${failure.line}, column ${failure.column}.`,
        'If it was cut short on its way here, another copy of it may be whole.',
      )
    case 'too-deep':
      return say(
        'The file is not a Brink scenario.',
        `It nests deeper than ${failure.levels} levels.`,
      )
    case 'too-much':
      return say(
        'The file is not a Brink scenario.',
        `It holds more than ${failure.values.toLocaleString('en-GB')} values; line ${failure.line} has the first too many.`,
      )
    case 'repeated-key':
      return say(
        'The file gives the same thing twice.',
        `"${failure.key}" stands a second time in one object at line ${failure.line}.`,
      )
    case 'forbidden-key':
      return say(
        'The file holds a name that no scenario has.',
        `"${failure.key}" at line ${failure.line}.`,
      )
    case 'not-a-scenario':
      return say(
        'The file is not a Brink scenario.',
        'format: expected "brink-scenario" at the top of the file.',
      )
    case 'newer-version':
      return say(
        'The file was made by a newer version of Brink.',
        `formatVersion: expected ${failure.supported} or lower, found ${failure.version}. It was left as it is; open it with that version.`,
      )
    case 'invalid':
      return say(
        'The file does not hold a whole scenario.',
        ...failure.problems.map(({ path, expected }) => `${path || 'file'}: expected ${expected}`),
        ...(failure.more > 0
          ? [
              `and ${failure.more.toLocaleString('en-GB')} more ${failure.more === 1 ? 'place' : 'places'}`,
            ]
          : []),
      )
  }
}
