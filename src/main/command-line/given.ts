import { type Misuse, misused, type Topic } from './command'

/** An option's value in words, for when it is missing. */
type Options = Readonly<Record<string, string>>

interface Accepted {
  readonly options: Options
  readonly json: boolean
}

const ACCEPTED: Readonly<Record<Topic, Accepted>> = {
  forecast: { json: true, options: { '--charts': 'a folder' } },
  explain: {
    json: true,
    options: { '--claim': 'the id of a claim', '--until': '“opposite” or “outside”' },
  },
  compare: { json: true, options: {} },
  export: {
    json: false,
    options: {
      '--to': 'a folder',
      '--format': 'formats, such as svg,png,pdf',
      '--claim': 'the id of a claim, or “reach” and a rung',
    },
  },
  sweep: {
    json: false,
    options: {
      '--vary': 'WHAT=FROM:TO:STEP or WHAT=A,B,…',
      '--to': 'a folder',
      '--range': '“keep” or “point”',
    },
  },
  collect: { json: false, options: { '--to': 'a file', '--index': 'the index of a sweep' } },
  draws: { json: false, options: { '--to': 'a file' } },
}

/** Options that may come more than once; of all others the last counts. */
const MANIFOLD = '--vary'

export interface Given {
  readonly files: readonly string[]
  readonly asJson: boolean
  readonly options: Readonly<Record<string, string>>
  /** What `--vary` was given, in turn. */
  readonly vary: readonly string[]
}

/** What is expected of an option, in words. */
export const expectedOf = (topic: Topic, option: string): string =>
  ACCEPTED[topic].options[option] ?? ''

/** Files and options as they come, or what is wrong with them. */
export function readGiven(topic: Topic, argv: readonly string[]): Given | Misuse {
  const files: string[] = []
  const vary: string[] = []
  const options: Record<string, string> = {}
  let asJson = false
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] ?? ''
    const [name = '', ...rest] = argument.split('=')
    const needs = ACCEPTED[topic].options[name]
    if (argument === '--json' && ACCEPTED[topic].json) asJson = true
    else if (needs !== undefined) {
      const value = argument.includes('=') ? rest.join('=') : valueAfter(argv, at++)
      if (value === '') return misused(`${name} needs ${needs}`)
      if (name === MANIFOLD) vary.push(value)
      else options[name] = value
    } else if (argument.startsWith('-') && argument !== '-') {
      return misused(`${topic} has no option ${argument}`)
    } else files.push(argument)
  }
  return { files, asJson, options, vary }
}

/** An option in a value's place is a value forgotten; ./--name means a file or folder of that name. */
function valueAfter(argv: readonly string[], at: number): string {
  const value = argv[at + 1] ?? ''
  return value.startsWith('--') ? '' : value
}
