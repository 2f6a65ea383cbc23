import type { Scenario } from '../../forecast/scenario'

/** The name under which the browser's own timing tells how far the charts lag behind the hand. */
export const EDIT_TO_CHART = 'edit to chart'

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
  requestAnimationFrame(() => {
    // A message to oneself is heard once the frame has been painted.
    const afterPaint = new MessageChannel()
    afterPaint.port1.onmessage = () => {
      performance.measure(EDIT_TO_CHART, { start, end: performance.now() })
      // Observers have it now; the list would only grow.
      performance.clearMeasures(EDIT_TO_CHART)
    }
    afterPaint.port2.postMessage(null)
  })
}
