import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactShapley, sampledShapley } from '../../../src/forecast/explain/shapley'
import { finished } from './steps'

const membersOf = (bits: number, players: number): number[] =>
  Array.from({ length: players }, (_, player) => player).filter((player) => bits & (1 << player))

/** Every order of so many players. */
const ordersOf = (players: readonly number[]): number[][] =>
  players.length === 0
    ? [[]]
    : players.flatMap((first) =>
        ordersOf(players.filter((player) => player !== first)).map((rest) => [first, ...rest]),
      )

/** The value by its definition: the mean over all orders of what a player adds. */
function overAllOrders(players: number, worth: (members: number) => number): number[] {
  const orders = ordersOf(Array.from({ length: players }, (_, player) => player))
  const shares = new Array<number>(players).fill(0)
  for (const order of orders) {
    let members = 0
    for (const player of order) {
      const after = members | (1 << player)
      shares[player] = (shares[player] ?? 0) + (worth(after) - worth(members)) / orders.length
      members = after
    }
  }
  return shares
}

/** Games of 1 to 5 players with any worths. */
const games = fc.integer({ min: 1, max: 5 }).chain((players) =>
  fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: 2 ** players,
      maxLength: 2 ** players,
    })
    .map((worths) => ({ players, worth: (members: number): number => worths[members] ?? 0 })),
)

describe('the Shapley value', () => {
  it('is each player’s own worth where worths only add up', () => {
    const own = [0.1, -0.3, 0.25, 0]
    const worth = (members: number): number =>
      membersOf(members, 4).reduce((sum, player) => sum + (own[player] ?? 0), 0.5)
    finished(exactShapley(4, worth)).forEach((share, player) => {
      expect(share).toBeCloseTo(own[player] ?? Number.NaN, 12)
    })
  })

  it('of the glove game is 2/3 to the one left glove and 1/6 to each right one', () => {
    const hasPair = (members: number): number => (members & 1 && members & 6 ? 1 : 0)
    const [left, ...right] = finished(exactShapley(3, hasPair))
    expect(left).toBeCloseTo(2 / 3, 12)
    for (const share of right) expect(share).toBeCloseTo(1 / 6, 12)
  })

  it('of the airport game shares each stretch among those that need it', () => {
    // Runways of 1, 2 and 4: 1/3 each for the first, half each for the second, all for the rest.
    const needs = [1, 2, 4]
    const cost = (members: number): number =>
      membersOf(members, 3).reduce((most, player) => Math.max(most, needs[player] ?? 0), 0)
    const [small, middle, large] = finished(exactShapley(3, cost))
    expect(small).toBeCloseTo(1 / 3, 12)
    expect(middle).toBeCloseTo(1 / 3 + 1 / 2, 12)
    expect(large).toBeCloseTo(1 / 3 + 1 / 2 + 2, 12)
  })

  it('is the mean over all orders, and adds up', () => {
    fc.assert(
      fc.property(games, ({ players, worth }) => {
        const shares = finished(exactShapley(players, worth))
        const expected = overAllOrders(players, worth)
        for (const [player, share] of shares.entries()) {
          expect(share).toBeCloseTo(expected[player] ?? Number.NaN, 10)
        }
        const sum = shares.reduce((total, share) => total + share, 0)
        expect(sum).toBeCloseTo(worth(2 ** players - 1) - worth(0), 10)
      }),
    )
  })

  it('gives a player that changes nothing nothing, and equal players the same', () => {
    // Player 2 is a dummy; 0 and 1 are worth the same wherever they are.
    const worth = (members: number): number => {
      const count = membersOf(members & 3, 2).length + (members & 8 ? 3 : 0)
      return Math.exp(count / 3)
    }
    const [first, second, dummy] = finished(exactShapley(4, worth))
    expect(dummy).toBeCloseTo(0, 12)
    expect(first).toBeCloseTo(second ?? Number.NaN, 12)
  })
})

describe('the Shapley value over sampled orders', () => {
  const players = 13
  const weights = Array.from({ length: players }, (_, player) => ((player % 5) + 1) / 20)
  const total = (members: readonly boolean[]): number =>
    members.reduce((sum, isIn, player) => (isIn ? sum + (weights[player] ?? 0) : sum), 0)

  it('adds up exactly, and is exact where worths only add up', () => {
    const { shares, standardErrors } = finished(sampledShapley(players, total, 4, 7))
    for (const [player, share] of shares.entries()) {
      expect(share).toBeCloseTo(weights[player] ?? Number.NaN, 12)
      expect(standardErrors[player]).toBeCloseTo(0, 7)
    }
  })

  it('comes within its stated error of the exact one', () => {
    const worth = (members: readonly boolean[]): number => Math.exp(total(members))
    const bits = (set: number): number =>
      worth(Array.from({ length: 8 }, (_, player) => (set & (1 << player)) !== 0))
    const exact = finished(exactShapley(8, bits))
    const { shares, standardErrors } = finished(sampledShapley(8, worth, 64, 3))
    const away = shares.map((share, player) => {
      expect(standardErrors[player]).toBeLessThan(0.004)
      return Math.abs(share - (exact[player] ?? 0)) / (standardErrors[player] ?? 0)
    })
    expect(Math.max(...away)).toBeLessThan(3.5)
    const sum = shares.reduce((all, share) => all + share, 0)
    expect(sum).toBeCloseTo(bits(255) - bits(0), 12)
  })
})
