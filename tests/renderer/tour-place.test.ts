import { describe, expect, it } from 'vitest'
import { placeCard } from '../../src/renderer/features/tour/place-card'

const card = { width: 340, height: 160 }
const window = { width: 1440, height: 900 }

describe('the words of the tour', () => {
  it.each([
    ['right', { left: 0, top: 48, width: 328, height: 824 }, { left: 340, top: 380 }],
    ['left', { left: 900, top: 150, width: 500, height: 350 }, { left: 548, top: 162 }],
    ['below', { left: 1360, top: 10, width: 70, height: 30 }, { left: 1088, top: 52 }],
    ['above', { left: 500, top: 700, width: 100, height: 30 }, { left: 380, top: 528 }],
  ] as const)('stand %s of the part that is meant, 12 pixels off', (side, target, corner) => {
    expect(placeCard(target, card, window, side)).toEqual(corner)
  })

  it('stand on another side where there is no room on that wished for', () => {
    const target = { left: 300, top: 400, width: 700, height: 250 }
    const small = { width: 1024, height: 700 }
    expect(placeCard(target, card, small, 'left')).toEqual({ left: 300, top: 228 })
  })

  it('are whole within the window, also where the part fills it', () => {
    const all = { left: 0, top: 0, width: 1024, height: 700 }
    const { left, top } = placeCard(all, card, { width: 1024, height: 700 }, 'below')
    expect(left).toBeGreaterThanOrEqual(12)
    expect(left + card.width).toBeLessThanOrEqual(1024 - 12)
    expect(top).toBeGreaterThanOrEqual(12)
    expect(top + card.height).toBeLessThanOrEqual(700 - 12)
  })
})
