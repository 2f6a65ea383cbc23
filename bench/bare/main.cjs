const { join } = require('node:path')
const { app, BrowserWindow } = require('electron')

// The least that Electron can show: a window of Brink's size with an empty page.
app.on('window-all-closed', () => app.quit())
// A framed window cannot be made where there is no display.
const frame = app.commandLine.getSwitchValue('ozone-platform') !== 'headless'
app.whenReady().then(() => {
  new BrowserWindow({ width: 1440, height: 900, frame }).loadFile(join(__dirname, 'empty.html'))
})
