import { describe, expect, it } from 'vitest'
import { cascaded, fitted, isReachable } from '../../src/main/windows/window-place'

const SCREENS = [
  { x: 0, y: 0, width: 1920, height: 1080 },
  { x: 1920, y: -200, width: 1280, height: 1024 },
]

describe('a window', () => {
  it.each([
    [{ x: 100, y: 100, width: 1440, height: 900 }, true],
    [{ x: 2000, y: -150, width: 1000, height: 700 }, true],
    // Only a corner of it is on the screen.
    [{ x: 1800, y: 1000, width: 1440, height: 900 }, false],
    [{ x: -1400, y: 100, width: 1440, height: 900 }, false],
    // On a screen that was above and is gone: what is seen is not what it is moved by.
    [{ x: 100, y: -760, width: 1440, height: 900 }, false],
    [{ x: 2000, y: -300, width: 1000, height: 700 }, false],
    // As wide as a frame that lies just outside.
    [{ x: -8, y: -8, width: 1440, height: 900 }, true],
    // Where a screen was that is gone.
    [{ x: 4000, y: 100, width: 1440, height: 900 }, false],
  ])('at %j can be reached: %s', (place, reachable) => {
    expect(isReachable(place, SCREENS)).toBe(reachable)
  })

  it.each([
    // What fits stays as it is, also across two screens.
    [
      { x: 100, y: 100, width: 1440, height: 900 },
      { width: 1440, height: 900 },
    ],
    [
      { x: 100, y: 100, width: 3000, height: 1000 },
      { width: 3000, height: 1000 },
    ],
    // Left on a larger screen that is gone.
    [
      { x: 0, y: 0, width: 3840, height: 2000 },
      { width: 3200, height: 1280 },
    ],
  ])('of %j is no larger than all screens', (place, size) => {
    expect(fitted(place, SCREENS)).toEqual({ ...place, ...size })
  })

  it('is not reached without a screen', () => {
    expect(isReachable({ x: 0, y: 0, width: 1440, height: 900 }, [])).toBe(false)
  })

  it('stands a little beside the one it came from', () => {
    expect(cascaded({ x: 10, y: 20, width: 1000, height: 700 })).toEqual({
      x: 38,
      y: 48,
      width: 1000,
      height: 700,
    })
  })
})
