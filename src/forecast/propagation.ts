import { advance, emptyFlow, type Flow, preparePeriod } from './chain/flow'
import { LANES } from './chain/generator'
import type { Kernel } from './chain/kernel'
import type { Hazards } from './hazards'
import type { Model } from './model'

/** A lane of draws on their way through the months. */
export interface Lanes {
  readonly model: Model
  readonly flow: Flow
  readonly hazards: Hazards
  /** Which of the hazards' draws, one to each lane. */
  readonly draws: Uint32Array
}

export const flowSize = ({ rungCount, moves, horizonMonths, periods }: Model) => ({
  rungCount,
  moveCount: moves.length,
  horizonMonths,
  periodLengths: periods.lengths,
})

/** The place a model's draws are carried through, again and again. */
export function flowOf(kernel: Kernel, model: Model): Flow {
  const flow = emptyFlow(kernel, flowSize(model))
  for (const { generator } of flow.periods) {
    for (const [j, { from, to }] of model.moves.entries()) {
      generator.to[j] = to
      generator.rowEnds.fill(j + 1, from)
    }
  }
  return flow
}

/** Lanes that have no draw of their own repeat the last one. */
export const fillLanes = (draws: Uint32Array): Uint32Array =>
  draws.length === LANES
    ? draws
    : Uint32Array.from({ length: LANES }, (_, lane) => draws[lane] ?? draws.at(-1) ?? 0)

/** Puts the rates of the draws into the lanes, for every flow that follows. */
export function loadRates({ model, flow, hazards, draws }: Lanes): void {
  for (const [index, { generator, moveExits }] of flow.periods.entries()) {
    const { rates } = generator
    moveExits.fill(0)
    for (let j = 0; j < model.moves.length; j++) {
      const { from } = model.moves[j] as Model['moves'][number]
      const drawn = (hazards.moves[index] as readonly Float64Array[])[j] as Float64Array
      for (let lane = 0; lane < LANES; lane++) {
        const rate = drawn[draws[lane] as number] as number
        const exit = from * LANES + lane
        rates[j * LANES + lane] = rate
        moveExits[exit] = (moveExits[exit] as number) + rate
      }
    }
    generator.exits.set(moveExits)
  }
}

/**
 * Carries the chain on the rungs below `size` to the horizon: what moves to `size` or
 * above is lost to it.
 */
export function runFlow({ model, flow }: Lanes, size: number): void {
  for (let rung = 0; rung < size; rung++) {
    flow.path.fill(model.start[rung] as number, rung * LANES, (rung + 1) * LANES)
  }
  for (const period of flow.periods) {
    period.generator.size = size
    preparePeriod(flow, period)
  }
  for (const { period, month, months } of model.periods.spans) {
    advance(flow, flow.periods[period] as Flow['periods'][number], month, months)
  }
}

/** Adds what a response takes off each rung to what the moves of the lanes take. */
export function loadResponse({ model, flow, hazards, draws }: Lanes, response: number): void {
  const { rungMultipliers } = model.responses[response] as Model['responses'][number]
  for (const [index, { generator, moveExits }] of flow.periods.entries()) {
    const rates = (hazards.responses[index] as readonly Float64Array[])[response] as Float64Array
    for (let rung = 0; rung < model.rungCount; rung++) {
      const multiple = rungMultipliers[rung] as number
      for (let lane = 0; lane < LANES; lane++) {
        const exit = rung * LANES + lane
        generator.exits[exit] =
          (moveExits[exit] as number) + (rates[draws[lane] as number] as number) * multiple
      }
    }
  }
}
