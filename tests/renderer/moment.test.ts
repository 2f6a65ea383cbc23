import { afterEach, expect, it, vi } from 'vitest'
import { isPast } from '../../src/renderer/features/document/moment'

afterEach(() => vi.useRealTimers())

it('a moment that is still to come by this clock is not past', () => {
  vi.useFakeTimers({ now: new Date('2026-01-31T12:00:00.000Z') })
  expect(isPast('2026-01-31T12:00:00.000Z')).toBe(true)
  expect(isPast('2026-01-31T12:00:00.001Z')).toBe(false)
  expect(isPast('2024-02-29T12:00:00.000Z')).toBe(true)
})
