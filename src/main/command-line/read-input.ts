import { resolve } from 'node:path'
import type { Scenario } from '../../forecast/scenario'
import { describeFailure } from '../../scenario-file/failures'
import { parseScenario } from '../../scenario-file/parse'
import { readFailureWords, readTextFile } from '../documents/read-file'
import { visibleText } from '../visible-text'

type Problem = { readonly problem: string }

/** The scenario in a file that was named, or what is wrong with that, in words. */
export async function readScenario(
  file: string,
): Promise<{ readonly scenario: Scenario } | Problem> {
  const read = await readTextFile(resolve(file))
  if (!read.ok) return { problem: readFailureWords[read.failure] }
  const parsed = parseScenario(read.text)
  if (parsed.ok) return { scenario: parsed.scenario }
  const { summary, details } = describeFailure(parsed.failure)
  return { problem: [summary, ...details].map(visibleText).join('\n  ') }
}

/** The same for a command that ends with it. */
export async function readInput(file: string): Promise<{ readonly scenario: Scenario } | Problem> {
  const read = await readScenario(file)
  return 'problem' in read ? { problem: `brink: ${visibleText(file)}: ${read.problem}\n` } : read
}
