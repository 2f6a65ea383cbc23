import { describe, expect, it } from 'vitest'
import { sayKeys, shortcut, shortcutsOf } from '../../src/help/shortcuts'

describe('the keys of the menu', () => {
  it.each([false, true])('are each given to one thing only (on a Mac: %s)', (isMac) => {
    const keys = shortcutsOf(isMac).flatMap((each) => each.keys)
    // On a Mac, Cmd and CmdOrCtrl are one key; elsewhere Ctrl and CmdOrCtrl are. Their order is nothing.
    const own = keys.map((each) =>
      each
        .replace('CmdOrCtrl', isMac ? 'Cmd' : 'Ctrl')
        .split('+')
        .sort()
        .join('+'),
    )
    expect(new Set(own).size).toBe(own.length)
  })

  it.each([
    ['CmdOrCtrl+Shift+S', 'Ctrl+Shift+S', '⌘⇧S'],
    ['CmdOrCtrl+Plus', 'Ctrl++', '⌘+'],
    ['CmdOrCtrl+-', 'Ctrl+−', '⌘−'],
    ['Ctrl+Cmd+F', 'Ctrl+Cmd+F', '⌃⌘F'],
    ['F1', 'F1', 'F1'],
  ])('%s is said as %s, and on a Mac as %s', (keys, elsewhere, onMac) => {
    expect([sayKeys(keys, false), sayKeys(keys, true)]).toEqual([elsewhere, onMac])
  })

  it('have two customs for redo where there are two', () => {
    expect(shortcut('redo', false).keys).toEqual(['Ctrl+Y', 'CmdOrCtrl+Shift+Z'])
    expect(shortcut('redo', true).keys).toEqual(['Shift+Cmd+Z'])
  })
})
