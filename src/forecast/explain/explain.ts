import type { EventChoice } from '../conclusion/outlook'
import type { ForecastEvent, Scenario } from '../scenario'
import { type Attribution, attribute } from './attribution'
import { type Overturn, type OverturnGoal, overturn } from './overturn'
import { type Spread, spreadOf } from './spread'
import { type TornadoBar, tornado } from './tornado'

/** Why an event's forecast is what it is, what moves it, and what would overturn the article. */
export interface Explanation {
  readonly event: ForecastEvent
  /** Draws that the figures are means over. */
  readonly draws: number
  readonly attribution: Attribution
  readonly tornado: readonly TornadoBar[]
  readonly spread: Spread
  /** Undefined for an event that no claim is about. */
  readonly overturn: Overturn | undefined
}

/** What there is of an explanation, and the share of all work that is done. */
export interface ExplanationSoFar extends Partial<Explanation> {
  readonly done: number
}

/** Hundreds of forecasts are compared; more draws than this would only take longer. */
const MOST_DRAWS = 16_384

/** Parts of the work, in shares of their usual time. */
const SHARES = { attribution: 0.45, tornado: 0.1, spread: 0.1, overturn: 0.35 } as const

/**
 * Explains an event's forecast part by part. Yields what there is after every step, at
 * which it can be left.
 */
export function* explain(
  whole: Scenario,
  { event, claim }: Pick<EventChoice, 'event' | 'claim'>,
  goal: OverturnGoal,
): Generator<ExplanationSoFar, Explanation, void> {
  const draws = Math.min(whole.run.draws, MOST_DRAWS)
  const scenario = { ...whole, run: { ...whole.run, draws } }
  let soFar: ExplanationSoFar = { done: 0, event, draws }
  function* part<K extends keyof typeof SHARES>(
    key: K,
    steps: Generator<number, Explanation[K], void>,
  ): Generator<ExplanationSoFar, Explanation[K], void> {
    const before = soFar.done
    for (;;) {
      const step = steps.next()
      if (step.done) {
        soFar = { ...soFar, [key]: step.value, done: before + SHARES[key] }
        yield soFar
        return step.value
      }
      yield { ...soFar, done: before + SHARES[key] * step.value }
    }
  }
  const own = {
    attribution: yield* part('attribution', attribute(scenario, event)),
    tornado: yield* part('tornado', tornado(scenario, event)),
    spread: yield* part('spread', spreadOf(scenario, event)),
    overturn: claim ? yield* part('overturn', overturn(scenario, claim, goal)) : undefined,
  }
  return { event, draws, ...own }
}
