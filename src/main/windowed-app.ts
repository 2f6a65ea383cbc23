import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { app } from 'electron'
import { answerWindow } from './answer-window'
import { readBundled } from './documents/bundled'
import { createDocumentFiles } from './documents/document-files'
import { openSettings } from './documents/settings'
import { ownArguments } from './own-arguments'
import { focusWindow, openMainWindow } from './windows/main-window'
import { setMenu } from './windows/menu'

const MOST_RECENT = 10

/** Opens the one window, on a file if one was given, and keeps it to one. */
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
  /** What the window opens on. */
  first: string | undefined
  /** What takes a file once there is a window. */
  open: ((path: string) => void) | undefined
}

async function openApp(handed: HandedFile): Promise<void> {
  const settings = openSettings(join(app.getPath('userData'), 'settings.json'))
  const bundledFolder = join(app.getAppPath(), 'scenarios')
  const files = createDocumentFiles((path) => {
    const others = settings.current().recent.filter((other) => other !== path)
    void settings.change({ recent: [path, ...others].slice(0, MOST_RECENT) })
    app.addRecentDocument(path)
    refreshMenu()
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
  const bundled = readBundled(bundledFolder)
  const main = openMainWindow(settings)

  const refreshMenu = (): void => {
    void bundled.then((entries) =>
      setMenu(
        {
          recent: listRecent().map(({ token, fileName }) => ({ token, label: fileName })),
          bundled: entries.map(({ name, text }) => ({ name, title: titleOf(text) })),
        },
        main.send,
      ),
    )
  }

  answerWindow({ main, files, listRecent, listBundled: () => bundled, firstFile: handed.first })
  main.window.webContents.once('did-finish-load', refreshMenu)
  const openPath = (path: string): void =>
    main.send({ kind: 'open-token', token: files.tokenOf(path) })
  app.on('second-instance', (_event, argv, _folder, extra) => {
    focusWindow(main.window)
    const given = fileFrom(extra) ?? ownArguments(argv)[0]
    if (given) openPath(given)
  })
  handed.open = openPath
}

/** The first title in a scenario is its own; a whole parse for the menu would be wasted. */
const titleOf = (text: string): string => String(JSON.parse(text).title)

function fileFrom(extra: unknown): string | undefined {
  const file = typeof extra === 'object' && extra !== null && 'file' in extra && extra.file
  return typeof file === 'string' && file !== '' ? file : undefined
}
