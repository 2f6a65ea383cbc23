import { existsSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { visibleText } from '../visible-text'
import { confirm } from './questions'

interface Filter {
  readonly name: string
  readonly extensions: string[]
}

export const SCENARIO_FILTER: Filter = { name: 'Brink scenarios', extensions: ['brink'] }
/** What carries the scenario that it was made from. */
const EXPORT_FILTER: Filter = {
  name: 'Exports',
  extensions: ['svg', 'png', 'pdf', 'xlsx', 'pptx', 'docx'],
}
const ALL_FILTER: Filter = { name: 'All files', extensions: ['*'] }

let firstFolder: string | undefined

/** Where the dialogs of files begin that have no better place; the system’s choice without one. */
export function beginDialogsIn(folder: string | undefined): void {
  firstFolder = folder
}

/** Looked for when it is wanted: on a network that is gone the answer may take minutes. */
async function firstFolderIfThere(): Promise<string | undefined> {
  const folder = firstFolder
  if (folder === undefined) return undefined
  return access(folder).then(
    () => folder,
    () => undefined,
  )
}

export async function chooseFile(window: BrowserWindow): Promise<string | undefined> {
  const folder = await firstFolderIfThere()
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    ...(folder ? { defaultPath: folder } : {}),
    filters: [SCENARIO_FILTER, EXPORT_FILTER, ALL_FILTER],
  })
  return filePaths[0]
}

/** Asks for a place; the ending is added where the analyst left it out. */
export async function choosePlace(
  window: BrowserWindow,
  name: string,
  beside: string | undefined,
  filter: Filter,
): Promise<string | undefined> {
  const folder = beside
    ? dirname(beside)
    : ((await firstFolderIfThere()) ?? app.getPath('documents'))
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
const askBeforeReplacing = (window: BrowserWindow, path: string): Promise<boolean> =>
  confirm(window, {
    message: `${visibleText(basename(path))} exists already. Replace it?`,
    detail: 'What it holds now is lost if you replace it.',
    action: 'Replace',
  })
