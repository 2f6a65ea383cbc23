import { app } from 'electron'
import { closeSessionNetwork } from './network'
import { denyDownloads, denyPermissions } from './permissions'

/**
 * Closes every session as soon as there is one: the only one that is used, and any that
 * might come to be beside it. Has to be called before the app is ready.
 */
export function closeSessions(): void {
  app.on('session-created', (session) => {
    closeSessionNetwork(session)
    denyPermissions(session)
    denyDownloads(session)
  })
}
