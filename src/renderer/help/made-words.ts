import { sayRange } from '../../forecast/conclusion/words'
import { yardsticks } from '../../forecast/conclusion/yardstick'
import { type Shortcut, sayKeys, shortcutsOf } from '../../help/shortcuts'

export const isMac = navigator.userAgent.includes('Macintosh')

/** The files of the program that the help makes something of. */
export const MADE_OF = {
  yardsticks: 'src/forecast/conclusion/yardstick.ts',
  shortcuts: 'src/help/shortcuts.ts',
} as const

export const sayShortcut = ({ keys }: Shortcut): string =>
  keys.map((each) => sayKeys(each, isMac)).join(' or ')

export const sayMenuItem = ({ under, label }: Shortcut): string =>
  under === undefined ? label : `${under} > ${label}`

/** What those parts say, for the search. */
export function wordsOfMade(from: string): string {
  switch (from) {
    case MADE_OF.yardsticks:
      return Object.values(yardsticks)
        .flatMap(({ name, source, terms }) => [
          name,
          source,
          ...terms.map(({ word, low, high }) => `${word} ${sayRange(low, high)}`),
        ])
        .join(' ')
    case MADE_OF.shortcuts:
      return shortcutsOf(isMac)
        .map((each) => `${sayMenuItem(each)} ${sayShortcut(each)}`)
        .join(' ')
    default:
      throw new Error(`the help makes nothing of ${from}`)
  }
}
