import { isolated } from '../../../forecast/isolated'
import type { FileChange, SaveResult } from '../../../ipc/contract'
import { parseScenario } from '../../../scenario-file/parse'
import { serializeScenario } from '../../../scenario-file/serialize'
import { bridge } from '../../bridge'
import { selectScenario, useDocument } from '../../state/document-store'
import { type Notice, setView } from '../../state/view-store'
import { commitFocusedField } from './fields'
import { leave, sayProblem } from './showing'

const fileNameFor = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'scenario'

interface Named {
  readonly fileName: string
  readonly fileChange: FileChange | undefined
}

function suggestedName({ fileName, fileChange }: Named, title: string): string {
  if (!fileName) return `${fileNameFor(title)}.brink`
  if (fileChange?.kind !== 'changed') return fileName
  // Under the name of what someone else has put there, one key more would write over it.
  return `${fileName.replace(/\.brink$/i, '').slice(0, 200)} (mine).brink`
}

interface SaveOptions {
  /** Ask for a place even where the document has one. */
  readonly elsewhere: boolean
  /** What another hand has put into the file, if it may be written over. */
  readonly replacing?: FileChange
}

/** So long a save elsewhere waits for one before it, which may be into a folder that is gone. */
const PATIENCE_MS = 2000
/** A save that takes longer is told of. */
const SLOW_MS = 4000

let lastSave: Promise<boolean> = Promise.resolve(true)
/** The last that asks for a place: two dialogs at once would be one too many. */
let lastAsking: Promise<boolean> = lastSave
let count = 0
/** The newest save whose place the document has taken. */
let newestSaved = 0

/** Whether the document is in a file afterwards; one save after the other, so that none overtakes. */
export function save(elsewhere: boolean): Promise<boolean> {
  return saveInTurn({ elsewhere })
}

/** Writes the document over what another hand has made of its file. */
export function keepMine(): Promise<boolean> {
  const { fileChange } = useDocument.getState()
  return saveInTurn({ elsewhere: false, ...(fileChange ? { replacing: fileChange } : {}) })
}

function saveInTurn(options: SaveOptions): Promise<boolean> {
  const next = (): Promise<boolean> => saveOnce(options)
  const wait = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  const former = lastSave
  const before = options.elsewhere ? lastAsking.then(() => Promise.race([former, wait])) : former
  const asksForPlace = options.elsewhere || useDocument.getState().token === null
  const saving = before.then(next, next)
  lastSave = saving
  if (asksForPlace) lastAsking = saving.catch(() => false)
  return saving
}

async function saveOnce({ elsewhere, replacing }: SaveOptions): Promise<boolean> {
  commitFocusedField()?.focus({ preventScroll: true })
  const state = useDocument.getState()
  const { id, token } = state
  const scenario = selectScenario(state)
  const number = ++count
  const asked = bridge.save({
    token,
    elsewhere,
    suggestedName: suggestedName(state, scenario.title),
    text: serializeScenario(scenario),
    replacing: replacing?.seen ?? null,
  })
  // A dialog takes as long as it takes.
  const result = await (elsewhere || !token ? asked : tellIfSlow(asked, state))
  // One that was too slow for the analyst says nothing about where the work is now.
  if (number < newestSaved) return result.kind === 'saved'
  switch (result.kind) {
    case 'saved':
      newestSaved = number
      useDocument.getState().markSaved(id, scenario, result.token, result.fileName)
      if (result.notes.length > 0) setView({ notice: savedWith(result.fileName, result.notes) })
      // What was told of a save before no longer holds.
      else setView(({ notice }) => (notice?.save ? { notice: undefined } : {}))
      return true
    case 'changed':
      if (isShown(id)) askAboutFile(result.change)
      return false
    case 'failed':
      // What is offered is done with the document shown, which may be another by now.
      sayProblem(
        result.title,
        result.details,
        isShown(id) ? { save: howFailed(result, elsewhere || !token) } : {},
      )
      return false
    case 'cancelled':
      return false
  }
}

const isShown = (id: string): boolean => useDocument.getState().id === id

function howFailed(
  { isUnconfirmed }: Extract<SaveResult, { kind: 'failed' }>,
  isElsewhere: boolean,
): NonNullable<Notice['save']> {
  if (isElsewhere) return 'failed-elsewhere'
  return isUnconfirmed ? 'unconfirmed' : 'failed'
}

/** Once undo has led back to what the file holds, nothing is left that was not saved. */
export function putAwayFailure(): void {
  setView(({ notice }) =>
    notice?.save === 'failed' || notice?.save === 'failed-elsewhere' ? { notice: undefined } : {},
  )
}

/** Says so while a folder does not answer, and what can be done. */
async function tellIfSlow(
  asked: Promise<SaveResult>,
  { id, fileName }: { readonly id: string; readonly fileName: string },
): Promise<SaveResult> {
  const notice = {
    kind: 'problem',
    title: `${isolated(fileName)} is not saved yet: its folder does not answer.`,
    details: ['It may still be written. Use Save As to put your work elsewhere meanwhile.'],
    save: 'slow',
  } as const
  const slow = setTimeout(() => isShown(id) && setView({ notice }), SLOW_MS)
  const putAway = (): void => {
    clearTimeout(slow)
    setView((view) => (view.notice === notice ? { notice: undefined } : {}))
  }
  return asked.finally(putAway)
}

/** Puts the question about a file changed by another hand before the analyst. */
export function askAboutFile(change: FileChange): void {
  useDocument.getState().noteFileChange(change)
  // A dialog would stand before the question.
  setView({ isFileChangePutOff: false, dialog: undefined, exporting: undefined })
}

const savedWith = (fileName: string, details: readonly string[]) =>
  ({ kind: 'info', title: `${isolated(fileName)} was saved.`, details }) as const

/** Takes in what another hand has put into the document's file; undo brings back what was here. */
export async function takeTheirs(): Promise<void> {
  const { token, id } = useDocument.getState()
  if (!token) return
  const found = await bridge.openToken(token)
  if (found.kind === 'refused') return sayProblem(found.title, found.details)
  if (found.kind !== 'opened' || useDocument.getState().id !== id) return leave(found)
  const parsed = parseScenario(found.document.text)
  if (!parsed.ok) return leave(found)
  useDocument.getState().takeTheirs(parsed.scenario)
}
