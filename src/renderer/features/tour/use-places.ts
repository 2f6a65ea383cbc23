import { type RefObject, useLayoutEffect, useState } from 'react'
import { type Box, placeCard } from './place-card'
import type { Step } from './steps'

interface TourPlaces {
  /** Around each part that is meant; empty where none of them is on the screen now. */
  readonly rings: readonly Box[]
  readonly card: { readonly left: number; readonly top: number } | undefined
}

const NOWHERE: TourPlaces = { rings: [], card: undefined }
/** The ring stands off from what it encloses, in pixels. */
const ROOM = 4

/** Where the parts of a step are, as the window and what is in it change. */
export function useTourPlaces(step: Step, card: RefObject<HTMLElement | null>): TourPlaces {
  const [places, setPlaces] = useState(NOWHERE)
  useLayoutEffect(() => {
    const look = (): void =>
      setPlaces((before) => unlessSame(before, findPlaces(step, card.current)))
    look()
    const sizes = new ResizeObserver(look)
    for (const element of [card.current, document.body, ...step.targets.flatMap(find)]) {
      if (element) sizes.observe(element)
    }
    const parts = new MutationObserver(look)
    parts.observe(document.body, { subtree: true, childList: true })
    window.addEventListener('scroll', look, { capture: true, passive: true })
    return () => {
      sizes.disconnect()
      parts.disconnect()
      window.removeEventListener('scroll', look, { capture: true })
    }
  }, [step, card])
  return places
}

const find = (selector: string): readonly HTMLElement[] => {
  const element = document.querySelector<HTMLElement>(selector)
  return element ? [element] : []
}

function findPlaces({ targets, side }: Step, card: HTMLElement | null): TourPlaces {
  const boxes = targets.flatMap(find).map(boxOf)
  const [first] = boxes
  if (!first || !card) return NOWHERE
  const { innerWidth, innerHeight } = window
  const size = { width: card.offsetWidth, height: card.offsetHeight }
  return {
    rings: boxes,
    card: placeCard(first, size, { width: innerWidth, height: innerHeight }, side),
  }
}

/** What is seen of an element, with room around it. */
function boxOf(element: HTMLElement): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const [from, to] = [Math.max(left - ROOM, 1), Math.min(right + ROOM, innerWidth - 1)]
  const [above, below] = [Math.max(top - ROOM, 1), Math.min(bottom + ROOM, innerHeight - 1)]
  return { left: from, top: above, width: to - from, height: below - above }
}

const unlessSame = (before: TourPlaces, now: TourPlaces): TourPlaces =>
  JSON.stringify(before) === JSON.stringify(now) ? before : now
