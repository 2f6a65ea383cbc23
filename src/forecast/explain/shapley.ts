import { mixBits } from '../sampling/sobol'

/**
 * The Shapley value: what each player of a game adds to the worth of those before it,
 * on average over all the orders in which they could come. The shares add up to the
 * worth of all less that of none; players that always add the same get the same, and
 * one that never adds anything gets nothing (Shapley 1953, "A Value for n-Person Games").
 */

/** Past this many players there are too many coalitions to look at each. */
export const MOST_EXACT_PLAYERS = 12

/** What work under way says between two steps: the share of it that is done. */
export type Steps<T> = Generator<number, T, void>

/**
 * Looks at every coalition, once; yields after each.
 *
 * @param worth of the players whose bits are set
 */
export function* exactShapley(
  playerCount: number,
  worth: (members: number) => number,
): Steps<number[]> {
  const coalitions = 2 ** playerCount
  const worths = new Float64Array(coalitions)
  for (let members = 0; members < coalitions; members++) {
    worths[members] = worth(members)
    yield (members + 1) / coalitions
  }
  const weights = orderWeights(playerCount)
  return Array.from({ length: playerCount }, (_, player) => {
    let share = 0
    for (let members = 0; members < coalitions; members++) {
      if (members & (1 << player)) continue
      const added = (worths[members | (1 << player)] as number) - (worths[members] as number)
      share += (weights[bitCount(members)] as number) * added
    }
    return share
  })
}

/** The share of all orders in which exactly some given players come before a given one, by their number. */
function orderWeights(playerCount: number): number[] {
  const weights = [1 / playerCount]
  for (let before = 1; before < playerCount; before++) {
    weights.push(((weights[before - 1] as number) * before) / (playerCount - before))
  }
  return weights
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

export interface SampledShares {
  readonly shares: readonly number[]
  readonly standardErrors: readonly number[]
}

/**
 * The same over orders drawn at random, each with its reverse; the shares still add up
 * exactly. Yields after each coalition.
 *
 * @param pairs of an order and its reverse, 2 at least
 * @param worth of the players that are true
 */
export function* sampledShapley(
  playerCount: number,
  worth: (members: readonly boolean[]) => number,
  pairs: number,
  seed: number,
): Steps<SampledShares> {
  const none = worth(new Array<boolean>(playerCount).fill(false))
  const sums = new Float64Array(playerCount)
  const squares = new Float64Array(playerCount)
  for (let pair = 0; pair < pairs; pair++) {
    const order = randomOrder(playerCount, seed, pair)
    const added = new Float64Array(playerCount)
    for (const [turn, players] of [order, order.toReversed()].entries()) {
      const members = new Array<boolean>(playerCount).fill(false)
      let before = none
      for (const [place, player] of players.entries()) {
        members[player] = true
        const after = worth(members)
        added[player] = (added[player] as number) + (after - before) / 2
        before = after
        yield (pair + (turn + (place + 1) / playerCount) / 2) / pairs
      }
    }
    for (let player = 0; player < playerCount; player++) {
      sums[player] = (sums[player] as number) + (added[player] as number)
      squares[player] = (squares[player] as number) + (added[player] as number) ** 2
    }
  }
  const shares = Array.from(sums, (sum) => sum / pairs)
  const standardErrors = shares.map((share, player) => {
    const variance = ((squares[player] as number) / pairs - share ** 2) * (pairs / (pairs - 1))
    return Math.sqrt(Math.max(variance, 0) / pairs)
  })
  return { shares, standardErrors }
}

/** Fisher and Yates's shuffle by mixed bits, so that the same seed gives the same order. */
function randomOrder(count: number, seed: number, stream: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index)
  for (let last = count - 1; last > 0; last--) {
    const chosen = Math.floor((mixBits(seed, stream, last) / 2 ** 32) * (last + 1))
    const held = order[last] as number
    order[last] = order[chosen] as number
    order[chosen] = held
  }
  return order
}
