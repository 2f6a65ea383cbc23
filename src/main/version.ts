import { app } from 'electron'

export const appInfo = () => ({
  version: app.getVersion(),
  runtime: `Electron ${process.versions.electron}, Chromium ${process.versions.chrome}`,
})
