import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { planExponential } from '../../src/forecast/chain/exponential'
import {
  emptyGenerator,
  fastestExit,
  type Generator,
  LANES,
} from '../../src/forecast/chain/generator'
import type { Kernel } from '../../src/forecast/chain/kernel'
import { plainKernel } from '../../src/forecast/chain/plain-kernel'
import { simdKernel } from '../../src/forecast/chain/simd-kernel'
import { advanceByUniformization } from '../../src/forecast/chain/uniformize'
import { forecast } from '../../src/forecast/forecast'
import { mixBits } from '../../src/forecast/sampling/sobol'
import { emptyTally } from '../../src/forecast/tally'
import { chainScenario } from '../scenarios'

type Rates = Readonly<Record<string, number>>

function generatorOf(kernel: Kernel, rungs: number, rates: Rates): Generator {
  const moves = Object.entries(rates)
    .map(([move, rate]) => [...move.split('>').map(Number), rate] as [number, number, number])
    .sort(([from, to], [otherFrom, otherTo]) => from - otherFrom || to - otherTo)
  const generator = emptyGenerator(kernel, rungs, moves.length)
  for (const [index, [from, to, rate]] of moves.entries()) {
    generator.to[index] = to
    generator.rowEnds.fill(index + 1, from)
    for (let lane = 0; lane < LANES; lane++) {
      // Each lane is the same chain at another pace; the first is as it is named.
      const own = rate / (1 + lane)
      generator.rates[index * LANES + lane] = own
      const exit = from * LANES + lane
      generator.exits[exit] = (generator.exits[exit] ?? 0) + own
    }
  }
  return generator
}

const MONTHS = 3

/** The states from month 0 to MONTHS by a way of filling those after the first. */
function pathBy(
  fill: (kernel: Kernel, generator: Generator, path: Float64Array) => void,
  kernel: Kernel,
  rates: Rates,
  start: readonly number[],
): Float64Array {
  const generator = generatorOf(kernel, start.length, rates)
  const path = kernel.floats((MONTHS + 1) * start.length * LANES)
  for (const [rung, share] of start.entries()) path.fill(share, rung * LANES, (rung + 1) * LANES)
  fill(kernel, generator, path)
  return path.slice()
}

function byMatrix(kernel: Kernel, generator: Generator, path: Float64Array): void {
  const entries = generator.size ** 2 * LANES
  const [matrix, scratch] = [kernel.floats(entries), kernel.floats(2 * entries)]
  kernel.exponentiate(generator, planExponential(fastestExit(generator)), matrix, scratch)
  kernel.carry(generator.size, MONTHS, path, 0, matrix)
}

function byVector(kernel: Kernel, generator: Generator, path: Float64Array): void {
  const width = generator.size * LANES
  const scratch = [kernel.floats(width), kernel.floats(width)] as const
  for (let month = 0; month < MONTHS; month++) {
    advanceByUniformization(kernel, generator, path, month * width, scratch)
  }
}

const CHAINS: [name: string, rates: Rates, start: number[]][] = [
  ['slow', { '0>1': 1e-4, '1>2': 2e-4, '2>0': 1e-5 }, [1, 0, 0]],
  ['ordinary', { '0>1': 0.3, '1>0': 0.8, '1>3': 0.1, '3>2': 2, '2>0': 1 }, [0.2, 0.3, 0.5, 0]],
  ['fast', { '0>1': 90, '1>0': 40, '1>2': 0.01 }, [1, 0, 0]],
  ['still', {}, [0.4, 0.6]],
  [
    'dense',
    Object.fromEntries(
      Array.from({ length: 36 }, (_, n) => [Math.floor(n / 6), n % 6] as const)
        .filter(([from, to]) => from !== to)
        .map(([from, to]) => [`${from}>${to}`, 0.02 + 0.01 * ((7 * from + 3 * to) % 11)]),
    ),
    [1, 0, 0, 0, 0, 0],
  ],
]

describe('the matrix exponential and uniformization', () => {
  it.each(CHAINS)('agree to 1e-12 on a %s chain', (_, rates, start) => {
    const vector = pathBy(byVector, plainKernel(), rates, start)
    for (const [at, value] of pathBy(byMatrix, plainKernel(), rates, start).entries()) {
      expect(Math.abs(value - (vector[at] ?? 0))).toBeLessThan(1e-12)
    }
  })
})

