const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { app, BrowserWindow } = require('electron')

// The least that Electron can show: a window of Brink's size with an empty page.
app.on('window-all-closed', () => app.quit())
// A framed window cannot be made where there is no display.
const frame = app.commandLine.getSwitchValue('ozone-platform') !== 'headless'
app.whenReady().then(() => {
  const page = readFileSync(join(__dirname, 'empty.html'), 'base64')
  // Not as a file: packed with the fuses of a release, none is read out of the archive.
  const window = new BrowserWindow({ width: 1440, height: 900, frame })
  window.loadURL(`data:text/html;base64,${page}`)
})
