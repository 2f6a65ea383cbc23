import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Axis } from '../../src/forecast/sweep'
import { readAxes, valuesBetween } from '../../src/main/command-line/vary-argument'

/** So many units of the last of so many decimal places, written by hand and not by a sum. */
function decimal(units: number, places: number): string {
  const digits = String(Math.abs(units)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const rest = places > 0 ? `.${digits.slice(-places)}` : ''
  return `${units < 0 ? '-' : ''}${whole}${rest}`
}

const places = fc.integer({ min: 0, max: 9 })
const units = fc.integer({ min: -1e10, max: 1e10 })
const step = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 1e8 }))
const steps = fc.integer({ min: 0, max: 300 })

describe('values from one to another', () => {
  it('are those that decimal arithmetic gives, both ends among them, up and down', () => {
    fc.assert(
      fc.property(units, step, steps, places, fc.boolean(), (from, size, count, digits, isDown) => {
        const by = isDown ? -size : size
        const given = (at: number): number => Number(decimal(at, digits)) + 0
        const expected = Array.from({ length: count + 1 }, (_, n) => given(from + n * by))
        expect(valuesBetween(given(from), given(from + count * by), given(by))).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('stop before an end that the step does not meet', () => {
    fc.assert(
      fc.property(
        units,
        fc.integer({ min: 2, max: 1e8 }),
        steps,
        places,
        (from, by, count, digits) => {
          const given = (at: number): number => Number(decimal(at, digits)) + 0
          const short = given(from + count * by + (by - 1))
          const values = valuesBetween(given(from), short, given(by))
          expect(values).toHaveLength(count + 1)
          expect(values.at(-1)).toBe(given(from + count * by))
        },
      ),
    )
  })

  it('carry no rounding error where sums would', () => {
    expect(valuesBetween(0, 1, 0.1)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    expect(valuesBetween(-0.3, 0.3, 0.1)).toEqual([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3])
    expect(valuesBetween(1, 0, -0.25)).toEqual([1, 0.75, 0.5, 0.25, 0])
    const fine = valuesBetween(-1, 1, 0.00002)
    expect(fine).toHaveLength(100_001)
    expect([fine[50_000], fine[50_001]]).toEqual([0, 0.00002])
  })
})

const axes = (...texts: string[]): readonly Axis[] => {
  const read = readAxes(texts)
  if ('kind' in read) throw new Error(read.message)
  return read
}

describe('what is to be varied', () => {
  it('is read by name, with a range or a list', () => {
    expect(
      axes('a-1.intensity=0:1:0.5', 'b.weight=1,2.5', 'b.trend=-1,0', 'horizonMonths=6,12'),
    ).toEqual([
      { quantity: { kind: 'intensity', driver: 'a-1' }, values: [0, 0.5, 1] },
      { quantity: { kind: 'weight', driver: 'b' }, values: [1, 2.5] },
      { quantity: { kind: 'trend', driver: 'b' }, values: [-1, 0] },
      { quantity: { kind: 'horizonMonths' }, values: [6, 12] },
    ])
    expect(axes('run.draws=1e3', 'run.seed=0:4:2')).toEqual([
      { quantity: { kind: 'draws' }, values: [1000] },
      { quantity: { kind: 'seed' }, values: [0, 2, 4] },
    ])
  })

  it('may come to 100,000 combinations and to no more', () => {
    expect(axes('run.seed=1:1000:1', 'run.draws=1:100:1')).toHaveLength(2)
    expect(readAxes(['run.seed=1:1000:1', 'run.draws=1:101:1'])).toMatchObject({
      message: 'this would be 101,000 files; a sweep writes 100,000 at most',
    })
  })

  it.each([
    ['a.intensity', /needs DRIVER\.intensity, .* not a\.intensity$/],
    ['a.speed=1', /not a\.speed$/],
    ['start.calm=1', /not start\.calm$/],
    ['A.intensity=1', /not A\.intensity$/],
    ['../a.intensity=1', /not \.\.\/a\.intensity$/],
    ['a.intensity=', /list A,B,… of numbers, not nothing/],
    ['a.intensity=1,,0', /of numbers, not 1,,0/],
    ['a.intensity=0x1', /not 0x1/],
    ['a.intensity=Infinity', /not Infinity/],
    ['a.intensity=1e999', /not 1e999/],
    ['a.intensity=0:1', /not 0:1/],
    ['a.intensity=0:1:0.1:2', /not 0:1:0\.1:2/],
    ['a.intensity=0:1:0', /a step of 0 does not lead from 0 to 1/],
    ['a.intensity=0:1:-0.1', /a step of -0\.1 does not lead from 0 to 1/],
    ['a.intensity=0:1:1e-12', /1,000,000,000,001 files; a sweep writes 100,000 at most/],
    ['a.intensity=0,1.01', /a\.intensity takes numbers from 0 to 1, not 1\.01/],
    ['a.weight=0.5', /a\.weight takes numbers from 1 to 100, not 0\.5/],
    ['a.trend=-101', /from -100 to 100, not -101/],
    ['horizonMonths=6.5', /horizonMonths takes whole numbers from 1 to 120, not 6\.5/],
    ['horizonMonths=0', /from 1 to 120, not 0/],
    ['run.draws=1000001', /run\.draws takes whole numbers from 1 to 1,000,000, not 1000001/],
    ['run.seed=4294967296', /from 0 to 4,294,967,295, not 4294967296/],
    ['a.intensity=0.5,0.50', /gives a\.intensity one value twice/],
  ])('%s is refused', (text, message) => {
    expect(readAxes([text])).toMatchObject({ message: expect.stringMatching(message) })
  })

  it('is named once', () => {
    expect(readAxes(['a.weight=1', 'a.weight=2'])).toMatchObject({
      message: expect.stringMatching(/names a\.weight twice/),
    })
  })
})
