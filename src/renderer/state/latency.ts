import type { Scenario } from '../../forecast/scenario'
import { afterPaint } from './after-paint'

/** The name under which the browser's own timing tells how far the charts lag behind the hand. */
export const EDIT_TO_CHART = 'edit to chart'
/** The mark of the moment when the first forecast is on the screen. */
export const FIRST_FORECAST = 'first forecast'

let isFirst = true
const editedAt = new WeakMap<Scenario, number>()

/** Notes when a scenario came into being. */
export const noteEdited = (scenario: Scenario): void => {
  editedAt.set(scenario, performance.now())
}

/** Measures from the edit to the frame that shows its forecast; called when that is in the page. */
export function noteShown(scenario: Scenario): void {
  const start = editedAt.get(scenario)
  if (start === undefined) return
  editedAt.delete(scenario)
  afterPaint(() => {
    if (isFirst) performance.mark(FIRST_FORECAST)
    isFirst = false
    performance.measure(EDIT_TO_CHART, { start, end: performance.now() })
    // Observers have it now; the list would only grow.
    performance.clearMeasures(EDIT_TO_CHART)
  })
}
