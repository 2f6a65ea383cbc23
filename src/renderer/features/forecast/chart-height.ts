import { useSyncExternalStore } from 'react'

const listen = (changed: () => void): (() => void) => {
  window.addEventListener('resize', changed)
  return () => window.removeEventListener('resize', changed)
}

/** What the headline, the conclusion and the edges of the window leave for charts side by side. */
const ELSEWHERE = 592
const [LOWEST, HIGHEST] = [190, 380]
const STACKED_BELOW = 1180

/** Charts side by side take what height is left; one above the other they are low, so that both are seen. */
export const useChartHeight = (): number =>
  useSyncExternalStore(listen, () =>
    window.innerWidth < STACKED_BELOW
      ? LOWEST
      : Math.min(Math.max(window.innerHeight - ELSEWHERE, LOWEST), HIGHEST),
  )
