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

export const percentTick = (share: number): string => `${Number((share * 100).toFixed(1))}\u202f%`

/** The colour of a rung by its height, whatever the number of rungs. */
export function rungColour(rung: number, rungCount: number): string {
  const place = rungCount < 2 ? 0 : rung / (rungCount - 1)
  const step = Math.round(place * 8)
  return `var(--ladder-${step})`
}

/** How many months the axis of a chart has room to name. */
export const monthNamesFor = (width: number): number => (width > 640 ? 7 : 4)
