/** Colours of the documents, in hexadecimal: those of the light screen. */
export const COLOUR = {
  accent: '1F4E79',
  accentSoft: 'E7EEF5',
  text: '1C1F26',
  plain: '3C4350',
  quiet: '5F6775',
  hairline: 'E1E4E9',
  bandInner: '6F9BC1',
  bandOuter: 'A9C3DA',
  article: '69737F',
  up: 'A5282C',
  down: '23715A',
  white: 'FFFFFF',
} as const

/** A face that every office program has, or has another of the same widths for. */
export const FACE = 'Arial'

/** The ladder's colours on the screen, lowest first. */
export const LADDER_RAMP = ['DBE7EC', 'A9C9D8', 'F3D48B', 'E59A55', 'A5282C'] as const

const channels = (colour: string): number[] =>
  [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** The colour of a rung by its height: one of the ramp's, or mixed of its two nearest. */
export function rungHex(rung: number, rungCount: number): string {
  const place = rungCount < 2 ? 0 : (rung / (rungCount - 1)) * (LADDER_RAMP.length - 1)
  const below = Math.floor(place)
  const [from, to] = [LADDER_RAMP[below] ?? 'FFFFFF', LADDER_RAMP[below + 1]]
  if (to === undefined) return from
  const share = Math.round((place - below) * 100) / 100
  const [low, high] = [channels(from), channels(to)]
  return low
    .map((value, at) => Math.round(value + share * ((high[at] ?? value) - value)))
    .map((value) => value.toString(16).padStart(2, '0').toUpperCase())
    .join('')
}
