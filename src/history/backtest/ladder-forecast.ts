import { drawColumns, drawRows } from '../../forecast/draw-rows'
import type { Case, Scenario, Transition } from '../../forecast/scenario'
import type { GammaRate } from '../gamma-rate'
import { ALL_STATES, STATES, type State } from '../ladder'
import { OUTCOMES } from './origins'

/**
 * The ladder as a scenario that the product could open: its rates, no drivers. What the
 * back-test scores is the forecast that the product itself computes from it.
 */

/** A part of a rung; a rung with one speed has one. */
export interface Part {
  readonly state: State
  readonly phase: number
}

/** A rate between two parts. */
export interface PartRate {
  readonly from: Part
  readonly to: Part
  readonly rate: GammaRate
}

export interface LadderModel {
  /** By rung, then by phase. */
  readonly parts: readonly Part[]
  readonly rates: readonly PartRate[]
}

export const singleParts: readonly Part[] = ALL_STATES.map((state) => ({ state, phase: 0 }))

const idOf = ({ state, phase }: Part): string =>
  phase === 0 ? STATES[state] : `${STATES[state]}-${phase}`

/** Draws of a forecast: enough for its mean to three digits and its band to two. */
const DRAWS = 256
const SEED = 1

const transitionOf = ({ from, to, rate }: PartRate): Transition => ({
  id: `${idOf(from)}>${idOf(to)}`,
  from: idOf(from),
  to: idOf(to),
  prior: rate,
  basis: 'the record',
})

function caseOf({ parts, rates }: LadderModel): Case {
  return {
    id: 'back-test',
    title: 'Back-test',
    asOf: '2014-12-31',
    source: { title: 'Militarized Interstate Disputes', publisher: 'MID 5.0', published: '2022' },
    ladder: parts.map((part, index) => ({
      id: idOf(part),
      label: idOf(part),
      description: '',
      severity: index,
    })),
    transitions: rates.map(transitionOf),
    drivers: [],
    responses: [],
    evidence: [],
    conclusion: OUTCOMES.map((state) => ({
      id: STATES[state],
      statement: '',
      locator: '',
      wording: 'likely',
      event: { kind: 'reach', rung: STATES[state] },
    })),
  }
}

const scenarioOf = (model: LadderModel, start: Part, months: number): Scenario => ({
  title: 'Back-test',
  summary: '',
  case: caseOf(model),
  judgment: {
    start: { [idOf(start)]: 1 },
    horizonMonths: months,
    drivers: {},
    disputed: [],
    yardstick: 'icd-203',
  },
  run: { draws: DRAWS, seed: SEED },
})

/** What the ladder says, from one part of a rung, for so many months ahead. */
export interface LadderForecast {
  /** By outcome, the chance of having reached it, in each draw. */
  readonly reach: readonly Float64Array[]
  /** The chance of each rung at the end, by rung. */
  readonly states: readonly number[]
}

export function ladderForecast(model: LadderModel, start: Part, months: number): LadderForecast {
  const scenario = scenarioOf(model, start, months)
  const names = drawColumns(scenario)
  const reach = OUTCOMES.map(() => new Float64Array(DRAWS))
  const states = ALL_STATES.map(() => 0)
  for (const { firstDraw, columns } of drawRows(scenario)) {
    const columnOf = (name: string): Float64Array => columns[names.indexOf(name)] as Float64Array
    for (const [index, state] of OUTCOMES.entries()) {
      reach[index]?.set(columnOf(`${STATES[state]}.chance`), firstDraw)
    }
    for (const part of model.parts) {
      const sum = columnOf(`${idOf(part)}.occupancy`).reduce((total, value) => total + value, 0)
      states[part.state] = (states[part.state] as number) + sum / DRAWS
    }
  }
  return { reach, states }
}
