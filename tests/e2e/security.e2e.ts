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

test('no page asks anything of any network', async ({ workbench }) => {
  const attempts = await workbench.page.evaluate(async () => {
    const outcome = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'let through',
        () => 'refused',
      )
    const image = new Promise((resolve, reject) => {
      const element = new Image()
      element.onload = resolve
      element.onerror = reject
      element.src = 'http://127.0.0.1:9/x.png'
    })
    return Promise.all([
      outcome(fetch('http://127.0.0.1:9/')),
      outcome(fetch('app://brink/%2e%2e/index.js')),
      outcome(image),
    ])
  })
  expect(attempts).toEqual(['refused', 'refused', 'refused'])
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
