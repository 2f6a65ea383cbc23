import { beforeEach, describe, expect, it, vi } from 'vitest'

/**
 * Behind most locks of the shell is another, so that one which was taken away would not be
 * missed from outside. Here each is looked at by itself.
 */

type Listener = (...given: unknown[]) => unknown
const electron = vi.hoisted(() => ({
  switches: new Map<string, string>(),
  removed: new Set<string>(),
  ofApp: new Map<string, Listener[]>(),
  resolver: undefined as unknown,
  schemes: undefined as unknown,
  windowOptions: undefined as unknown,
}))
vi.mock('electron', () => ({
  app: {
    isPackaged: true,
    commandLine: {
      appendSwitch: (name: string, value = '') => electron.switches.set(name, value),
      removeSwitch: (name: string) => electron.removed.add(name),
      getSwitchValue: () => '',
    },
    on: (name: string, listener: Listener) =>
      electron.ofApp.set(name, [...(electron.ofApp.get(name) ?? []), listener]),
    configureHostResolver: (options: unknown) => {
      electron.resolver = options
    },
  },
  nativeTheme: { shouldUseDarkColors: false },
  protocol: {
    registerSchemesAsPrivileged: (schemes: unknown) => {
      electron.schemes = schemes
    },
  },
  BrowserWindow: class {
    constructor(options: unknown) {
      electron.windowOptions = options
    }
    loadURL = (): Promise<void> => Promise.resolve()
    isDestroyed = (): boolean => false
  },
}))
vi.mock('../../build/icon/256x256.png?asset', () => ({ default: '' }))

const { closeNetwork, turnOffSecureNames } = await import('../../src/main/shell/network')
const { denyNavigation, removeFilePickers } = await import('../../src/main/shell/permissions')
const { closeSessions } = await import('../../src/main/shell/sessions')
const { registerPageScheme } = await import('../../src/main/shell/protocol')
const { createWindow } = await import('../../src/main/windows/create-window')

beforeEach(() => {
  electron.switches.clear()
  electron.ofApp.clear()
})

/** Tells everybody who listens to the app. */
const tell = (name: string, ...given: unknown[]): void => {
  for (const listener of electron.ofApp.get(name) ?? []) listener(...given)
}

describe('the switches of the runtime', () => {
  it('are these, and no others', () => {
    closeNetwork()
    removeFilePickers()
    expect(Object.fromEntries(electron.switches)).toEqual({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'proxy-server': 'http://127.0.0.1:9',
      'proxy-bypass-list': '<-loopback>',
      'disable-background-networking': '',
      'disable-component-update': '',
      'enable-features': 'NetworkServiceInProcess2',
      'disable-blink-features': 'FileSystemAccessLocal',
    })
  })

  it('leave none in force that would open a port or go past the proxy, once it is packed', () => {
    closeNetwork()
    expect([...electron.removed]).toEqual([
      'no-proxy-server',
      'proxy-auto-detect',
      'proxy-pac-url',
      'remote-debugging-port',
      'remote-debugging-pipe',
    ])
  })

  it('ask for no name over https', () => {
    turnOffSecureNames()
    expect(electron.resolver).toEqual({ secureDnsMode: 'off', enableBuiltInResolver: false })
  })

  it('give the scheme of the page an origin, and no way around its policy', () => {
    registerPageScheme()
    const privileges = { standard: true, secure: true, codeCache: true }
    expect(electron.schemes).toEqual([{ scheme: 'app', privileges }])
  })
})

describe('a page, of whichever window', () => {
  const made = () => {
    const listeners = new Map<string, Listener>()
    const contents = {
      on: (name: string, listener: Listener) => listeners.set(name, listener),
      setWindowOpenHandler: vi.fn<(handler: Listener) => void>(),
      setWebRTCIPHandlingPolicy: vi.fn(),
    }
    closeNetwork()
    denyNavigation()
    tell('web-contents-created', {}, contents)
    return { listeners, contents }
  }

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'is held back by itself at %s',
    (name) => {
      const preventDefault = vi.fn()
      made().listeners.get(name)?.({ preventDefault })
      expect(preventDefault).toHaveBeenCalledOnce()
    },
  )

  it('opens no window', () => {
    const { contents } = made()
    const [handler] = contents.setWindowOpenHandler.mock.calls[0] ?? []
    expect(handler?.({ url: 'app://brink/index.html' })).toEqual({ action: 'deny' })
  })

  it('sends no datagram', () => {
    const { contents } = made()
    expect(contents.setWebRTCIPHandlingPolicy).toHaveBeenCalledWith('disable_non_proxied_udp')
  })

  it('has a window that gives it nothing', () => {
    createWindow('help.html', { width: 1, height: 1 })
    expect(electron.windowOptions).toMatchObject({ show: false })
    const { webPreferences } = electron.windowOptions as { webPreferences: object }
    expect(webPreferences).toEqual({
      preload: expect.stringMatching(/preload[\\/]index\.cjs$/),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      backgroundThrottling: false,
    })
  })
})

describe('a session, of whichever name', () => {
  const made = () => {
    const session = {
      setSpellCheckerLanguages: vi.fn(),
      setSpellCheckerEnabled: vi.fn(),
      webRequest: { onBeforeRequest: vi.fn<(listener: Listener) => void>() },
      setPermissionRequestHandler: vi.fn<(handler: Listener) => void>(),
      setPermissionCheckHandler: vi.fn<(handler: Listener) => void>(),
      setDevicePermissionHandler: vi.fn<(handler: Listener) => void>(),
      on: vi.fn<(name: string, listener: Listener) => void>(),
    }
    closeSessions()
    tell('session-created', session)
    return session
  }

  it('fetches no dictionary, for it has no language before it is told to check nothing', () => {
    const { setSpellCheckerLanguages: languages, setSpellCheckerEnabled: enabled } = made()
    expect([languages.mock.calls, enabled.mock.calls]).toEqual([[[[]]], [[false]]])
    const [asked = 0] = languages.mock.invocationCallOrder
    expect(asked).toBeLessThan(enabled.mock.invocationCallOrder[0] ?? 0)
  })

  it('denies what is asked for, what is looked up, and devices', () => {
    const session = made()
    const decide = vi.fn()
    session.setPermissionRequestHandler.mock.calls[0]?.[0]({}, 'media', decide)
    expect(decide.mock.calls).toEqual([[false]])
    expect(session.setPermissionCheckHandler.mock.calls[0]?.[0]({}, 'media')).toBe(false)
    expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]({})).toBe(false)
  })

  it('downloads nothing', () => {
    const preventDefault = vi.fn()
    const [name, listener] = made().on.mock.calls[0] ?? []
    expect(name).toBe('will-download')
    listener?.({ preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
  })

  it.each([
    ['app://brink/index.html', false],
    ['blob:app://brink/1', false],
    ['data:text/plain,x', false],
    ['devtools://devtools/x', false],
    ['http://127.0.0.1/', true],
    ['https://example.org/', true],
    ['ws://127.0.0.1/', true],
    ['wss://example.org/', true],
    ['ftp://example.org/', true],
    ['file:///etc/passwd', true],
    ['chrome://gpu', true],
    ['chrome-extension://x/y', true],
    ['HTTP://EXAMPLE.ORG', true],
    ['application://x', true],
    ['', true],
  ])('answers a request for %j with cancel: %s', (url, cancel) => {
    const decide = vi.fn()
    made().webRequest.onBeforeRequest.mock.calls[0]?.[0]({ url }, decide)
    expect(decide.mock.calls).toEqual([[{ cancel }]])
  })
})
