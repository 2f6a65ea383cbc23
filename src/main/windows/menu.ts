import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { type ShortcutId, shortcut } from '../../help/shortcuts'
import type { Command, ScreenId } from '../../ipc/contract'
import { visibleText } from '../visible-text'

export interface MenuContents {
  readonly recent: readonly { readonly token: string; readonly label: string }[]
  readonly bundled: readonly { readonly name: string; readonly title: string }[]
}

export interface MenuActions {
  /** To the window last used. */
  readonly send: (command: Command) => void
  readonly openWindow: () => void
  readonly openInWindow: () => void
}

type Item = MenuItemConstructorOptions

const SEPARATOR: Item = { type: 'separator' }

/** How an item comes about: by its command, and where it has keys, as the list of those has it. */
interface Make {
  readonly isMac: boolean
  readonly item: (label: string, command: Command) => Item
  readonly keyed: (id: ShortcutId, command: Command) => Item
  readonly listed: (id: ShortcutId, rest: Item) => Item
}

function makerOf(actions: MenuActions, isMac: boolean): Make {
  const item = (label: string, command: Command): Item => ({
    label,
    click: () => actions.send(command),
  })
  const listed = (id: ShortcutId, rest: Item): Item => {
    const { label, keys } = shortcut(id, isMac)
    return { ...rest, label, accelerator: keys[0] }
  }
  return { isMac, item, listed, keyed: (id, command) => listed(id, item('', command)) }
}

/** Sets the application's menu; most choices go to the window as commands. */
export function setMenu(contents: MenuContents, actions: MenuActions): void {
  const isMac = process.platform === 'darwin'
  const make = makerOf(actions, isMac)
  const about = make.item('About Brink', { kind: 'about' })
  const template: Item[] = [
    ...(isMac ? [macMenu(about, make)] : []),
    fileMenu(contents, actions, make),
    editMenu(make),
    {
      label: 'Forecast',
      submenu: [
        make.keyed('reset-drivers', { kind: 'reset-drivers' }),
        make.keyed('show-changed', { kind: 'show-changed' }),
      ],
    },
    viewMenu(make),
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    helpMenu(about, make),
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** A text of the analyst's as a menu shows it, where a single & would mark a key. */
const named = (text: string): string => visibleText(text).replaceAll('&', '&&')

const macMenu = (about: Item, { listed }: Make): Item => ({
  label: app.name,
  submenu: [
    about,
    SEPARATOR,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    SEPARATOR,
    listed('quit', { role: 'quit' }),
  ],
})

const fileMenu = (
  { recent, bundled }: MenuContents,
  { openWindow, openInWindow }: MenuActions,
  { isMac, item, keyed, listed }: Make,
): Item => ({
  label: 'File',
  submenu: [
    keyed('new', { kind: 'new' }),
    keyed('new-case', { kind: 'new-case' }),
    listed('new-window', { click: openWindow }),
    SEPARATOR,
    keyed('open', { kind: 'open' }),
    listed('open-in-window', { click: openInWindow }),
    {
      label: 'Open Recent',
      enabled: recent.length > 0,
      submenu: recent.map(({ token, label }) => item(named(label), { kind: 'open-token', token })),
    },
    {
      label: 'Bundled Scenarios',
      submenu: bundled.map(({ name, title }) => item(named(title), { kind: 'open-bundled', name })),
    },
    SEPARATOR,
    keyed('save', { kind: 'save' }),
    keyed('save-as', { kind: 'save-as' }),
    item('Versions…', { kind: 'versions' }),
    item('Recovered Work…', { kind: 'recovery' }),
    SEPARATOR,
    {
      label: 'Export Chart',
      submenu: [
        keyed('export-png', { kind: 'export', format: 'png' }),
        item('As SVG…', { kind: 'export', format: 'svg' }),
        item('Its Numbers as CSV…', { kind: 'export', format: 'csv' }),
      ],
    },
    keyed('briefing', { kind: 'briefing' }),
    SEPARATOR,
    isMac ? { role: 'close' } : listed('quit', { role: 'quit' }),
  ],
})

const editMenu = ({ isMac, keyed, listed }: Make): Item => ({
  label: 'Edit',
  submenu: [
    keyed('undo', { kind: 'undo' }),
    keyed('redo', { kind: 'redo' }),
    // The other custom of the two, without a second line in the menu.
    ...shortcut('redo', isMac)
      .keys.slice(1)
      .map((accelerator) => ({
        ...keyed('redo', { kind: 'redo' }),
        accelerator,
        visible: false,
      })),
    SEPARATOR,
    listed('cut', { role: 'cut' }),
    listed('copy', { role: 'copy' }),
    listed('paste', { role: 'paste' }),
    listed('select-all', { role: 'selectAll' }),
  ],
})

const SCREENS: readonly ScreenId[] = [
  'forecast',
  'why',
  'compare',
  'evidence',
  'rates',
  'track-record',
  'case',
]

const viewMenu = ({ keyed, listed }: Make): Item => ({
  label: 'View',
  submenu: [
    ...SCREENS.map((screen) => keyed(screen, { kind: 'show-screen', screen })),
    SEPARATOR,
    listed('actual-size', { role: 'resetZoom' }),
    listed('zoom-in', { role: 'zoomIn' }),
    listed('zoom-out', { role: 'zoomOut' }),
    SEPARATOR,
    listed('full-screen', { role: 'togglefullscreen' }),
    ...(app.isPackaged ? [] : [SEPARATOR, { role: 'toggleDevTools' } as const]),
  ],
})

const helpMenu = (about: Item, { item, keyed }: Make): Item => ({
  role: 'help',
  submenu: [
    keyed('help', { kind: 'help', topic: null }),
    item('First Use', { kind: 'help', topic: 'first-use' }),
    item('Keyboard Shortcuts', { kind: 'help', topic: 'keyboard' }),
    item('Words and Terms', { kind: 'help', topic: 'glossary' }),
    item('Tour', { kind: 'tour' }),
    SEPARATOR,
    about,
  ],
})
