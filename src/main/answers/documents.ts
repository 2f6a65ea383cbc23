import { basename } from 'node:path'
import { isolated } from '../../forecast/isolated'
import type { Input, OpenResult, Output, SaveResult } from '../../ipc/contract'
import type { BundledFile } from '../documents/bundled'
import type { DocumentFiles } from '../documents/document-files'
import { isOfThisMachine } from '../documents/dropped-path'
import type { Journal, JournalEntry } from '../documents/journal'
import { asWritten, baseOf, beganFrom } from '../documents/recovery'
import { safeFileName } from '../documents/safe-name'
import { truePath } from '../documents/standing'
import { answer } from '../shell/ipc'
import { chooseFile, choosePlace, SCENARIO_FILTER } from '../windows/choose-path'
import type { OpenWindows } from '../windows/open-windows'
import { askAboutUnsaved } from '../windows/questions'
import {
  focusWindow,
  type Notice,
  type Start,
  type WorkbenchWindow,
} from '../windows/workbench-window'

export interface DocumentServices {
  readonly windows: OpenWindows
  readonly files: DocumentFiles
  readonly journal: Journal
  readonly listRecent: () => Promise<Output<'recent:list'>>
  readonly listBundled: () => Promise<BundledFile[]>
}

const unknownFile: OpenResult = {
  kind: 'refused',
  title: 'That file is no longer known.',
  details: ['Open it again from where it is.'],
}

const notOfThisMachine: OpenResult = {
  kind: 'refused',
  title: 'What was dropped is not a file on this machine.',
  details: ['Open it with “Open…” instead.'],
}

/** Answers what windows ask about documents and their files. */
export function answerDocuments(services: DocumentServices): void {
  const { windows, listRecent, listBundled } = services
  answerOpening(services)
  answerState(services)
  answer('document:save', (asked, window) => save(services, windows.of(window), asked))
  answer('document:ask-unsaved', ({ title }, window) => askAboutUnsaved(window, title))
  answer('bundled:list', listBundled)
  answer('recent:list', listRecent)
  answer('window:settled', ({ saved }, window) => windows.of(window).answerSave(saved))
}

function answerOpening(services: DocumentServices): void {
  const { windows, files } = services
  answer('document:first', (_input, window) => openStart(services, windows.of(window)))
  answer('document:open', async (_input, window) => {
    const path = await chooseFile(window)
    return path ? openIn(services, windows.of(window), path) : { kind: 'cancelled' }
  })
  answer('document:open-token', ({ token }, window) => {
    const path = files.pathOf(token)
    return path ? openIn(services, windows.of(window), path) : unknownFile
  })
  answer('document:open-dropped', async ({ path }, window) =>
    isOfThisMachine(path, process.platform)
      ? openIn(services, windows.of(window), path)
      : notOfThisMachine,
  )
  answer('document:not-shown', async ({ token }, window) => {
    const path = files.pathOf(token)
    if (path === undefined) return
    files.putBack(path)
    const holder = windows.of(window)
    if (holder.state()?.token !== token) return
    const change = await files.change(path)
    if (change) holder.send({ kind: 'file-changed', token, change })
  })
  answer('document:read', async (_input, window) => {
    const path = await chooseFile(window)
    return path ? files.read(path) : { kind: 'cancelled' }
  })
}

function answerState({ windows, files, journal }: DocumentServices): void {
  answer('document:state', async (state, window) => {
    const holder = windows.of(window)
    const before = holder.state()
    const path = state.token ? files.pathOf(state.token) : undefined
    holder.setState(state)
    windows.hold(holder, path)
    if (!state.isUnsaved) holder.setStart(startOf(path, state.text))
    // A document that gave way was saved or given up first.
    const past = before && before.id !== state.id ? [before.id] : []
    // All in this instant: one that waited would strike a note that comes meanwhile.
    const struck = state.isUnsaved ? past : [...past, state.id]
    await Promise.all(struck.map((id) => journal.forget(id)))
  })
  answer('document:note', async ({ token, ...note }, window) => {
    const entry = { ...note, path: (token && files.pathOf(token)) ?? null }
    const notedAt = new Date().toISOString()
    windows.of(window).setStart({ kind: 'unsaved', entry: { ...entry, notedAt } })
    return journal.note(entry).then(
      () => true,
      () => false,
    )
  })
}

/** What a page shows that has to be loaded again with nothing unsaved on it. */
function startOf(path: string | undefined, text: string | null): Start {
  if (path !== undefined) return { kind: 'file', path }
  return text === null ? { kind: 'baseline' } : { kind: 'text', text }
}

