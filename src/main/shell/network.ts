import dgram from 'node:dgram'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import { Server, Socket } from 'node:net'
import { app, type Session } from 'electron'

/**
 * Nothing leaves the machine. No one switch sees to that, so each way out is closed
 * by itself: names are not resolved, what needs none goes to a proxy that is not
 * there, requests are let through by scheme, and main opens no connection.
 */

/** Switches of whoever starts the program that would open again what is closed here. */
const REFUSED_SWITCHES = [
  'no-proxy-server',
  'proxy-auto-detect',
  'proxy-pac-url',
  // No fuse is for these: whoever reached the port would see and steer every window.
  ...(app.isPackaged ? ['remote-debugging-port', 'remote-debugging-pipe'] : []),
]

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
  for (const name of REFUSED_SWITCHES) commandLine.removeSwitch(name)
  closeNodeNetwork()
}

const ASKS_FOR_A_NAME = /^(lookup|resolve|reverse)/

/** http, https, tls, http2, fetch and WebSocket of Node all end at one of these. */
function closeNodeNetwork(): void {
  refuse(Socket.prototype, ['connect'])
  refuse(Server.prototype, ['listen'])
  refuse(dgram.Socket.prototype, ['bind', 'connect', 'send'])
  const { promises } = dns
  for (const asker of [dns, promises, dns.Resolver.prototype, promises.Resolver.prototype]) {
    refuse(
      asker,
      Object.keys(asker).filter((name) => ASKS_FOR_A_NAME.test(name)),
    )
  }
  syncBuiltinESMExports()
}

function refuse(owner: object, methods: readonly string[]): void {
  const refused = (): never => {
    throw new Error('Brink opens no network connection')
  }
  Object.assign(owner, Object.fromEntries(methods.map((name) => [name, refused])))
}

const ALLOWED_SCHEMES = new Set(['app:', 'blob:', 'data:', 'devtools:'])

/** What a page may ask for; everything else ends before it begins. */
export const isAllowedAddress = (address: string): boolean =>
  URL.canParse(address) && ALLOWED_SCHEMES.has(new URL(address).protocol)

/** Once the app is ready: no name is asked for over https either. */
export function turnOffSecureNames(): void {
  app.configureHostResolver({ secureDnsMode: 'off', enableBuiltInResolver: false })
}

export function closeSessionNetwork(session: Session): void {
  // Turned off with a language still set, the spell checker asks for its dictionary first.
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, decide) =>
    decide({ cancel: !isAllowedAddress(url) }),
  )
}
