import { describe, expect, it } from 'vitest'
import { mixBits } from '../../src/forecast/sampling/sobol'
import { JEFFREYS_EVENTS, meanOfRate, quantileOfRate } from '../../src/history/gamma-rate'
import { logMarginal, pool, priorFrom } from '../../src/history/pooling'
import type { Exposed } from '../../src/history/tally'

/** Numbers between 0 and 1, the same every time. */
function uniforms(seed: number): () => number {
  let count = 0
  return () => (mixBits(seed, count++) + 0.5) / 2 ** 32
}

/** By inversion; the means are small. */
function poisson(mean: number, u: number): number {
  let chance = Math.exp(-mean)
  let below = chance
  let count = 0
  while (below < u && count < 1000) {
    count++
    chance *= mean / count
    below += chance
  }
  return count
}

interface World {
  readonly shape: number
  readonly mean: number
  readonly months: readonly number[]
}

interface Simulated {
  readonly rate: number
  readonly own: Exposed
}

/** Worlds of classes of known rates with their events. */
function simulate({ shape, mean, months }: World, worlds: number, seed: number): Simulated[][] {
  const next = uniforms(seed)
  return Array.from({ length: worlds }, () => {
    const rates = months.map(() => quantileOfRate({ events: shape, months: shape / mean }, next()))
    return months.map((each, index) => {
      const rate = rates[index] as number
      return { rate, own: { months: each, events: poisson(rate * each, next()) } }
    })
  })
}

const NOTHING: Exposed = { events: 0, months: 0 }
const NONE = { candidates: [] }

const pooledOf = (own: Exposed, rest: readonly Exposed[]) =>
  pool(own, priorFrom(rest, own) ?? NONE).rate

const meanSquare = (errors: readonly number[]): number =>
  errors.reduce((sum, error) => sum + error * error, 0) / errors.length

// Thirty pairs that are watched for one to ten years each.
const MONTHS = Array.from({ length: 30 }, (_, index) => 12 + (index % 10) * 12)

describe('classes simulated with known rates', () => {
  it.each([
    { name: 'that differ much', shape: 0.8, mean: 0.02, ratio: 0.95 },
    { name: 'that differ', shape: 2, mean: 0.02, ratio: 0.7 },
    { name: 'that hardly differ', shape: 20, mean: 0.02, ratio: 0.3 },
  ])('$name: pooling errs less than their own counts do', ({ shape, mean, ratio }) => {
    const worlds = simulate({ shape, mean, months: MONTHS }, 6, 1)
    const raw = meanSquare(worlds.flat().map(({ own, rate }) => own.events / own.months - rate))
    const errors = worlds.flatMap((classes) =>
      classes.map(({ own, rate }) => {
        const rest = classes.filter((each) => each.own !== own).map((each) => each.own)
        return meanOfRate(pooledOf(own, rest)) - rate
      }),
    )
    const pooled = meanSquare(errors)
    expect(pooled / raw).toBeLessThan(ratio)
  })

  // 600 classes, of which a share of 0.9 has a standard error of 0.012. Where they differ much,
  // most have no event at all and a Gamma distribution cannot follow what is then known of them;
  // where they hardly differ, so few events cannot show it, and intervals are too wide.
  it.each([
    { name: 'that differ much', shape: 0.8, least: 0.83, most: 0.9 },
    { name: 'that differ', shape: 2, least: 0.865, most: 0.925 },
    { name: 'that hardly differ', shape: 20, least: 0.93, most: 1 },
  ])('$name: about nine in ten known rates lie in the 90 % interval', ({ shape, least, most }) => {
    const world = { shape, mean: 0.02, months: MONTHS }
    let covered = 0
    for (const classes of simulate(world, 20, 2)) {
      // All of a world are its units, so what they tell is the same for each.
      const prior = priorFrom(
        classes.map(({ own }) => own),
        NOTHING,
      )
      for (const { own, rate } of classes) {
        const { rate: pooled } = pool(own, prior ?? NONE)
        const [low, high] = [quantileOfRate(pooled, 0.05), quantileOfRate(pooled, 0.95)]
        if (low <= rate && rate <= high) covered++
      }
    }
    expect(covered / 600).toBeGreaterThan(least)
    expect(covered / 600).toBeLessThan(most)
  })

  it('does not draw a class to others that it is unlike', () => {
    const rest = MONTHS.map((months) => ({ months, events: Math.round(months * 0.02) }))
    const own = { months: 400, events: 60 }
    const prior = priorFrom(rest, own)
    expect(prior && pool(own, prior).weightOfWider).toBeLessThan(0.2)
    // Alone 0.15; all counts together would say 0.045.
    expect(meanOfRate(pooledOf(own, rest))).toBeGreaterThan(0.125)
  })
})

describe('the likelihood of counts', () => {
  // Γ(a+n)/(Γ(a) n!) (b/(b+e))^a (e/(b+e))^n with a = 2, b = 2/0.1 = 20, n = 3, e = 10:
  // 4 · (2/3)² · (1/3)³ = 0.0658436…; without e^n/n! = 1000/6, which depends on neither.
  it('is the negative binomial’s', () => {
    const value = Math.exp(logMarginal([{ events: 3, months: 10 }], 2, 0.1))
    expect(value * (1000 / 6)).toBeCloseTo(4 * (2 / 3) ** 2 * (1 / 3) ** 3, 12)
  })
})

describe('a prior', () => {
  const shapeOf = (prior: ReturnType<typeof priorFrom>): number =>
    Math.max(...(prior?.candidates ?? []).map(({ events }) => events))

  it('knows no more than the events it was learnt from', () => {
    const rest = Array.from({ length: 10 }, () => ({ events: 1, months: 50 }))
    expect(shapeOf(priorFrom(rest, { events: 0, months: 0 }))).toBeCloseTo(10 + JEFFREYS_EVENTS, 9)
  })

  it('of nothing seen has the vaguest shape', () => {
    expect(shapeOf(priorFrom([{ events: 0, months: 300 }], { events: 0, months: 12 }))).toBe(0.5)
  })

  it('is not made of nothing', () => {
    expect(priorFrom([], { events: 1, months: 12 })).toBeUndefined()
  })

  it('of one candidate adds events to events and months to months', () => {
    const prior = { candidates: [{ events: 2, months: 30, weight: 1 }] }
    const { rate, weightOfWider } = pool({ events: 3, months: 10 }, prior)
    expect(rate.events).toBeCloseTo(5, 12)
    expect(rate.months).toBeCloseTo(40, 12)
    expect(weightOfWider).toBe(0.75)
  })
})
