import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { ScreenId } from '../../../ipc/contract'

interface ScrollPlaces {
  readonly ref: RefObject<HTMLElement | null>
  readonly onScroll: () => void
}

/** Each screen has a place of its own: a new one begins at its top, and one gone back to is where it was left. */
export function useScrollPlaces(screen: ScreenId): ScrollPlaces {
  const ref = useRef<HTMLElement>(null)
  const places = useRef(new Map<ScreenId, number>())
  // Before what leads to a part of the screen brings that into sight.
  useLayoutEffect(() => {
    if (ref.current) ref.current.scrollTop = places.current.get(screen) ?? 0
  }, [screen])
  return {
    ref,
    onScroll: () => {
      if (ref.current) places.current.set(screen, ref.current.scrollTop)
    },
  }
}
