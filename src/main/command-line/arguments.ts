import { type Invocation, misused, TOPICS } from './command'
import { readCommand } from './read-command'

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
