import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Command, ScreenId } from '../../ipc/contract'
import { visibleText } from '../visible-text'

export interface MenuContents {
  readonly recent: readonly { readonly token: string; readonly label: string }[]
  readonly bundled: readonly { readonly name: string; readonly title: string }[]
}

interface MenuActions {
  /** To the window last used. */
  readonly send: (command: Command) => void
  readonly openWindow: () => void
  readonly openInWindow: () => void
}

type Item = MenuItemConstructorOptions

const SEPARATOR: Item = { type: 'separator' }

/** Sets the application's menu; most choices go to the window as commands. */
export function setMenu(contents: MenuContents, actions: MenuActions): void {
  const isMac = process.platform === 'darwin'
  const item = (label: string, command: Command, accelerator?: string): Item => ({
    label,
    click: () => actions.send(command),
    ...(accelerator ? { accelerator } : {}),
  })
  const ways: readonly [Item, Item] = [
    { label: 'New Window', accelerator: 'CmdOrCtrl+Alt+N', click: actions.openWindow },
    { label: 'Open in New Window…', accelerator: 'CmdOrCtrl+Shift+O', click: actions.openInWindow },
  ]
  const about = item('About Brink', { kind: 'about' })
  const template: Item[] = [
    ...(isMac ? [macMenu(about)] : []),
    fileMenu(contents, item, ways, isMac),
    editMenu(item, isMac),
    {
      label: 'Forecast',
      submenu: [
        item('Reset All Drivers', { kind: 'reset-drivers' }, 'CmdOrCtrl+Shift+R'),
        item('Show Only What Changed', { kind: 'show-changed' }, 'CmdOrCtrl+Shift+D'),
      ],
    },
    viewMenu(item),
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    { role: 'help', submenu: [about] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** A text of the analyst's as a menu shows it, where a single & would mark a key. */
const named = (text: string): string => visibleText(text).replaceAll('&', '&&')

type MakeItem = (label: string, command: Command, accelerator?: string) => Item

const macMenu = (about: Item): Item => ({
  label: app.name,
  submenu: [
    about,
    SEPARATOR,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    SEPARATOR,
    { role: 'quit' },
  ],
})

const fileMenu = (
  { recent, bundled }: MenuContents,
  item: MakeItem,
  [newWindow, openInWindow]: readonly [Item, Item],
  isMac: boolean,
): Item => ({
  label: 'File',
  submenu: [
    item('New from Case', { kind: 'new' }, 'CmdOrCtrl+N'),
    item('New Case from Blank', { kind: 'new-case' }, 'CmdOrCtrl+Shift+N'),
    newWindow,
    SEPARATOR,
    item('Open…', { kind: 'open' }, 'CmdOrCtrl+O'),
    openInWindow,
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
    item('Save', { kind: 'save' }, 'CmdOrCtrl+S'),
    item('Save As…', { kind: 'save-as' }, 'CmdOrCtrl+Shift+S'),
    item('Versions…', { kind: 'versions' }),
    item('Recovered Work…', { kind: 'recovery' }),
    SEPARATOR,
    {
      label: 'Export Chart',
      submenu: [
        item('As PNG…', { kind: 'export', format: 'png' }, 'CmdOrCtrl+E'),
        item('As SVG…', { kind: 'export', format: 'svg' }),
        item('Its Numbers as CSV…', { kind: 'export', format: 'csv' }),
      ],
    },
    item('Export Briefing…', { kind: 'briefing' }, 'CmdOrCtrl+Shift+E'),
    SEPARATOR,
    isMac ? { role: 'close' } : { role: 'quit' },
  ],
})

const editMenu = (item: MakeItem, isMac: boolean): Item => ({
  label: 'Edit',
  submenu: [
    item('Undo', { kind: 'undo' }, 'CmdOrCtrl+Z'),
    item('Redo', { kind: 'redo' }, isMac ? 'Shift+Cmd+Z' : 'Ctrl+Y'),
    // The other custom of the two, without a second line in the menu.
    { ...item('Redo', { kind: 'redo' }, 'CmdOrCtrl+Shift+Z'), visible: false },
    SEPARATOR,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ],
})

const SCREENS: readonly { readonly screen: ScreenId; readonly label: string }[] = [
  { screen: 'forecast', label: 'Forecast' },
  { screen: 'why', label: 'Why' },
  { screen: 'compare', label: 'Compare' },
  { screen: 'evidence', label: 'Evidence' },
  { screen: 'rates', label: 'Base Rates' },
  { screen: 'track-record', label: 'Track Record' },
  { screen: 'case', label: 'Case' },
]

const viewMenu = (item: MakeItem): Item => ({
  label: 'View',
  submenu: [
    ...SCREENS.map(({ screen, label }, index) =>
      item(label, { kind: 'show-screen', screen }, `CmdOrCtrl+${index + 1}`),
    ),
    SEPARATOR,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    SEPARATOR,
    { role: 'togglefullscreen' },
    ...(app.isPackaged ? [] : [SEPARATOR, { role: 'toggleDevTools' } as const]),
  ],
})
