import type { Step } from './steps'

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

interface Size {
  readonly width: number
  readonly height: number
}

type Side = Step['side']
type Corner = Pick<Box, 'left' | 'top'>

/** Between the part that is meant and the words, and between the words and the window's edge, in pixels. */
const GAP = 12

const SIDES: readonly Side[] = ['right', 'left', 'above', 'below']

/**
 * Where the words stand: on the side wished for where there is room, else on another one, and in
 * any case whole within the window.
 */
export function placeCard(target: Box, card: Size, window: Size, wished: Side): Corner {
  const corners = [wished, ...SIDES].map((side) => within(beside(target, card, side), card, window))
  const free = corners.find((corner) => !overlaps({ ...corner, ...card }, target))
  return free ?? within(beside(target, card, wished), card, window)
}

function beside({ left, top, width, height }: Box, card: Size, side: Side): Corner {
  const along = width > card.width ? left : left + width / 2 - card.width / 2
  switch (side) {
    case 'right':
      // The headline stays in sight, and what is at the foot of the screen.
      return { left: left + width + GAP, top: top + height / 2 - card.height / 2 }
    case 'left':
      return { left: left - card.width - GAP, top: top + GAP }
    case 'below':
      return { left: along, top: top + height + GAP }
    case 'above':
      return { left: along, top: top - card.height - GAP }
  }
}

const within = ({ left, top }: Corner, card: Size, window: Size): Corner => ({
  left: clamp(left, window.width - card.width),
  top: clamp(top, window.height - card.height),
})

const clamp = (at: number, most: number): number => Math.max(GAP, Math.min(at, most - GAP))

const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height
