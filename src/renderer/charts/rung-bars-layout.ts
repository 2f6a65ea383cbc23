import type { Rung } from '../../forecast/scenario'
import { rungColour } from './chart-frame'
import type { LadderGroup, RungBar } from './compared-rows'
import type { Strip } from './strips'

/** A rung's name in a legend: from the left, and in which line. */
interface LegendItem {
  readonly label: string
  readonly colour: string
  readonly x: number
  readonly line: number
}

/** A scenario's bar; the first of a ladder stands under the ladder's legend. */
export interface BarStrip extends Strip {
  readonly bar: RungBar
  readonly legend: readonly LegendItem[]
}

/** The height of a scenario's name and its bar. */
const BAR_ROW = 48
export const LEGEND_LINE = 20
const BETWEEN_GROUPS = 14
/** About the width of a letter of the legend. */
const LETTER = 6.1
const SWATCH = 14
const GAP = 18

/** Every bar below the other, by ladder; what the rungs are called stands above them or nowhere. */
export function layOutBars(groups: readonly LadderGroup[], width: number, isNamed = true) {
  let height = 0
  const strips = groups.flatMap(({ ladder, bars }) => {
    const legend = isNamed ? legendOf(ladder, width) : []
    const lines = (legend.at(-1)?.line ?? -1) + 1
    const top = height + (isNamed ? lines * LEGEND_LINE + 6 : 0)
    height = top + bars.length * BAR_ROW + BETWEEN_GROUPS
    return bars.map(
      (bar, index): BarStrip => ({
        id: bar.key,
        place: { top: top + index * BAR_ROW, height: BAR_ROW },
        bar,
        legend: index === 0 ? legend : [],
      }),
    )
  })
  return { strips, height: Math.max(height - BETWEEN_GROUPS, 0) }
}

/** The rungs one after the other, in as many lines as they take. */
function legendOf(ladder: readonly Rung[], width: number): LegendItem[] {
  let [x, line] = [0, 0]
  return ladder.map(({ label }, index) => {
    const room = SWATCH + label.length * LETTER
    if (x > 0 && x + room > width) [x, line] = [0, line + 1]
    const item = { label, colour: rungColour(index, ladder.length), x, line }
    x += room + GAP
    return item
  })
}
