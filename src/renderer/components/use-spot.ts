import { useEffect } from 'react'
import { type Spot, useView } from '../state/view-store'

/** A link is followed once: coming back to a screen later does not take the focus away again. */
const followed = new WeakSet<Spot>()

/**
 * Brings what a link led to into sight and focus, if it is of the kind that the screen
 * shows and is there under `data-<kind>="<id>"`.
 */
export function useSpotInSight(kind: Spot['kind']): void {
  const spot = useView((view) => view.spot)
  useEffect(() => {
    if (spot?.kind !== kind || followed.has(spot)) return
    const place = document.querySelector<HTMLElement>(`[data-${kind}="${CSS.escape(spot.id)}"]`)
    if (!place) return
    followed.add(spot)
    // A driver's row, opened, may be higher than the panel: its name is what has to be seen.
    place.scrollIntoView({ block: kind === 'driver' ? 'start' : 'center' })
    const first = place.hasAttribute('tabindex') ? place : place.querySelector('button')
    first?.focus({ preventScroll: true })
  }, [spot, kind])
}

/** Whether a link led to this part of the case. */
export const useIsSpot = (kind: Spot['kind'], id: string): boolean =>
  useView(({ spot }) => spot?.kind === kind && spot.id === id)
