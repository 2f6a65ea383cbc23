import { useCallback, useEffect, useState } from 'react'
import type { Place } from './block-view'

interface Trail {
  readonly places: readonly Place[]
  readonly at: number
}

export interface Places {
  readonly place: Place
  readonly go: (place: Place) => void
  readonly back: () => void
  readonly forward: () => void
  readonly canGoBack: boolean
  readonly canGoForward: boolean
}

/** Where the reader is, and the way back over where they were; Alt and an arrow go along it. */
export function usePlaces(first: Place): Places {
  const [{ places, at }, setTrail] = useState<Trail>({ places: [first], at: 0 })
  const go = useCallback(
    (place: Place) =>
      setTrail((trail) => {
        const before = trail.places.slice(0, trail.at + 1)
        return { places: [...before, place], at: before.length }
      }),
    [],
  )
  const step = useCallback(
    (by: 1 | -1) =>
      setTrail((trail) => ({
        ...trail,
        at: Math.min(Math.max(trail.at + by, 0), trail.places.length - 1),
      })),
    [],
  )
  const back = useCallback(() => step(-1), [step])
  const forward = useCallback(() => step(1), [step])
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
      event.preventDefault()
      step(event.key === 'ArrowLeft' ? -1 : 1)
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [step])
  return {
    place: places[at] ?? first,
    go,
    back,
    forward,
    canGoBack: at > 0,
    canGoForward: at < places.length - 1,
  }
}
