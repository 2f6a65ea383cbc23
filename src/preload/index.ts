import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge, bridgeName } from '../ipc/bridge'
import type { Channel, Command, Input, Output } from '../ipc/contract'

const ask = <C extends Channel>(channel: C, input?: Input<C>): Promise<Output<C>> =>
  ipcRenderer.invoke(channel, input)

const bridge: Bridge = {
  firstDocument: () => ask('document:first'),
  open: () => ask('document:open'),
  openToken: (token) => ask('document:open-token', { token }),
  openDropped: (file) => ask('document:open-dropped', { path: webUtils.getPathForFile(file) }),
  save: (input) => ask('document:save', input),
  giveBack: (token) => ask('document:not-shown', { token }),
  readForComparison: () => ask('document:read'),
  noteUnsaved: (input) => ask('document:note', input),
  setDocumentState: (state) => ask('document:state', state),
  askUnsaved: (title) => ask('document:ask-unsaved', { title }),
  listBundled: () => ask('bundled:list'),
  listRecent: () => ask('recent:list'),
  listRecovered: () => ask('recovery:list'),
  takeNews: () => ask('window:news'),
  openRecovered: (id) => ask('recovery:open', { id }),
  openRecoveredInWindow: (id) => ask('recovery:open-window', { id }),
  giveBackRecovered: (id) => ask('recovery:not-shown', { id }),
  discardRecovered: (id) => ask('recovery:discard', { id }),
  listVersions: (token) => ask('versions:list', { token }),
  readVersion: (token, id) => ask('versions:read', { token, id }),
  openVersionInWindow: (token, id) => ask('versions:open-window', { token, id }),
  saveExport: (input) => ask('export:save', input),
  exportDocument: (input) => ask('export:document', input),
  allowedExports: () => ask('export:allowed'),
  cancelExport: () => ask('export:cancel'),
  copyPicture: (content) => ask('export:copy-picture', { content }),
  copyTable: (table) => ask('export:copy-table', table),
  settleClosing: (saved) => ask('window:settled', { saved }),
  appInfo: () => ask('app:info'),
  thirdPartyLicences: () => ask('licences:third-party'),
  copyText: (text) => ask('clipboard:text', { text }),
  openHelp: (topic) => ask('help:open', { topic }),
  helpTopic: () => ask('help:topic'),
  pressJob: () => ask('press:job'),
  pressMade: (made) => ask('press:made', made),
  pressDone: () => ask('press:done'),
  pressFailed: (message) => ask('press:failed', { message }),
  pressPrint: () => ask('press:print'),
  onCommand: (listener) => {
    const hear = (_event: unknown, command: Command): void => listener(command)
    ipcRenderer.on('command', hear)
    return () => ipcRenderer.removeListener('command', hear)
  },
}

contextBridge.exposeInMainWorld('brink' satisfies typeof bridgeName, bridge)
