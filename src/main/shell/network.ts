import { Socket } from 'node:net'
import { app, type Session } from 'electron'

/**
 * Nothing leaves the machine. No one switch sees to that, so each way out is closed
 * by itself: names are not resolved, what needs none goes to a proxy that is not
 * there, requests are let through by scheme, and main opens no connection.
 */

/** Has to be called before the app is ready. */
export function closeNetwork(): void {
  const { commandLine } = app
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('proxy-server', 'http://127.0.0.1:9')
  commandLine.appendSwitch('proxy-bypass-list', '<-loopback>')
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  // A process of its own for the network is memory and time spent on what is never used.
  commandLine.appendSwitch('enable-features', 'NetworkServiceInProcess2')
  // The switch of that name does not reach the pages; asking each of them does.
  app.on('web-contents-created', (_event, contents) => {
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  })
  Socket.prototype.connect = () => {
    throw new Error('Brink opens no network connection')
  }
}

const ALLOWED_SCHEMES = new Set(['app:', 'blob:', 'data:', 'devtools:'])

/** What a page may ask for; everything else ends before it begins. */
export const isAllowedAddress = (address: string): boolean =>
  URL.canParse(address) && ALLOWED_SCHEMES.has(new URL(address).protocol)

/** Once the app is ready. */
export function closeSessionNetwork(session: Session): void {
  app.configureHostResolver({ secureDnsMode: 'off', enableBuiltInResolver: false })
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, decide) =>
    decide({ cancel: !isAllowedAddress(url) }),
  )
}