describe('the kernel with vector instructions', () => {
  const vectors = (): Kernel => {
    const kernel = simdKernel([{ floats: 20_000, integers: 100 }])
    if (!kernel) throw new Error('there is none here')
    return kernel
  }

  it.each(CHAINS)('gives the bits of the plain one on a %s chain', (_, rates, start) => {
    for (const way of [byMatrix, byVector]) {
      const plain = pathBy(way, plainKernel(), rates, start)
      expect(pathBy(way, vectors(), rates, start)).toEqual(plain)
    }
  })

  it('tallies as the plain one does, whatever the number of draws', () => {
    for (const count of [1, 7, 8, 32, 45, 64]) {
      const tallies = [vectors(), plainKernel()].map((kernel) => {
        const rows = kernel.floats(2 * 3 * LANES)
        for (let at = 0; at < rows.length; at++) rows[at] = mixBits(9, at) / (2 ** 32 - 1)
        const tally = emptyTally(kernel, 3)
        kernel.addToTally(tally, rows, count)
        kernel.addToTally(tally, rows, count)
        return [tally.sums, tally.counts, tally.least, tally.most].map((values) => [...values])
      })
      expect(tallies[0], `${count} draws`).toEqual(tallies[1])
    }
  })

  it('given back and taken again is as new', () => {
    const kernel = vectors()
    kernel.floats(100).fill(7)
    kernel.giveBack()
    const again = vectors()
    expect(again.floats(100)).toEqual(new Float64Array(100))
    // Taken while that one is in use: another.
    vectors().floats(100).fill(7)
    expect(again.floats(1)).toEqual(Float64Array.of(0))
  })

  it('is what its source compiles to', async () => {
    const { compileKernel, target } = await import('../../scripts/kernel.mjs')
    expect(readFileSync(target, 'utf8')).toBe(await compileKernel())
  })
})

/** Uniform numbers for the simulation, from a counter. */
const uniforms = (seed: number) => {
  let counter = 0
  return () => (mixBits(seed, counter++) + 0.5) / 2 ** 32
}

/** Whether one path, jump by jump, has reached each rung by the end, and where it ends. */
function walk(rungs: number, rates: Rates, months: number, next: () => number) {
  let [rung, highest, time] = [0, 0, 0]
  for (;;) {
    const moves = Array.from({ length: rungs }, (_, to) => rates[`${rung}>${to}`] ?? 0)
    const total = moves.reduce((sum, rate) => sum + rate, 0)
    time -= Math.log(next()) / total
    if (total === 0 || time > months) return { rung, highest }
    let choice = next() * total
    let to = 0
    while (choice > (moves[to] ?? 0)) choice -= moves[to++] ?? 0
    rung = to
    highest = Math.max(highest, rung)
  }
}

describe('simulated paths', () => {
  it('agree with propagation within 4 standard errors of their number', () => {
    const rates = {
      '0>1': 0.3,
      '1>0': 0.5,
      '1>2': 0.2,
      '2>1': 0.6,
      '0>2': 0.02,
      '2>3': 0.1,
      '3>2': 1,
    }
    const [rungs, months, paths] = [4, 10, 40_000]
    const exact = forecast(chainScenario({ rungs, rates, months }))
    const next = uniforms(7)
    const ends = new Array<number>(rungs).fill(0)
    const reached = new Array<number>(rungs).fill(0)
    for (let path = 0; path < paths; path++) {
      const { rung, highest } = walk(rungs, rates, months, next)
      ends[rung] = (ends[rung] ?? 0) + 1
      for (let below = 0; below <= highest; below++) reached[below] = (reached[below] ?? 0) + 1
    }
    for (let rung = 0; rung < rungs; rung++) {
      for (const [counts, series] of [
        [ends, exact.rungs],
        [reached, exact.reach],
      ] as const) {
        const p = series[rung]?.mean[months] ?? Number.NaN
        const bound = 4 * Math.sqrt((p * (1 - p)) / paths) + 1e-12
        expect(Math.abs((counts[rung] ?? 0) / paths - p)).toBeLessThan(bound)
      }
    }
  })
})
