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
  | { readonly kind: 'help'; readonly topic?: 'forecast' }
  | { readonly kind: 'version' }
  | { readonly kind: 'misused'; readonly message: string }

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
  if (first === 'forecast') return readForecast(rest)
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

function readForecast(argv: readonly string[]): Invocation {
  const files: string[] = []
  let asJson = false
  let chartsFolder: string | undefined
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] ?? ''
    if (argument === '--help' || argument === '-h') return { kind: 'help', topic: 'forecast' }
    if (argument === '--json') asJson = true
    else if (argument.startsWith('--charts=')) chartsFolder = argument.slice('--charts='.length)
    else if (argument === '--charts') chartsFolder = folderAfter(argv, at++)
    else if (argument.startsWith('-') && argument !== '-') {
      return misused(`forecast has no option ${argument}`)
    } else files.push(argument)
  }
  const [file, second] = files
  if (chartsFolder === '') return misused('--charts needs a folder')
  if (file === undefined) return misused('forecast needs a scenario file')
  if (second !== undefined) return misused(`forecast takes one file; what is ${second}?`)
  return { kind: 'forecast', file, asJson, ...(chartsFolder ? { chartsFolder } : {}) }
}

/** An option in the folder's place is a folder forgotten; ./--name means one of that name. */
function folderAfter(argv: readonly string[], at: number): string {
  const folder = argv[at + 1] ?? ''
  return folder.startsWith('--') ? '' : folder
}
