import { app, type Session } from 'electron'

/** Electron grants every permission unless told otherwise. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_page, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** What is saved is saved by main, where the analyst said. */
export function denyDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault())
}

/** A page has no dialog for files of its own: those would hand it more than a token. */
export function removeFilePickers(): void {
  app.commandLine.appendSwitch('disable-blink-features', 'FileSystemAccessLocal')
}

/** A page stays the page it is: it goes nowhere, opens nothing and hosts nothing. */
export function denyNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
