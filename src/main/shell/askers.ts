import type { BrowserWindow } from 'electron'
import type { Channel } from '../../ipc/contract'

export type PageName = 'index.html' | 'press.html' | 'help.html'

/** By window and not by address, which a page that was taken over could change. */
const pages = new WeakMap<BrowserWindow, PageName>()

/** Lets a window ask what its page is there for. */
export const admit = (window: BrowserWindow, page: PageName): void => void pages.set(window, page)

/** Whether a window may ask over a channel. */
export function mayAsk(window: BrowserWindow, channel: Channel): boolean {
  const page = pages.get(window)
  return page !== undefined && (channel === 'app:info' || page === askerOf(channel))
}

function askerOf(channel: Channel): PageName {
  if (channel === 'help:topic') return 'help.html'
  return channel.startsWith('press:') ? 'press.html' : 'index.html'
}