async function save(
  { windows, files }: DocumentServices,
  saving: WorkbenchWindow,
  { token, elsewhere, suggestedName, text, replacing }: Input<'document:save'>,
): Promise<SaveResult> {
  const own = token ? files.pathOf(token) : undefined
  if (own && !elsewhere) return files.save(own, text, { isOwn: true, replacing })
  const id = saving.state()?.id
  const name = safeFileName(suggestedName, '.brink')
  const chosen = await choosePlace(saving.window, name, own, SCENARIO_FILTER)
  if (!chosen) return { kind: 'cancelled' }
  const path = await truePath(chosen)
  return windows.takingIn(path, async (holder) => {
    if (holder && holder !== saving) return openElsewhere(path)
    const result = await files.save(path, text, { isOwn: false, replacing: null })
    // By now the window may show another document.
    const isShown = saving.state()?.id === id
    if (result.kind === 'saved' && isShown) windows.hold(saving, files.pathOf(result.token))
    return result
  })
}

/** Opens a file in a window, unless another one has it. */
async function openIn(
  { windows, files }: DocumentServices,
  asking: WorkbenchWindow,
  given: string,
): Promise<OpenResult> {
  const path = await truePath(given)
  return windows.takingIn(path, async (holder) => {
    if (holder && holder !== asking) {
      focusWindow(holder.window)
      return { kind: 'elsewhere' }
    }
    const result = await files.open(path)
    // At once, and not when the window says so: the same file may be asked for again before.
    // An export is nobody’s document: what is opened from it has no file.
    if (result.kind === 'opened') windows.hold(asking, result.document.token ? path : undefined)
    return result
  })
}

const openElsewhere = (path: string): SaveResult => ({
  kind: 'failed',
  title: `${isolated(basename(path))} was not saved. That file is open in another window.`,
  details: ['Choose another name, or close it there first.'],
})

/** What a window shows when its page has come up. */
function openStart(services: DocumentServices, opened: WorkbenchWindow): Promise<OpenResult> {
  const start = opened.start()
  switch (start.kind) {
    case 'file':
      return openIn(services, opened, start.path)
    case 'text':
      return Promise.resolve(withoutFile(start.text))
    case 'unsaved':
      return openUnsaved(services, opened, start.entry)
    case 'baseline':
      return openBaseline(services.listBundled)
  }
}

const withoutFile = (text: string): OpenResult => ({
  kind: 'opened',
  document: { token: null, fileName: '', text, unsaved: null },
})

async function openBaseline(listBundled: () => Promise<BundledFile[]>): Promise<OpenResult> {
  const [baseline] = await listBundled()
  return baseline
    ? withoutFile(baseline.text)
    : { kind: 'refused', title: 'The bundled scenarios are missing.', details: [] }
}

/**
 * Opens noted work over what it began from. Where its file has changed since, or is open in
 * another window, it must not be saved there unasked.
 */
export async function openUnsaved(
  services: DocumentServices,
  asking: WorkbenchWindow,
  entry: JournalEntry,
): Promise<OpenResult> {
  const { windows } = services
  const { path } = entry
  if (path === null) return unsavedWithoutFile(entry)
  return windows.takingIn(path, async (holder) => {
    if (holder && holder !== asking) return unsavedWithoutFile(entry, besideItsFile(path))
    const opened = await openUnsavedOn(services, path, entry)
    windows.hold(asking, path)
    return opened
  })
}

const unsavedWithoutFile = (entry: JournalEntry, notice?: Notice): OpenResult => ({
  kind: 'opened',
  document: {
    ...{ token: null, fileName: '', text: beganFrom(entry), unsaved: unsavedOf(entry) },
    ...(notice ? { notice } : {}),
  },
})

const besideItsFile = (path: string): Notice => ({
  title: `This is the recovered work on ${isolated(basename(path))}, which is open in another window.`,
  details: ['Here it is in no file yet: saving it asks for a place of its own.'],
})

async function openUnsavedOn(
  { files }: DocumentServices,
  path: string,
  entry: JournalEntry,
): Promise<OpenResult> {
  const unsaved = unsavedOf(entry)
  const { file } = await baseOf(entry)
  const opened = file === 'as-saved' ? await files.open(path) : undefined
  // It may have been changed since it was looked at.
  if (opened?.kind === 'opened' && asWritten(opened.document.text) === beganFrom(entry)) {
    return { ...opened, document: { ...opened.document, unsaved } }
  }
  files.distrust(path)
  return {
    kind: 'opened',
    document: {
      token: files.tokenOf(path),
      fileName: basename(path),
      text: beganFrom(entry),
      unsaved,
    },
  }
}

const unsavedOf = ({ id, text }: JournalEntry) => ({ id, text })
