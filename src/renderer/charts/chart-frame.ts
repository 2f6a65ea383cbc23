/** Whether what is drawn is named beside it; it is unless said otherwise. */
export interface Named {
  readonly isNamed?: boolean
}

/** What every chart is given: its size in pixels, and whether a hand is on a slider. */
export interface ChartSize {
  readonly width: number
  readonly height: number
}

export const AXIS_TEXT = { fontSize: 11, fill: 'var(--text-quiet)' } as const

/** Room for the axis on the left and below, and for the labels at the ends of the series. */
export const chartMargin = (labelWidth: number) => ({
  top: 8,
  right: labelWidth,
  bottom: 0,
  left: 0,
})

export const AXIS_WIDTH = 44

/** Room on the right of a chart whose curves are not named: for half the name of the last month. */
export const UNNAMED_WIDTH = 24

export const percentTick = (share: number): string => `${Number((share * 100).toFixed(1))}\u202f%`

const LADDER_COLOURS = 5

/** The colour of a rung by its height: one of the palette's five, or mixed of its two nearest. */
export function rungColour(rung: number, rungCount: number): string {
  const place = rungCount < 2 ? 0 : (rung / (rungCount - 1)) * (LADDER_COLOURS - 1)
  const below = Math.floor(place)
  const share = Math.round((place - below) * 100)
  if (share === 0) return `var(--ladder-${below})`
  return `color-mix(in srgb, var(--ladder-${below + 1}) ${share}%, var(--ladder-${below}))`
}

/** The colour of a figure written on a rung's own. */
export const onRungColour = (rung: number, rungCount: number): string =>
  `var(--on-ladder-${rungCount < 2 ? 0 : Math.round((rung / (rungCount - 1)) * (LADDER_COLOURS - 1))})`

/** How many months the axis of a chart has room to name. */
export const monthNamesFor = (width: number): number => (width > 640 ? 7 : 4)
