import { randomUUID } from 'node:crypto'
import { basename, dirname, resolve } from 'node:path'
import type { OpenResult, SaveResult } from '../../ipc/contract'
import { describeFailure } from '../../scenario-file/failures'
import { parseScenario } from '../../scenario-file/parse'
import { writeAtomically } from './atomic-write'
import { readFailureWords, readTextFile } from './read-file'
import { writeFailureWords } from './write-words'

/** Files by the tokens under which windows know them; a window never names a path. */
export interface DocumentFiles {
  tokenOf(path: string): string
  pathOf(token: string): string | undefined
  /** Reads and checks a file; a refusal says what was expected where. */
  open(path: string): Promise<OpenResult>
  /** Writes the text of a scenario to a place that the analyst chose. */
  save(path: string, text: string): Promise<SaveResult>
}

export function createDocumentFiles(onUsed: (path: string) => void): DocumentFiles {
  const paths = new Map<string, string>()
  const tokenOf = (path: string): string => {
    const known = [...paths].find(([, other]) => other === path)?.[0]
    const token = known ?? randomUUID()
    paths.set(token, path)
    return token
  }
  return {
    tokenOf,
    pathOf: (token) => paths.get(token),
    open: async (given) => {
      const path = resolve(given)
      const name = basename(path)
      const refuse = (summary: string, details: string[]): OpenResult => ({
        kind: 'refused',
        title: `${name} was not opened. ${summary}`,
        details,
      })
      const read = await readTextFile(path)
      if (!read.ok)
        return refuse(readFailureWords[read.failure], [`It was looked for in ${dirname(path)}.`])
      const parsed = parseScenario(read.text)
      if (!parsed.ok) {
        const { summary, details } = describeFailure(parsed.failure)
        return refuse(summary, details)
      }
      onUsed(path)
      return {
        kind: 'opened',
        document: { token: tokenOf(path), fileName: name, text: read.text },
      }
    },
    save: async (path, text) => {
      const name = basename(path)
      const parsed = parseScenario(text)
      if (!parsed.ok) {
        const { summary, details } = describeFailure(parsed.failure)
        return { kind: 'failed', title: `${name} was not saved. ${summary}`, details }
      }
      try {
        await writeAtomically(path, text)
      } catch (error) {
        const next = 'What was there before is unchanged. Use Save As to put it elsewhere.'
        return {
          kind: 'failed',
          title: `${name} was not saved.`,
          details: [writeFailureWords(error), next],
        }
      }
      onUsed(path)
      return { kind: 'saved', token: tokenOf(path), fileName: name }
    },
  }
}
