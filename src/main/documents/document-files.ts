import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { isolated } from '../../forecast/isolated'
import type { FileChange, OpenResult, SaveResult } from '../../ipc/contract'
import { describeFailure } from '../../scenario-file/failures'
import { parseScenario } from '../../scenario-file/parse'
import { isInPlace, writeAtomically } from './atomic-write'
import { createTurns } from './in-turn'
import { openExport } from './opened-export'
import { readFailureWords } from './read-file'
import { lookAt, type Standing, seenAs, truePath } from './standing'
import { heldAfterFailure, writeFailureWords } from './write-words'

/** Files by the tokens under which windows know them; a window never names a path. */
export interface DocumentFiles {
  tokenOf(path: string): string
  pathOf(token: string): string | undefined
  /**
   * Reads and checks a file to be worked on; a refusal says what was expected where. Of an
   * export it is the scenario within, as a document without a file.
   */
  open(path: string): Promise<OpenResult>
  /** The same for a file that is only looked at. */
  read(path: string): Promise<OpenResult>
  /**
   * Writes the text of a scenario to a place that the analyst chose. Over a file that
   * another hand has changed since it was opened or saved only as `replacing` allows.
   */
  save(path: string, text: string, options: SaveOptions): Promise<SaveResult>
  /** What another hand has done to a file since it was opened or saved; null for nothing. */
  change(path: string): Promise<FileChange | null>
  /** The work on this file began from something that it does not hold: saving asks. */
  distrust(path: string): void
  /** What was last opened of this file is not worked on after all. */
  putBack(path: string): void
  /** Resolves when every save under way has ended, however it did. */
  settled(): Promise<void>
}

interface SaveOptions {
  /** The document's own file, and not a place just chosen. */
  readonly isOwn: boolean
  /** The state of the file that may be written over, by the name it was seen under. */
  readonly replacing: string | null
}

interface Follow {
  readonly onUsed: (path: string) => void
  /**
   * Keeps a state of a file among its versions, with when it was written unless that is now;
   * answers whether it is kept.
   */
  readonly keep: (path: string, text: string, writtenAt?: Date) => Promise<boolean>
}

export function createDocumentFiles({ onUsed, keep }: Follow): DocumentFiles {
  const { tokenOf, pathOf } = createTokens()
  const { known, expect, putBack } = createExpectations()
  const inTurn = createTurns()
  const saving = new Set<Promise<unknown>>()

  const read = async (given: string): Promise<OpenResult> => {
    const path = await truePath(given)
    const fromExport = await openExport(path)
    if (fromExport) return fromExport
    const standing = await lookAt(path)
    const refusal = refusalOf(standing, path)
    if (refusal) {
      const title = `${isolated(basename(path))} was not opened. ${refusal.summary}`
      const kept = isOfNewerVersion(standing) ? {} : { versionsOf: tokenOf(path) }
      return { kind: 'refused', title, details: refusal.details, ...kept }
    }
    const text = standing.kind === 'text' ? standing.text : ''
    onUsed(path)
    return {
      kind: 'opened',
      document: { token: tokenOf(path), fileName: basename(path), text, unsaved: null },
    }
  }

  const isKept = (...state: Parameters<Follow['keep']>): Promise<boolean> =>
    keep(...state).catch(() => false)
  const write = async (path: string, text: string, wasThere: boolean): Promise<SaveResult> => {
    const written = await writeAtomically(path, text).catch((error: unknown) => {
      if (isInPlace(error)) known.set(path, seenAs(text))
      const details = [
        writeFailureWords(error),
        `${heldAfterFailure(error, wasThere)} ${elsewhere}`,
      ]
      const failed = failedSave(basename(path), { summary: '', details })
      return isInPlace(error) ? { ...failed, isUnconfirmed: true } : failed
    })
    if ('kind' in written) return written
    // It is on the disk: nothing from here on may turn that into a failure.
    known.set(written.path, seenAs(text))
    onUsed(written.path)
    const fileName = basename(written.path)
    const notes = written.otherNames > 0 ? [otherNameNote(fileName)] : []
    if (!(await isKept(written.path, text))) notes.push(notKeptNote)
    return { kind: 'saved', token: tokenOf(written.path), fileName, notes }
  }

  const save = async (given: string, text: string, options: SaveOptions): Promise<SaveResult> => {
    const path = await truePath(given)
    const standing = await lookAt(path)
    const refusal = scenarioRefusal(text)
    if (refusal) return failedSave(basename(path), refusal)
    const expected = [known.get(path), options.replacing, seenAs(text)]
    if (options.isOwn && !expected.includes(standing.seen)) {
      return { kind: 'changed', change: changeOf(path, standing) }
    }
    if (isOfNewerVersion(standing)) return failedSave(basename(path), leftToNewerVersion)
    // Before it is written over: afterwards nothing could bring it back.
    const isSafe =
      standing.kind !== 'text' || (await isKept(path, standing.text, await writtenAt(path)))
    // Whoever agreed did so because theirs would stay among the versions.
    const isTheirs = options.isOwn && ![known.get(path), seenAs(text)].includes(standing.seen)
    if (isTheirs && !isSafe) return failedSave(basename(path), theirsNotKept)
    return write(path, text, standing.kind !== 'absent')
  }

  return {
    tokenOf,
    pathOf,
    read,
    open: async (given) => {
      const result = await read(given)
      if (result.kind === 'opened' && result.document.token !== null) {
        expect(await truePath(given), seenAs(result.document.text))
      }
      return result
    },
    save: (given, text, options) => {
      const saved = inTurn(given, () => save(given, text, options))
      const done = (): boolean => saving.delete(saved)
      saving.add(saved)
      void saved.then(done, done)
      return saved
    },
    change: (path) =>
      inTurn(path, async () => {
        const expected = known.get(path)
        const standing = await lookAt(path)
        const isAsKnown = expected === undefined || standing.seen === expected
        return isAsKnown ? null : changeOf(path, standing)
      }),
    distrust: (path) => expect(path, 'not what the work began from'),
    putBack,
    settled: async () => {
      while (saving.size > 0) await Promise.allSettled(saving)
    },
  }
}

