import { basename, dirname, join, resolve } from 'node:path'
import { app } from 'electron'
import { answerAbout } from './answers/about'
import { answerDocuments } from './answers/documents'
import { answerExports } from './answers/exports'
import { answerRecovery } from './answers/recovery'
import { inYardstick, readBundled } from './documents/bundled'
import { createDocumentFiles, type DocumentFiles } from './documents/document-files'
import { openJournal } from './documents/journal'
import { sweepLeftovers } from './documents/leftovers'
import { keepToOwner } from './documents/own-folder'
import { within } from './documents/patience'
import { createRecentFiles, type RecentFiles } from './documents/recent-files'
import { createRecovery, type Recovery } from './documents/recovery'
import { openSettings, type SettingsStore } from './documents/settings'
import { titleOf } from './documents/title-of'
import { openVersions, type Versions } from './documents/versions'
import { ownArguments } from './own-arguments'
import { policyFolder, type ReadPolicy } from './policy'
import { beginDialogsIn, chooseFile } from './windows/choose-path'
import { createHandedFiles, type HandedFiles } from './windows/handed-files'
import { createHelpWindow, type HelpWindow } from './windows/help-window'
import { type MenuActions, setMenu } from './windows/menu'
import { createOpenWindows, type OpenWindows } from './windows/open-windows'
import { createFileWatch } from './windows/watch-files'
import { focusWindow, type Notice } from './windows/workbench-window'

/** The longest that quitting waits for a save. */
const LONGEST_SAVE_MS = 20_000

/** Opens the first window, on a file if one was given, and keeps the app to one process. */
export function startWindowedApp(
  file: string | undefined,
  policy: ReadPolicy,
  prepareShell: () => Promise<void>,
): void {
  const first = file && resolve(file)
  if (!app.requestSingleInstanceLock({ file: first ?? '' })) {
    app.quit()
    return
  }
  app.on('window-all-closed', () => app.quit())
  const handed = createHandedFiles(first)
  // macOS hands over files so, whether by the dock or by a double click, also before it is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    handed.give(path)
  })
  app.on('second-instance', (_event, argv, folder, extra) => {
    const [named] = ownArguments(argv)
    handed.give(fileFrom(extra) ?? (named && resolve(folder, named)))
  })
  void prepareShell().then(() => openApp(handed, policy))
}

function openApp(handed: HandedFiles, policy: ReadPolicy): void {
  beginDialogsIn(policyFolder(policy.policy, app.getPath('home')))
  keepToOwner(app.getPath('userData'))
  const inUserData = (name: string): string => join(app.getPath('userData'), name)
  const settings = openSettings(inUserData('settings.json'))
  const journal = openJournal(inUserData('unsaved'))
  const versions = openVersions(inUserData('versions'))
  const recovery = createRecovery(journal)
  const recent = createRecentFiles(settings)
  const files = openFiles(recent, versions, () => void refreshMenu())
  const fileWatch = createFileWatch(files)
  const help = createHelpWindow()
  const windows = createOpenWindows(settings, {
    onHeld: fileWatch.follow,
    onClosing: (closing) => {
      const id = closing.state()?.id
      if (id) void journal.forget(id)
    },
    onLastClosed: help.close,
    settled: async () => {
      // A save into a folder that does not answer must not keep the program for ever.
      await within(LONGEST_SAVE_MS, files.settled())
      await Promise.all([settings.settled(), journal.settled(), versions.settled()])
    },
  })
  const listRecent = async () =>
    (await recent.list()).map((path) => ({
      token: files.tokenOf(path),
      fileName: basename(path),
      folder: dirname(path),
    }))
  const bundled = readBundled(join(app.getAppPath(), 'scenarios')).then((found) =>
    inYardstick(found, policy.policy.yardstick),
  )
  const refreshMenu = async (): Promise<void> => {
    const [recentFiles, scenarios] = await Promise.all([listRecent(), bundled])
    setMenu(
      {
        recent: recentFiles.map(({ token, fileName }) => ({ token, label: fileName })),
        bundled: scenarios.map(({ name, text }) => ({ name, title: titleOf(text) ?? name })),
      },
      menuActions(windows, help),
    )
  }
  const services = { windows, files, journal, listRecent, listBundled: () => bundled }
  answerDocuments(services)
  answerRecovery({
    ...services,
    ...{ recovery, versions, damage: damageNotices(settings, recovery, policy) },
    takeTour: () => takeTourOf(settings),
  })
  answerExports(policy)
  answerAbout()
  // Not waited for: a network folder that is gone may not answer for minutes.
  void sweepLeftovers(settings.current().recent.map((path) => dirname(path)))
  openHanded(windows, handed).window.webContents.once('did-finish-load', () => void refreshMenu())
}

const menuActions = (windows: OpenWindows, help: HelpWindow): MenuActions => ({
  send: (command) => help.takes(command) || windows.current()?.send(command),
  openWindow: () => void windows.open({ kind: 'baseline' }),
  openInWindow: () => void openChosen(windows),
})

function openFiles(recent: RecentFiles, versions: Versions, onUsed: () => void): DocumentFiles {
  return createDocumentFiles({
    onUsed: (path) => {
      recent.use(path)
      app.addRecentDocument(path)
      onUsed()
    },
    keep: (path, text, writtenAt) =>
      versions.keep(path, text, titleOf(text) ?? basename(path), writtenAt),
  })
}

/** Opens the first window, and one for each further file handed over from now on. */
function openHanded(windows: OpenWindows, handed: HandedFiles) {
  const [first, ...others] = handed.take((path) => {
    const current = windows.current()
    if (path !== undefined) void windows.openFile(path)
    else if (current) focusWindow(current.window)
  })
  const opened = windows.open(
    first === undefined ? { kind: 'baseline' } : { kind: 'file', path: first },
  )
  for (const path of others) void windows.openFile(path)
  return opened
}

async function openChosen(windows: OpenWindows): Promise<void> {
  const current = windows.current()
  const path = current && (await chooseFile(current.window))
  if (path) await windows.openFile(path)
}

function fileFrom(extra: unknown): string | undefined {
  const file = typeof extra === 'object' && extra !== null && 'file' in extra && extra.file
  return typeof file === 'string' && file !== '' ? file : undefined
}

/** Whether the tour has not been shown yet; from here on it has. */
function takeTourOf(settings: SettingsStore): boolean {
  if (settings.current().tourSeen) return false
  void settings.change({ tourSeen: true })
  return true
}

/** What was found broken on the way up; it has stopped nothing, and is not hidden either. */
async function damageNotices(
  { damaged }: SettingsStore,
  recovery: Recovery,
  policy: ReadPolicy,
): Promise<Notice[]> {
  const notices: Notice[] = []
  if (policy.problem) {
    notices.push({
      title:
        'The policy of this machine could not be read; nothing is exported until it is mended.',
      details: [`${policy.path}: ${policy.problem}.`],
    })
  }
  if (damaged !== undefined) {
    notices.push({
      title: 'The settings could not be read; Brink started with those of a first start.',
      details: damaged === null ? [] : [`The old file is kept as ${damaged}.`],
    })
  }
  const lost = await recovery.damaged()
  if (lost > 0) {
    const kept = lost === 1 ? 'One note is' : `${lost} notes are`
    notices.push({
      title: 'Unsaved work of an earlier session could not be read.',
      details: [`${kept} kept in the folder “unsaved” of Brink’s data.`],
    })
  }
  return notices
}
