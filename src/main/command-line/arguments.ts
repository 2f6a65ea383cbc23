import type { OverturnGoal } from '../../forecast/explain/overturn'

/** What a command line asks for. */
export type Invocation = { readonly kind: 'window'; readonly file?: string } | Command

/** What is done without a window. */
export type Command =
  | {
      readonly kind: 'forecast'
      readonly file: string
      readonly asJson: boolean
      readonly chartsFolder?: string
    }
  | {
      readonly kind: 'explain'
      readonly file: string
      readonly asJson: boolean
      /** Of which the event is explained; the gravest where absent. */
      readonly claim?: string
      readonly until: OverturnGoal
    }
  | { readonly kind: 'compare'; readonly files: readonly string[]; readonly asJson: boolean }
  | { readonly kind: 'help'; readonly topic?: Topic }
  | { readonly kind: 'version' }
  | { readonly kind: 'misused'; readonly message: string }

const TOPICS = ['forecast', 'explain', 'compare'] as const
export type Topic = (typeof TOPICS)[number]

const misused = (message: string): Invocation => ({ kind: 'misused', message })

/**
 * Reads the arguments after the program's own.
 *
 * @param isFile whether something of this name exists, so that a file to open is
 *   told from a mistyped command
 */
export function readArguments(
  argv: readonly string[],
  isFile: (name: string) => boolean,
): Invocation {
  const [first, ...rest] = argv
  if (first === undefined) return { kind: 'window' }
  const topic = TOPICS.find((name) => name === first)
  if (topic) return readCommand(topic, rest)
  if (first === '--help' || first === '-h' || first === 'help') return { kind: 'help' }
  if (first === '--version' || first === '-v') return { kind: 'version' }
  if (first.startsWith('-')) return misused(`there is no option ${first}`)
  if (!first.endsWith('.brink') && !isFile(first)) {
    return misused(`there is no command ${first}, and no file of that name`)
  }
  const [second] = rest
  if (second !== undefined) return misused(`a window takes one file; what is ${second}?`)
  return { kind: 'window', file: first }
}

const OPTIONS: Readonly<Record<Topic, Readonly<Record<string, string>>>> = {
  forecast: { '--charts': 'a folder' },
  explain: { '--claim': 'the id of a claim', '--until': '“opposite” or “outside”' },
  compare: {},
}

interface Given {
  readonly files: readonly string[]
  readonly asJson: boolean
  readonly options: Readonly<Record<string, string>>
}

function readCommand(topic: Topic, argv: readonly string[]): Invocation {
  if (argv.includes('--help') || argv.includes('-h')) return { kind: 'help', topic }
  const given = readGiven(topic, argv)
  if ('kind' in given) return given
  if (topic === 'compare') return readCompare(given)
  const [file, second] = given.files
  if (file === undefined) return misused(`${topic} needs a scenario file`)
  if (second !== undefined) return misused(`${topic} takes one file; what is ${second}?`)
  const { asJson, options } = given
  if (topic === 'explain') return readExplain(file, given)
  const chartsFolder = options['--charts']
  return { kind: 'forecast', file, asJson, ...(chartsFolder ? { chartsFolder } : {}) }
}

/** Files and options as they come, or what is wrong with them. */
function readGiven(topic: Topic, argv: readonly string[]): Given | Invocation {
  const files: string[] = []
  const options: Record<string, string> = {}
  let asJson = false
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] ?? ''
    const [name = '', ...rest] = argument.split('=')
    const needs = OPTIONS[topic][name]
    if (argument === '--json') asJson = true
    else if (needs !== undefined) {
      const value = argument.includes('=') ? rest.join('=') : valueAfter(argv, at++)
      if (value === '') return misused(`${name} needs ${needs}`)
      options[name] = value
    } else if (argument.startsWith('-') && argument !== '-') {
      return misused(`${topic} has no option ${argument}`)
    } else files.push(argument)
  }
  return { files, asJson, options }
}

/** An option in a value's place is a value forgotten; ./--name means a file or folder of that name. */
function valueAfter(argv: readonly string[], at: number): string {
  const value = argv[at + 1] ?? ''
  return value.startsWith('--') ? '' : value
}

function readExplain(file: string, { asJson, options }: Given): Invocation {
  const claim = options['--claim']
  const until = options['--until'] ?? 'opposite'
  if (until !== 'opposite' && until !== 'outside') {
    return misused(`--until needs ${OPTIONS.explain['--until']}, not ${until}`)
  }
  return { kind: 'explain', file, asJson, until, ...(claim ? { claim } : {}) }
}

export const MOST_COMPARED = 6

function readCompare({ files, asJson }: Given): Invocation {
  if (files.length < 2) return misused('compare needs two scenario files or more')
  if (files.length > MOST_COMPARED) return misused(`compare takes ${MOST_COMPARED} files at most`)
  return { kind: 'compare', files, asJson }
}
