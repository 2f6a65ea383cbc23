import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { ExportFormat, OpenResult, Output } from '../ipc/contract'
import { writeAtomically } from './documents/atomic-write'
import type { BundledFile } from './documents/bundled'
import type { DocumentFiles } from './documents/document-files'
import { safeFileName } from './documents/safe-name'
import { writeFailureWords } from './documents/write-words'
import { answer } from './shell/ipc'
import { visibleText } from './visible-text'
import { askBeforeClosing, type MainWindow } from './windows/main-window'

interface WindowServices {
  readonly main: MainWindow
  readonly files: DocumentFiles
  readonly listRecent: () => Output<'recent:list'>
  readonly listBundled: () => Promise<BundledFile[]>
  /** The file given at start. */
  readonly firstFile: string | undefined
}

const SCENARIO_FILTER = { name: 'Brink scenarios', extensions: ['brink'] }
const ALL_FILTER = { name: 'All files', extensions: ['*'] }
const EXPORT_NAMES: Readonly<Record<ExportFormat, string>> = {
  png: 'PNG pictures',
  svg: 'SVG pictures',
  csv: 'CSV tables',
}

const unknownFile: OpenResult = {
  kind: 'refused',
  title: 'That file is no longer known.',
  details: ['Open it again from where it is.'],
}

/** Answers everything that the window asks. */
export function answerWindow(services: WindowServices): void {
  const { main, files, listRecent, listBundled, firstFile } = services
  answer('document:first', () => (firstFile ? files.open(firstFile) : openBaseline(listBundled)))
  answer('document:open', async (_input, window) => {
    const path = await chooseFile(window)
    return path ? files.open(path) : { kind: 'cancelled' }
  })
  answer('document:open-token', ({ token }) => {
    const path = files.pathOf(token)
    return path ? files.open(path) : unknownFile
  })
  answer('document:open-dropped', ({ path }) => files.open(path))
  answer('document:save', async ({ token, elsewhere, suggestedName, text }, window) => {
    const known = token ? files.pathOf(token) : undefined
    const path =
      known && !elsewhere
        ? known
        : await choosePlace(window, safeFileName(suggestedName, '.brink'), known, SCENARIO_FILTER)
    return path ? files.save(path, text) : { kind: 'cancelled' }
  })
  answer('document:state', (state) => main.setDocumentState(state))
  answer('document:ask-unsaved', ({ title }, window) => askBeforeClosing(window, title))
  answer('bundled:list', listBundled)
  answer('recent:list', listRecent)
  answer('export:save', async ({ suggestedName, format, content }, window) => {
    const name = safeFileName(suggestedName, `.${format}`)
    const filter = { name: EXPORT_NAMES[format], extensions: [format] }
    const path = await choosePlace(window, name, undefined, filter)
    return path ? writeExport(path, content) : { kind: 'cancelled' }
  })
  answer('window:close', () => main.close())
}

async function openBaseline(listBundled: () => Promise<BundledFile[]>): Promise<OpenResult> {
  const [baseline] = await listBundled()
  return baseline
    ? { kind: 'opened', document: { token: null, fileName: '', text: baseline.text } }
    : { kind: 'refused', title: 'The bundled scenarios are missing.', details: [] }
}

async function chooseFile(window: BrowserWindow): Promise<string | undefined> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [SCENARIO_FILTER, ALL_FILTER],
  })
  return filePaths[0]
}

interface Filter {
  readonly name: string
  readonly extensions: string[]
}

/** Asks for a place; the ending is added where the analyst left it out. */
async function choosePlace(
  window: BrowserWindow,
  name: string,
  beside: string | undefined,
  filter: Filter,
): Promise<string | undefined> {
  const folder = beside ? dirname(beside) : app.getPath('documents')
  const { filePath, canceled } = await dialog.showSaveDialog(window, {
    defaultPath: join(folder, name),
    filters: [filter],
    properties: ['showOverwriteConfirmation'],
  })
  if (canceled || !filePath) return undefined
  const ending = `.${filter.extensions[0] ?? ''}`
  if (extname(filePath).toLowerCase() === ending) return filePath
  const path = `${filePath}${ending}`
  return !existsSync(path) || (await askBeforeReplacing(window, path)) ? path : undefined
}

/** The system asked about the name as it was typed, which was another one. */
async function askBeforeReplacing(window: BrowserWindow, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
    message: `${visibleText(basename(path))} exists already. Replace it?`,
    detail: 'What it holds now is lost if you replace it.',
  })
  return response === 0
}

async function writeExport(
  path: string,
  content: string | Uint8Array,
): Promise<Output<'export:save'>> {
  const fileName = basename(path)
  try {
    await writeAtomically(path, content)
    return { kind: 'written', fileName }
  } catch (error) {
    const details = [writeFailureWords(error), 'Choose another place.']
    return { kind: 'failed', title: `${fileName} was not written.`, details }
  }
}
