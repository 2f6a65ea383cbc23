import type { EventChoice } from '../conclusion/outlook'
import type { ForecastEvent, Scenario } from '../scenario'
import { type Attribution, attribute } from './attribution'
import { type Overturn, type OverturnGoal, overturn } from './overturn'
import type { Steps } from './shapley'
import { type Spread, spreadOf } from './spread'
import { type TornadoBar, tornado } from './tornado'

/** The parts of an explanation, in the order in which they come. */
export interface Explanation {
  /** Why the forecast differs from the article's. */
  readonly attribution: Attribution
  /** What each driver can do. */
  readonly tornado: readonly TornadoBar[]
  /** Where the width of the judgment band comes from. */
  readonly spread: Spread
  /** What it would take; undefined for an event that no claim is about. */
  readonly overturn: Overturn | undefined
}

export type ExplanationPart = keyof Explanation

/** What there is of an explanation, of what, and the share of all work that is done. */
export interface ExplanationSoFar extends Partial<Explanation> {
  readonly event: ForecastEvent
  /** Draws that the figures are means over. */
  readonly draws: number
  readonly done: number
}

/** Hundreds of forecasts are compared; more draws than this would only take longer. */
const MOST_DRAWS = 16_384

/** Shares of the usual time. */
const SHARES: Readonly<Record<ExplanationPart, number>> = {
  attribution: 0.4,
  tornado: 0.1,
  spread: 0.1,
  overturn: 0.4,
}
/** Only what is whole is done. */
const NEARLY = 0.999
const ALL_PARTS = Object.keys(SHARES) as ExplanationPart[]

/**
 * Explains an event's forecast part by part. Yields what there is after every step, at
 * which it can be left.
 *
 * @param parts those wanted
 */
export function* explain(
  whole: Scenario,
  { event, claim }: Pick<EventChoice, 'event' | 'claim'>,
  goal: OverturnGoal,
  parts: readonly ExplanationPart[] = ALL_PARTS,
): Generator<ExplanationSoFar, ExplanationSoFar, void> {
  const draws = Math.min(whole.run.draws, MOST_DRAWS)
  const scenario = { ...whole, run: { ...whole.run, draws } }
  const work: { [P in ExplanationPart]: () => Steps<Explanation[P]> } = {
    attribution: () => attribute(scenario, event),
    tornado: () => tornado(scenario, event),
    spread: () => spreadOf(scenario, event),
    overturn: function* () {
      return claim && (yield* overturn(scenario, claim, goal))
    },
  }
  const total = parts.reduce((sum, part) => sum + SHARES[part], 0)
  let soFar: ExplanationSoFar = { event, draws, done: 0 }
  for (const part of ALL_PARTS.filter((each) => parts.includes(each))) {
    const before = soFar.done
    const steps = work[part]()
    let step = steps.next()
    for (; !step.done; step = steps.next()) {
      const done = before + (SHARES[part] / total) * step.value
      yield { ...soFar, done: Math.min(done, NEARLY) }
    }
    soFar = { ...soFar, [part]: step.value, done: before + SHARES[part] / total }
    yield soFar
  }
  return soFar
}

/** Whether every part is there. */
export const isWholeExplanation = (
  soFar: ExplanationSoFar,
): soFar is ExplanationSoFar & Explanation => ALL_PARTS.every((part) => part in soFar)
