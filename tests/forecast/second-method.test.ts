import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { advanceByMatrix, exponentiate } from '../../src/forecast/chain/exponential'
import { emptyGenerator, type Generator, LANES } from '../../src/forecast/chain/generator'
import type { Kernel } from '../../src/forecast/chain/kernel'
import { plainKernel } from '../../src/forecast/chain/plain-kernel'
import { simdKernel } from '../../src/forecast/chain/simd-kernel'
import { advanceByUniformization } from '../../src/forecast/chain/uniformize'
import { forecast } from '../../src/forecast/forecast'
import { mixBits } from '../../src/forecast/sampling/sobol'
import { chainScenario } from '../scenarios'

type Rates = Readonly<Record<string, number>>

function generatorOf(kernel: Kernel, rungs: number, rates: Rates): Generator {
  const moves = Object.entries(rates)
  const generator = emptyGenerator(kernel, rungs, moves.length)
  for (const [index, [move, rate]] of moves.entries()) {
    const [from = 0, to = 0] = move.split('>').map(Number)
    generator.from[index] = from
    generator.to[index] = to
    for (let lane = 0; lane < LANES; lane++) {
      // Each lane is the same chain at another pace; the first is as it is named.
      const own = rate / (1 + lane)
      generator.rates[index * LANES + lane] = own
      const exit = from * LANES + lane
      generator.exits[exit] = (generator.exits[exit] ?? 0) + own
    }
  }
  generator.moveCount = moves.length
  return generator
}

const inLanes = (kernel: Kernel, start: readonly number[]): Float64Array => {
  const state = kernel.floats(start.length * LANES)
  return state.map((_, at) => start[Math.floor(at / LANES)] ?? 0)
}

const SIZE = 4

function byMatrix(kernel: Kernel, rates: Rates, start: readonly number[]): Float64Array {
  const generator = generatorOf(kernel, start.length, rates)
  const state = kernel.floats(SIZE * LANES)
  state.set(inLanes(kernel, start))
  const [matrix, scratch] = [kernel.floats(SIZE * SIZE * LANES), kernel.floats(SIZE * SIZE * LANES)]
  exponentiate(kernel, generator, matrix, scratch)
  advanceByMatrix(kernel, state, matrix, generator.size, kernel.floats(SIZE * LANES))
  return state.slice(0, start.length * LANES)
}

function byVector(kernel: Kernel, rates: Rates, start: readonly number[]): Float64Array {
  const generator = generatorOf(kernel, start.length, rates)
  const state = kernel.floats(SIZE * LANES)
  state.set(inLanes(kernel, start))
  const scratch = [kernel.floats(SIZE * LANES), kernel.floats(SIZE * LANES)] as const
  advanceByUniformization(kernel, state, generator, scratch)
  return state.slice(0, start.length * LANES)
}

const CHAINS: [name: string, rates: Rates, start: number[]][] = [
  ['slow', { '0>1': 1e-4, '1>2': 2e-4, '2>0': 1e-5 }, [1, 0, 0]],
  ['ordinary', { '0>1': 0.3, '1>0': 0.8, '1>3': 0.1, '3>2': 2, '2>0': 1 }, [0.2, 0.3, 0.5, 0]],
  ['fast', { '0>1': 90, '1>0': 40, '1>2': 0.01 }, [1, 0, 0]],
  ['still', {}, [0.4, 0.6]],
]

describe('the matrix exponential and uniformization', () => {
  it.each(CHAINS)('agree to 1e-12 on a %s chain', (_, rates, start) => {
    const vector = byVector(plainKernel(), rates, start)
    for (const [at, value] of byMatrix(plainKernel(), rates, start).entries()) {
      expect(Math.abs(value - (vector[at] ?? 0))).toBeLessThan(1e-12)
    }
  })
})

describe('the kernel with vector instructions', () => {
  const vectors = (): Kernel => {
    const kernel = simdKernel(10_000, 100)
    if (!kernel) throw new Error('there is none here')
    return kernel
  }

  it.each(CHAINS)('gives the bits of the plain one on a %s chain', (_, rates, start) => {
    expect(byMatrix(vectors(), rates, start)).toEqual(byMatrix(plainKernel(), rates, start))
    expect(byVector(vectors(), rates, start)).toEqual(byVector(plainKernel(), rates, start))
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
