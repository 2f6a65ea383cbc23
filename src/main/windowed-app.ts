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
  void prepareShell().then(() => openApp(file))
}

async function openApp(file: string | undefined): Promise<void> {
  const settings = openSettings(join(app.getPath('userData'), 'settings.json'))
  const bundledFolder = join(app.getAppPath(), 'scenarios')
  const files = createDocumentFiles((path) => {
    const others = settings.current().recent.filter((other) => other !== path)
    void settings.change({ recent: [path, ...others].slice(0, MOST_RECENT) })
    app.addRecentDocument(path)
    refreshMenu()
  })
  const listRecent = () =>
    settings.current().recent.map((path) => ({
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

  answerWindow({ main, files, listRecent, listBundled: () => bundled, firstFile: file })
  main.window.webContents.once('did-finish-load', refreshMenu)
  app.on('second-instance', (_event, argv, _folder, handed) => {
    focusWindow(main.window)
    const given = fileFrom(handed) ?? ownArguments(argv)[0]
    if (given) main.send({ kind: 'open-token', token: files.tokenOf(given) })
  })
  // macOS hands over files so, whether by the dock or by a double click.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    main.send({ kind: 'open-token', token: files.tokenOf(path) })
  })
}

/** The first title in a scenario is its own; a whole parse for the menu would be wasted. */
const titleOf = (text: string): string => String(JSON.parse(text).title)

function fileFrom(handed: unknown): string | undefined {
  const file = typeof handed === 'object' && handed !== null && 'file' in handed && handed.file
  return typeof file === 'string' && file !== '' ? file : undefined
}
