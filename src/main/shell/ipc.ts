import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { type Channel, channels, type Output } from '../../ipc/contract'
import { mayAsk } from './askers'
import { PAGE_ORIGIN } from './page-files'

type ParsedInput<C extends Channel> = (typeof channels)[C]['input']['_zod']['output']

/** Answers one channel for the window that asks. */
export type Handler<C extends Channel> = (
  input: ParsedInput<C>,
  window: BrowserWindow,
) => Output<C> | Promise<Output<C>>

/** Only the page itself may ask: its own main frame, at exactly its own origin. */
function windowOf({ sender, senderFrame }: IpcMainInvokeEvent): BrowserWindow {
  const window = BrowserWindow.fromWebContents(sender)
  const isPage = senderFrame !== null && senderFrame === sender.mainFrame
  if (!window || !isPage || senderFrame.origin !== PAGE_ORIGIN) {
    throw new Error('a page that is not Brink’s asked for something')
  }
  return window
}

/** Joins a channel of the contract to what answers it; a bad input is refused. */
export function answer<C extends Channel>(channel: C, handler: Handler<C>): void {
  ipcMain.handle(channel, async (event, input: unknown, ...others: unknown[]) => {
    const window = windowOf(event)
    if (!mayAsk(window, channel)) throw new Error('a page asked for what it is not there for')
    if (others.length > 0) throw new Error('the page said more than was asked')
    return handler(channels[channel].input.parse(input) as ParsedInput<C>, window)
  })
}