/** What each file was last known to hold, and what that was before it was last opened. */
function createExpectations() {
  const known = new Map<string, string>()
  const before = new Map<string, { readonly seen: string | undefined }>()
  return {
    known: {
      get: (path: string) => known.get(path),
      set: (path: string, seen: string): void => {
        known.set(path, seen)
        before.delete(path)
      },
    },
    expect: (path: string, seen: string): void => {
      before.set(path, { seen: known.get(path) })
      known.set(path, seen)
    },
    putBack: (path: string): void => {
      const former = before.get(path)
      if (former?.seen !== undefined) known.set(path, former.seen)
      else if (former) known.delete(path)
      before.delete(path)
    },
  }
}

function createTokens(): Pick<DocumentFiles, 'tokenOf' | 'pathOf'> {
  const tokens = new Map<string, string>()
  const paths = new Map<string, string>()
  return {
    tokenOf: (path) => {
      const token = tokens.get(path) ?? randomUUID()
      tokens.set(path, token)
      paths.set(token, path)
      return token
    },
    pathOf: (token) => paths.get(token),
  }
}

const elsewhere = 'Use Save As to put yours elsewhere.'
const leftToNewerVersion: Refusal = {
  summary: 'The file there was made by a newer version of Brink.',
  details: [`It was left as it is. ${elsewhere}`],
}
const theirsNotKept: Refusal = {
  summary: 'What someone else has put there could not be kept under File > Versions first.',
  details: [
    'It was left as it is. There may be no room for Brink’s own data.',
    `Make room and try again. ${elsewhere}`,
  ],
}
const notKeptNote =
  'No version of it could be kept under File > Versions. There may be no room for Brink’s own data.'
const otherNameNote = (name: string): string =>
  `${isolated(name)} had another name in the file system. That one still holds what was there before.`

/** When the content of a file was written, if that can be known. */
const writtenAt = (path: string): Promise<Date | undefined> =>
  stat(path).then(
    ({ mtime }) => mtime,
    () => undefined,
  )

const failedSave = (name: string, { summary, details }: Refusal): SaveResult => ({
  kind: 'failed',
  title: `${isolated(name)} was not saved. ${summary}`.trimEnd(),
  details,
})

interface Refusal {
  readonly summary: string
  readonly details: string[]
}

/** Why what stands at a path cannot be opened, if it cannot. */
function refusalOf(standing: Standing, path: string): Refusal | undefined {
  if (standing.kind !== 'text') {
    const failure = standing.kind === 'absent' ? 'not-found' : standing.failure
    const place = `${failure === 'not-found' ? 'It was looked for' : 'It is'} in ${dirname(path)}.`
    return { summary: readFailureWords[failure], details: [place] }
  }
  return scenarioRefusal(standing.text)
}

function scenarioRefusal(text: string): Refusal | undefined {
  const parsed = parseScenario(text)
  return parsed.ok ? undefined : describeFailure(parsed.failure)
}

/** A file of a newer Brink holds what this one cannot know, and would lose. */
function isOfNewerVersion(standing: Standing): boolean {
  if (standing.kind !== 'text') return false
  const parsed = parseScenario(standing.text)
  return !parsed.ok && parsed.failure.kind === 'newer-version'
}

function changeOf(path: string, standing: Standing): FileChange {
  const fileName = basename(path)
  const { seen } = standing
  if (standing.kind === 'absent') {
    return { fileName, kind: 'gone', theirs: null, details: [], isNewer: false, seen }
  }
  const refusal = refusalOf(standing, path)
  const theirs = standing.kind === 'text' && !refusal ? standing.text : null
  const details = refusal ? [refusal.summary, ...refusal.details] : []
  return { fileName, kind: 'changed', theirs, details, isNewer: isOfNewerVersion(standing), seen }
}
