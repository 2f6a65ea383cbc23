import { type RefObject, useEffect, useState } from 'react'
import { type Part, partElementId } from './places'

/** How far below the upper edge a part's head may stand and still count as the one being read. */
const HEAD_ROOM_PX = 96

/** The part being read: the one with the focus while it is in sight, else the topmost. */
export function usePartInView(
  content: RefObject<HTMLElement | null>,
  parts: readonly Part[],
): Part | undefined {
  const [current, setCurrent] = useState(parts[0])
  useEffect(() => {
    const scroller = content.current?.closest('.desk')
    if (!scroller) return
    const look = (): void => setCurrent(findPart(scroller, parts))
    look()
    scroller.addEventListener('scroll', look, { passive: true })
    scroller.addEventListener('focusin', look)
    return () => {
      scroller.removeEventListener('scroll', look)
      scroller.removeEventListener('focusin', look)
    }
  }, [content, parts])
  return current
}

function findPart(scroller: Element, parts: readonly Part[]): Part | undefined {
  const { top, bottom } = scroller.getBoundingClientRect()
  const places = parts.flatMap((part) => {
    const element = document.getElementById(partElementId(part))
    return element ? [{ part, element, box: element.getBoundingClientRect() }] : []
  })
  const focused = places.find(({ element }) => element.contains(document.activeElement))
  if (focused && focused.box.bottom > top + HEAD_ROOM_PX && focused.box.top < bottom) {
    return focused.part
  }
  return (places.findLast(({ box }) => box.top <= top + HEAD_ROOM_PX) ?? places[0])?.part
}
