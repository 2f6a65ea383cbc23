import { arch, release, type } from 'node:os'
import { app } from 'electron'
import type { Output } from '../ipc/contract'

/** Which Brink this is, and what it runs on. */
export function appInfo(): Output<'app:info'> {
  const { electron = '', chrome = '', node, v8 } = process.versions
  return {
    version: app.getVersion(),
    runtimes: { electron, chromium: chrome, node, v8 },
    system: `${type()} ${release()}, ${arch()}`,
  }
}
