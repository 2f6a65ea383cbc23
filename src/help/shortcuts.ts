/** Every key of the menu, once: the menu is made of this list, and the help shows it. */

type Menu = 'File' | 'Edit' | 'Forecast' | 'View' | 'Help'

/** In Electron's notation, e.g. `CmdOrCtrl+Shift+S`. */
type Accelerator = string | { readonly mac: string; readonly others: string }

interface Listed {
  readonly menu: Menu
  readonly label: string
  /** The submenu that it stands in. */
  readonly under?: string
  readonly keys: Accelerator
  /** Where there are two customs: does the same and is not shown in the menu. */
  readonly also?: string
}

const list = {
  new: { menu: 'File', label: 'New from Case', keys: 'CmdOrCtrl+N' },
  'new-case': { menu: 'File', label: 'New Case from Blank', keys: 'CmdOrCtrl+Shift+N' },
  'new-window': { menu: 'File', label: 'New Window', keys: 'CmdOrCtrl+Alt+N' },
  open: { menu: 'File', label: 'Open…', keys: 'CmdOrCtrl+O' },
  'open-in-window': { menu: 'File', label: 'Open in New Window…', keys: 'CmdOrCtrl+Shift+O' },
  save: { menu: 'File', label: 'Save', keys: 'CmdOrCtrl+S' },
  'save-as': { menu: 'File', label: 'Save As…', keys: 'CmdOrCtrl+Shift+S' },
  'export-png': {
    menu: 'File',
    under: 'Export Chart',
    label: 'As PNG…',
    keys: 'CmdOrCtrl+E',
  },
  briefing: { menu: 'File', label: 'Export Briefing…', keys: 'CmdOrCtrl+Shift+E' },
  quit: { menu: 'File', label: 'Quit', keys: 'CmdOrCtrl+Q' },
  undo: { menu: 'Edit', label: 'Undo', keys: 'CmdOrCtrl+Z' },
  redo: {
    menu: 'Edit',
    label: 'Redo',
    keys: { mac: 'Shift+Cmd+Z', others: 'Ctrl+Y' },
    also: 'CmdOrCtrl+Shift+Z',
  },
  cut: { menu: 'Edit', label: 'Cut', keys: 'CmdOrCtrl+X' },
  copy: { menu: 'Edit', label: 'Copy', keys: 'CmdOrCtrl+C' },
  paste: { menu: 'Edit', label: 'Paste', keys: 'CmdOrCtrl+V' },
  'select-all': { menu: 'Edit', label: 'Select All', keys: 'CmdOrCtrl+A' },
  'reset-drivers': { menu: 'Forecast', label: 'Reset All Drivers', keys: 'CmdOrCtrl+Shift+R' },
  'show-changed': { menu: 'Forecast', label: 'Show Only What Changed', keys: 'CmdOrCtrl+Shift+D' },
  forecast: { menu: 'View', label: 'Forecast', keys: 'CmdOrCtrl+1' },
  why: { menu: 'View', label: 'Why', keys: 'CmdOrCtrl+2' },
  compare: { menu: 'View', label: 'Compare', keys: 'CmdOrCtrl+3' },
  evidence: { menu: 'View', label: 'Evidence', keys: 'CmdOrCtrl+4' },
  rates: { menu: 'View', label: 'Base Rates', keys: 'CmdOrCtrl+5' },
  'track-record': { menu: 'View', label: 'Track Record', keys: 'CmdOrCtrl+6' },
  case: { menu: 'View', label: 'Case', keys: 'CmdOrCtrl+7' },
  'actual-size': { menu: 'View', label: 'Actual Size', keys: 'CmdOrCtrl+0' },
  'zoom-in': { menu: 'View', label: 'Zoom In', keys: 'CmdOrCtrl+Plus' },
  'zoom-out': { menu: 'View', label: 'Zoom Out', keys: 'CmdOrCtrl+-' },
  'full-screen': {
    menu: 'View',
    label: 'Full Screen',
    keys: { mac: 'Ctrl+Cmd+F', others: 'F11' },
  },
  help: { menu: 'Help', label: 'Help on This Screen', keys: 'F1' },
} as const satisfies Readonly<Record<string, Listed>>

export type ShortcutId = keyof typeof list

export interface Shortcut {
  readonly id: ShortcutId
  readonly menu: Menu
  readonly label: string
  /** The submenu that it stands in. */
  readonly under: string | undefined
  /** In Electron's notation; the first is the one that the menu shows. */
  readonly keys: readonly [string, ...string[]]
}

/** What a platform's menu offers by key, in the menu's order. */
export const shortcutsOf = (isMac: boolean): readonly Shortcut[] =>
  (Object.keys(list) as ShortcutId[]).map((id) => shortcut(id, isMac))

export function shortcut(id: ShortcutId, isMac: boolean): Shortcut {
  const { menu, label, under, keys, also }: Listed = list[id]
  const own = typeof keys === 'string' ? keys : isMac ? keys.mac : keys.others
  // On a Mac the second custom is the first one.
  return { id, menu, label, under, keys: also && !isMac ? [own, also] : [own] }
}

const NAMES = { CmdOrCtrl: 'Ctrl', Cmd: 'Cmd', Plus: '+' } as Readonly<Record<string, string>>
const MAC_NAMES = {
  CmdOrCtrl: '⌘',
  Cmd: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Plus: '+',
} as Readonly<Record<string, string>>

/** Keys as they stand on the keyboard: `Ctrl+Shift+S`, or `⌘⇧S` on a Mac. */
export function sayKeys(keys: string, isMac: boolean): string {
  const names = isMac ? MAC_NAMES : NAMES
  const parts = keys.split('+').map((key) => names[key] ?? (key === '-' ? '−' : key))
  return parts.join(isMac ? '' : '+')
}
