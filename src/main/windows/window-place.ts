/** Where a window stands, in pixels of the whole of all screens. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** By so much a further window stands below and beside the one it came from. */
const CASCADE = 28
/** So much of a window has to be seen for it to be moved by hand. */
const GRIP = 100
/** By so much the frame of a window may lie above its screen. */
const FRAME = 16

export const cascaded = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x: x + CASCADE,
  y: y + CASCADE,
  width,
  height,
})

/** Whether enough of a window, with the bar that it is moved by, would be seen on one of the screens. */
export const isReachable = (place: Rectangle, screens: readonly Rectangle[]): boolean =>
  screens.some((screen) => {
    const [overlapX, overlapY] = [
      overlap(place.x, place.width, screen.x, screen.width),
      overlap(place.y, place.height, screen.y, screen.height),
    ]
    return overlapX > GRIP && overlapY > GRIP && place.y >= screen.y - FRAME
  })

/** No larger than all screens together, so that what is at its end can be reached. */
export function fitted(place: Rectangle, screens: readonly Rectangle[]): Rectangle {
  const [left, top] = [screens.map(({ x }) => x), screens.map(({ y }) => y)]
  const right = screens.map(({ x, width }) => x + width)
  const bottom = screens.map(({ y, height }) => y + height)
  return {
    ...place,
    width: Math.min(place.width, Math.max(...right) - Math.min(...left)),
    height: Math.min(place.height, Math.max(...bottom) - Math.min(...top)),
  }
}

const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom)
