import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { app } from 'electron'
import { answerDocuments } from './answers/documents'
import { answerExports } from './answers/exports'
import { answerRecovery } from './answers/recovery'
import { readBundled } from './documents/bundled'
import { createDocumentFiles } from './documents/document-files'
import { openJournal } from './documents/journal'
import { sweepLeftovers } from './documents/leftovers'
import { createRecovery, type Recovery } from './documents/recovery'
import { openSettings, type SettingsStore } from './documents/settings'
import { truePath } from './documents/standing'
import { openVersions } from './documents/versions'
import { ownArguments } from './own-arguments'
import { chooseFile } from './windows/choose-path'
import { setMenu } from './windows/menu'
import { createOpenWindows, type OpenWindows } from './windows/open-windows'
import { createFileWatch } from './windows/watch-files'
import { focusWindow, type Notice } from './windows/workbench-window'

const MOST_RECENT = 10

/** Opens the first window, on a file if one was given, and keeps the app to one process. */
export function startWindowedApp(
  file: string | undefined,
  prepareShell: () => Promise<void>,
): void {
  if (!app.requestSingleInstanceLock({ file: file ? resolve(file) : '' })) {
    app.quit()
    return
  }
  app.on('window-all-closed', () => app.quit())
  // macOS hands over files so, whether by the dock or by a double click, also before it is ready.
  const handed: HandedFile = { first: file, open: undefined }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    if (handed.open) handed.open(path)
    else handed.first = path
  })
  void prepareShell().then(() => openApp(handed))
}

interface HandedFile {
  /** What the first window opens on. */
  first: string | undefined
  /** What takes a file once there is a window. */
  open: ((path: string) => void) | undefined
}

async function openApp(handed: HandedFile): Promise<void> {
  const inUserData = (name: string): string => join(app.getPath('userData'), name)
  const settings = openSettings(inUserData('settings.json'))
  const journal = openJournal(inUserData('unsaved'))
  const versions = openVersions(inUserData('versions'))
  const recovery = createRecovery(journal)
  const bundled = readBundled(join(app.getAppPath(), 'scenarios'))
  const files = createDocumentFiles({
    onUsed: (path) => {
      const others = settings.current().recent.filter((other) => other !== path)
      void settings.change({ recent: [path, ...others].slice(0, MOST_RECENT) })
      app.addRecentDocument(path)
      refreshMenu()
    },
    onKept: async (path, texts) => {
      for (const text of texts) await versions.keep(path, text, titleOf(text))
    },
  })
  const fileWatch = createFileWatch(files)
  const windows = createOpenWindows(settings, {
    onHeld: fileWatch.follow,
    onClosing: (closing) => {
      const id = closing.state()?.id
      if (id) void journal.forget(id)
    },
    settled: () => Promise.all([settings.settled(), journal.settled(), versions.settled()]),
  })
  const listRecent = () =>
    settings
      .current()
      .recent.filter(existsSync)
      .map((path) => ({
        token: files.tokenOf(path),
        fileName: basename(path),
        folder: dirname(path),
      }))
  const services = { windows, files, journal, listRecent, listBundled: () => bundled }
  answerDocuments(services)
  // Not waited for: a network folder that is gone may not answer for minutes.
  void sweepLeftovers(settings.current().recent.map((path) => dirname(path)))
  const damage = damageNotices(settings, recovery)
  answerRecovery({ ...services, recovery, versions, damage })
  answerExports()

  const first = windows.open(
    handed.first ? { kind: 'file', path: await truePath(handed.first) } : { kind: 'baseline' },
  )
  const refreshMenu = (): void => {
    void bundled.then((entries) =>
      setMenu(
        {
          recent: listRecent().map(({ token, fileName }) => ({ token, label: fileName })),
          bundled: entries.map(({ name, text }) => ({ name, title: titleOf(text) })),
        },
        {
          send: (command) => windows.current()?.send(command),
          openWindow: () => void windows.open({ kind: 'baseline' }),
          openInWindow: () => void openChosen(windows),
        },
      ),
    )
  }
  first.window.webContents.once('did-finish-load', refreshMenu)
  handed.open = (path) => void openGiven(windows, path)
  app.on('second-instance', (_event, argv, _folder, extra) => {
    const given = fileFrom(extra) ?? ownArguments(argv)[0]
    const current = windows.current()
    if (given) void openGiven(windows, given)
    else if (current) focusWindow(current.window)
  })
}

/** Opens a file in a window of its own, unless it is open already. */
async function openGiven(windows: OpenWindows, given: string): Promise<void> {
  const path = await truePath(given)
  const holder = await windows.holderOf(path)
  if (holder) focusWindow(holder.window)
  else windows.open({ kind: 'file', path })
}

async function openChosen(windows: OpenWindows): Promise<void> {
  const current = windows.current()
  const path = current && (await chooseFile(current.window))
  if (path) await openGiven(windows, path)
}

/** The first title in a scenario is its own; a whole parse would be wasted. */
const titleOf = (text: string): string => String(JSON.parse(text).title)

function fileFrom(extra: unknown): string | undefined {
  const file = typeof extra === 'object' && extra !== null && 'file' in extra && extra.file
  return typeof file === 'string' && file !== '' ? file : undefined
}

/** What was found broken on the way up; it has stopped nothing, and is not hidden either. */
async function damageNotices({ damaged }: SettingsStore, recovery: Recovery): Promise<Notice[]> {
  const notices: Notice[] = []
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
