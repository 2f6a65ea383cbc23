import type { BrowserWindow } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { PageName } from '../../src/main/shell/askers'

type Listener = (event: unknown, ...given: unknown[]) => Promise<unknown>
const electron = vi.hoisted(() => ({
  listeners: new Map<string, Listener>(),
  windows: new Map<unknown, unknown>(),
}))
vi.mock('electron', () => ({
  BrowserWindow: { fromWebContents: (sender: unknown) => electron.windows.get(sender) ?? null },
  ipcMain: {
    handle: (channel: string, listener: Listener) => electron.listeners.set(channel, listener),
  },
}))
const { admit } = await import('../../src/main/shell/askers')
const { answer } = await import('../../src/main/shell/ipc')
const { channels } = await import('../../src/ipc/contract')

const mainFrame = { origin: 'app://brink' }
const sender = { mainFrame }
const window = { name: 'the window' } as unknown as BrowserWindow
const ownEvent = { sender, senderFrame: mainFrame }
const state = {
  id: '6f1b2c1e-4d0e-4a53-9c0b-0a7f6a1e2d3c',
  token: null,
  title: 'x',
  fileName: '',
  isUnsaved: false,
  text: null,
}

const heard: unknown[] = []
beforeEach(() => {
  heard.length = 0
  electron.windows.set(sender, window)
  admit(window, 'index.html')
  answer('document:state', (input, from) => void heard.push([input, from]))
})

const say = (event: unknown, ...given: unknown[]): Promise<unknown> =>
  electron.listeners.get('document:state')?.(event, ...given) ?? Promise.reject(new Error('deaf'))

describe('what a page asks of main', () => {
  it('is answered for the page’s own main frame, parsed, with its window', async () => {
    await say(ownEvent, state)
    expect(heard).toEqual([[state, window]])
  })

  const at = (origin: string) => {
    const frame = { origin }
    return { sender: { mainFrame: frame }, senderFrame: frame }
  }
  it.each([
    ['a frame inside the page', { sender, senderFrame: { origin: 'app://brink' } }],
    ['a frame that is gone', { sender, senderFrame: null }],
    ['a window that is not known', { sender: { mainFrame }, senderFrame: mainFrame }],
    ['a longer name of a host', at('app://brink.evil')],
    ['another host', at('app://other')],
    ['a page of the web', at('https://brink')],
    ['a file', at('file://')],
    ['a page without an origin', at('null')],
    ['an origin in capitals', at('APP://BRINK')],
    ['no origin', at('')],
  ])('is not heard from %s', async (_who, event) => {
    if (event.senderFrame?.origin !== 'app://brink') electron.windows.set(event.sender, window)
    await expect(say(event, state)).rejects.toThrow('not Brink’s')
    expect(heard).toEqual([])
  })

  it.each([
    ['nothing', []],
    ['null', [null]],
    ['another kind', ['x']],
    ['a list', [[state]]],
    ['a wrong type inside', [{ ...state, isUnsaved: 'yes' }]],
    ['a part too few', [{ title: 'x', fileName: '' }]],
    ['a part too many', [{ ...state, path: '/etc/passwd' }]],
    ['a second argument', [state, 'more']],
    ['a second argument that is nothing', [state, undefined]],
    ['a title longer than any', [{ ...state, title: 'x'.repeat(501) }]],
  ])('is not heard with %s', async (_what, given) => {
    await expect(say(ownEvent, ...given)).rejects.toThrow()
    expect(heard).toEqual([])
  })

  const names = Object.keys(channels) as (keyof typeof channels)[]

  /** What each kind of page is there to ask; the workbench asks all else. */
  const ASKED: Readonly<Record<PageName, readonly string[]>> = {
    'help.html': ['app:info', 'help:topic'],
    'press.html': [
      'app:info',
      'press:job',
      'press:made',
      'press:done',
      'press:failed',
      'press:print',
    ],
    'index.html': names.filter((name) => name !== 'help:topic' && !name.startsWith('press:')),
  }
  const PAGES = ['help.html', 'press.html', 'index.html'] as const

  it.each(PAGES)('is heard of a window with %s only where it is there to ask', async (page) => {
    admit(window, page)
    const answered: string[] = []
    for (const name of names) {
      answer(name, () => {
        throw new Error('let through')
      })
      const said = await electron.listeners.get(name)?.(ownEvent, 'x').then(String, String)
      if (!said?.includes('not there for')) answered.push(name)
    }
    expect(answered.sort()).toEqual([...ASKED[page]].sort())
  })

  it('is not heard of a window that nobody has let in', async () => {
    electron.windows.set(sender, { name: 'another' })
    await expect(say(ownEvent, state)).rejects.toThrow('not there for')
  })

  it.each(names)('over %s is refused from elsewhere, and in any form but its own', async (name) => {
    admit(window, PAGES.find((page) => ASKED[page].includes(name)) ?? 'index.html')
    answer(name, () => {
      heard.push(name)
      throw new Error('let through')
    })
    const ask = (event: unknown, ...given: unknown[]) =>
      electron.listeners.get(name)?.(event, ...given)
    const inner = { sender, senderFrame: { origin: 'app://brink' } }
    const gone = { sender, senderFrame: null }
    for (const event of [inner, gone]) await expect(ask(event)).rejects.toThrow('not Brink’s')
    const forms = [
      null,
      7,
      'x',
      true,
      [],
      () => undefined,
      new Uint8Array(1),
      { extra: '/etc/passwd' },
    ]
    for (const form of forms) await expect(ask(ownEvent, form)).rejects.not.toThrow('let through')
    expect(heard).toEqual([])
  })

  it('is refused at once where something huge stands for something small', async () => {
    answer('document:open-token', () => ({ kind: 'cancelled' }))
    const listener = electron.listeners.get('document:open-token')
    const begun = performance.now()
    await expect(listener?.(ownEvent, { token: 'x'.repeat(100_000_000) })).rejects.toThrow()
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})
