import { channels } from '../../src/ipc/contract'
import { expect, test } from './fixtures/brink'
import { pageOf, WINDOWS } from './fixtures/every-window'

for (const kind of WINDOWS) {
  test(`the page of the ${kind} is sandboxed and sees only the bridge`, async ({
    app,
    workbench,
  }) => {
    const page = await pageOf(kind, app, workbench)
    const seen = await page.evaluate(() => ({
      ofNode: [
        'require',
        'process',
        'Buffer',
        'global',
        'module',
        'electron',
        'ipcRenderer',
      ].filter((name) => name in window),
      bridge: Object.entries(window.brink).map(([name, value]) => `${name}: ${typeof value}`),
    }))
    expect(seen.ofNode).toEqual([])
    expect(seen.bridge).toContain('save: function')
    // Every one is a function for one purpose; none takes a channel.
    expect(seen.bridge.filter((entry) => !entry.endsWith(': function'))).toEqual([])
    expect(seen.bridge.join()).not.toMatch(/\b(invoke|send|sendSync|postMessage|emit|ipc)\b/)
    const preferences = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) =>
        // Electron shows what it made of the preferences only here.
        // biome-ignore lint/suspicious/noExplicitAny: the method is not in its types
        (window.webContents as any).getLastWebPreferences(),
      ),
    )
    expect(preferences).toHaveLength(kind === 'workbench' ? 1 : 2)
    for (const each of preferences) {
      expect(each).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        enableBlinkFeatures: '',
        webviewTag: false,
      })
      expect(each.nodeIntegrationInWorker ?? false).toBe(false)
      expect(each.navigateOnDragDrop ?? false).toBe(false)
    }
  })
}

test('what crosses the bridge is a copy, and the bridge cannot be changed', async ({
  workbench,
}) => {
  const isAsItWas = await workbench.page.evaluate(() => {
    const { save } = window.brink
    try {
      Object.assign(window.brink, { save: () => Promise.reject(new Error('taken')) })
    } catch {
      // Refused aloud or in silence: it has not changed.
    }
    return window.brink.save === save
  })
  expect(isAsItWas).toBe(true)
})

test('the engine’s threads have neither Node nor the bridge', async ({ workbench }) => {
  const [worker] = workbench.page.workers()
  const seen = await worker?.evaluate(() =>
    ['require', 'process', 'Buffer', 'brink'].filter((name) => name in globalThis),
  )
  expect(seen).toEqual([])
})

test('a bad message over the bridge is refused, and the window lives', async ({ workbench }) => {
  const outcomes = await workbench.page.evaluate(() => {
    const { brink } = window as unknown as {
      brink: Record<string, (...given: unknown[]) => Promise<unknown>>
    }
    const attempts = [
      brink.openToken?.('../../etc/passwd'),
      brink.openToken?.('x'.repeat(50_000_000)),
      brink.openToken?.({ toString: 'x' }),
      brink.save?.({ token: null, elsewhere: 'yes', suggestedName: 1, text: [] }),
      brink.save?.({ token: null, elsewhere: false, suggestedName: '', text: '', path: '/x' }),
      brink.setDocumentState?.(null),
    ]
    return Promise.all(
      attempts.map((attempt) =>
        attempt?.then(
          () => 'let through',
          () => 'refused',
        ),
      ),
    )
  })
  expect(outcomes).toEqual(Array(6).fill('refused'))
  await workbench.settled()
})

test('main hears the channels of the contract, and nothing else', async ({ app, workbench }) => {
  const heard = await app.evaluate(({ ipcMain }) => ({
    // Electron shows who answers only here.
    // biome-ignore lint/suspicious/noExplicitAny: the map is not in its types
    answered: [...(ipcMain as any)._invokeHandlers.keys()] as string[],
    others: ipcMain.eventNames().map(String),
  }))
  // Electron’s own, by which a page gives back a picture of the graphics card.
  const own = 'IMPORT_SHARED_TEXTURE_RELEASE_RENDERER_TO_MAIN'
  const answered = heard.answered.filter((name) => name !== own)
  expect(answered.sort()).toEqual(Object.keys(channels).sort())
  // Electron hears its own errors so.
  expect(heard.others).toEqual(['error'])
  expect(workbench.problems).toEqual([])
})

test('what is named as dropped is opened only as a whole scenario on this machine', async ({
  app,
  workbench,
}) => {
  // As a page that was taken over, bridge and all, would ask.
  const answers = await app.evaluate(
    async ({ ipcMain, BrowserWindow }, paths) => {
      const { webContents } = BrowserWindow.getAllWindows()[0] as Electron.BrowserWindow
      const event = { sender: webContents, senderFrame: webContents.mainFrame }
      // biome-ignore lint/suspicious/noExplicitAny: the map is not in its types
      const listener = (ipcMain as any)._invokeHandlers.get('document:open-dropped')
      return Promise.all(paths.map((path) => listener(event, { path })))
    },
    ['/etc/passwd', '/dev/zero', '/proc/self/environ', '/etc', '', 'package.json', '//x/y.brink'],
  )
  expect(answers.map(({ kind }) => kind)).toEqual(Array(7).fill('refused'))
  const said = JSON.stringify(answers)
  expect(said).not.toMatch(/root:|PATH=/)
  expect(answers.slice(-3).map(({ title }) => title)).toEqual(
    Array(3).fill('What was dropped is not a file on this machine.'),
  )
  expect(workbench.problems).toEqual([])
})

test('app:// gives out the page and nothing beside it', async ({ app, workbench }) => {
  const answers = await app.evaluate(async ({ net }) => {
    const status = async (address: string, init?: RequestInit): Promise<string> => {
      const kept = await net.fetch(address, init).then(
        async (answer) => {
          const isClosed = answer.headers.get('content-security-policy')?.includes("'none'")
          return `${answer.status}${isClosed ? '' : ' without a policy'}`
        },
        () => 'refused',
      )
      return `${init?.method ?? 'GET'} ${address}: ${kept}`
    }
    const hidden = [
      'app://brink/',
      'app://brink/index.html/',
      'app://brink/../main/index.js',
      'app://brink/%2e%2e/main/index.js',
      'app://brink/..%2fmain/index.js',
      'app://brink/..%5cmain%5cindex.js',
      'app://brink/%252e%252e/main/index.js',
      'app://brink/..\\main\\index.js',
      'app://brink/index.html%00',
      'app://brink/INDEX.HTML',
      'app://brink/../renderer-other/index.html',
      'app://other/index.html',
      'app://brink.evil/index.html',
    ]
    const refused = await Promise.all([
      ...hidden.map((address) => status(address)),
      status('app://brink/index.html', { method: 'POST', body: 'x' }),
      status('app://brink/index.html', { method: 'PUT', body: 'x' }),
      status('app://brink/index.html', { method: 'DELETE' }),
    ])
    const page = await net.fetch('app://brink/index.html', { headers: { Range: 'bytes=0-9' } })
    return {
      given: refused.filter((line) => !/: (404|refused)$/.test(line)),
      page: [page.status, (await page.text()).startsWith('<!doctype html>')],
    }
  })
  expect(answers).toEqual({ given: [], page: [200, true] })
  expect(workbench.problems).toEqual([])
})
