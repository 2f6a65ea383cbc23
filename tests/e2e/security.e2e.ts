import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from './fixtures/brink'

test('the page is sandboxed and sees only the bridge', async ({ app, workbench }) => {
  const seen = await workbench.page.evaluate(() => ({
    hasNode: 'require' in window || 'process' in window,
    bridge: Object.keys(window.brink).sort(),
  }))
  expect(seen.hasNode).toBe(false)
  expect(seen.bridge).toContain('save')
  expect(seen.bridge).not.toContain('invoke')
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    // Electron shows what it made of the preferences only here.
    // biome-ignore lint/suspicious/noExplicitAny: the method is not in its types
    (BrowserWindow.getAllWindows()[0]?.webContents as any)?.getLastWebPreferences(),
  )
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
  })
})

/** A server on this machine that counts who comes. */
async function listen(): Promise<{ port: number; visits: () => number; close: () => void }> {
  let visits = 0
  const server = createServer((socket) => {
    visits++
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { port, visits: () => visits, close: () => server.close() }
}

test('nothing reaches a server that listens, from the page or from main', async ({
  app,
  workbench,
}) => {
  const server = await listen()
  const address = `127.0.0.1:${server.port}`
  // The server can be reached at all.
  await fetch(`http://${address}/`)
  expect(server.visits()).toBe(1)

  const fromPage = await workbench.page.evaluate(async (host) => {
    const outcome = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'let through',
        () => 'refused',
      )
    const loaded = (element: HTMLImageElement | WebSocket): Promise<unknown> =>
      new Promise((resolve, reject) => {
        element.addEventListener('load', resolve)
        element.addEventListener('open', resolve)
        element.addEventListener('error', reject)
      })
    const image = new Image()
    image.src = `http://${host}/x.png`
    return Promise.all([
      outcome(fetch(`http://${host}/`)),
      outcome(fetch('app://brink/%2e%2e/index.js')),
      outcome(loaded(image)),
      outcome(loaded(new WebSocket(`ws://${host}/`))),
    ])
  }, address)
  expect(fromPage).toEqual(['refused', 'refused', 'refused', 'refused'])

  // The session's own rules, without the page's policy before them.
  const fromMain = await app.evaluate(async ({ net, session }, host) => {
    const outcome = (work: () => Promise<unknown>): Promise<string> =>
      Promise.resolve()
        .then(work)
        .then(
          () => 'let through',
          () => 'refused',
        )
    const http = process.getBuiltinModule('node:http')
    return Promise.all([
      outcome(() => net.fetch(`http://${host}/`)),
      outcome(() => session.defaultSession.fetch(`http://${host}/`)),
      outcome(
        () =>
          new Promise((resolve, reject) => {
            http.get(`http://${host}/`, resolve).on('error', reject)
          }),
      ),
    ])
  }, address)
  expect(fromMain).toEqual(['refused', 'refused', 'refused'])
  expect(server.visits()).toBe(1)
  server.close()
  const reported = workbench.problems.splice(0)
  expect(reported.filter((text) => !text.includes('Content Security Policy'))).toEqual([])
})

test('no page finds a way out by WebRTC', async ({ app, workbench }) => {
  const policy = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getWebRTCIPHandlingPolicy(),
  )
  expect(policy).toBe('disable_non_proxied_udp')
  const candidates = await workbench.page.evaluate(async () => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:192.0.2.1:3478' }] })
    const found: string[] = []
    connection.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate) found.push(candidate.candidate)
    }
    connection.createDataChannel('x')
    await connection.setLocalDescription(await connection.createOffer())
    await new Promise((resolve) => setTimeout(resolve, 1500))
    return found
  })
  expect(candidates).toEqual([])
})
