import { type Inputs, inputDraws } from '../hazards'
import { compileModel, type Model } from '../model'
import { REPLICATES } from '../sampling/draws'
import { SOBOL_DIMENSIONS } from '../sampling/sobol'
import type { ForecastEvent, Id, Scenario, TransitionId } from '../scenario'
import { type EventProbe, PROBE_BLOCK, placeOfEvent, probeEvent } from './event-chances'
import type { Steps } from './shapley'
import { type SobolIndex, sobolIndex } from './sobol-indices'

/** What one uncertain input makes of the spread between the draws of a forecast. */
export interface SpreadShare extends SobolIndex {
  /** A driver's intensity and weight together, or the base rate of a transition or response. */
  readonly kind: 'driver' | 'transition' | 'response'
  readonly id: Id | TransitionId
}

/** Where the width of an event's judgment band comes from. */
export interface Spread {
  /** Of the chance at the horizon, over the draws. */
  readonly standardDeviation: number
  /** By input, the largest total first. */
  readonly inputs: readonly SpreadShare[]
  /** Of the variance, what the base rates alone make, what the drivers alone, and what only both together. */
  readonly baseRates: number
  readonly drivers: number
  readonly together: number
  /** Points that the shares were estimated from, for each input. */
  readonly points: number
}

/** Enough for shares to within a few points of per cent. */
const POINTS = 8192

/** Which of two independent sets of points each of the model's quantities is taken from. */
interface Mix {
  readonly moves: (index: number) => boolean
  readonly responses: (index: number) => boolean
  readonly drivers: (index: number) => boolean
}

const never = (): boolean => false
const always = (): boolean => true

interface Input extends Pick<SpreadShare, 'kind' | 'id'> {
  readonly mix: Mix
}

const only = (index: number) => (other: number) => other === index

/** The inputs that are uncertain and can bear on the event; moves and drivers as the model orders them. */
function inputsOf(
  { case: { ladder, drivers, responses } }: Scenario,
  model: Model,
  event: ForecastEvent,
): Input[] {
  const none = { moves: never, responses: never, drivers: never }
  const rung = (index: number): Id => ladder[index]?.id ?? ''
  const ids = drivers.map(({ id }) => id).sort()
  return [
    ...model.drivers.flatMap(({ intensity, logMultiplier }, index): Input[] =>
      intensity.quantity.isConstant && logMultiplier.quantity.isConstant
        ? []
        : [{ kind: 'driver', id: ids[index] ?? '', mix: { ...none, drivers: only(index) } }],
    ),
    ...model.moves.flatMap(({ baseRate, from, to }, index): Input[] =>
      baseRate.quantity.isConstant
        ? []
        : [
            {
              kind: 'transition',
              id: `${rung(from)}>${rung(to)}`,
              mix: { ...none, moves: only(index) },
            },
          ],
    ),
    ...model.responses.flatMap(({ baseRate }, index): Input[] => {
      const id = responses[index]?.id ?? ''
      const isAsked = event.kind === 'response' && event.response === id
      return baseRate.quantity.isConstant || !isAsked
        ? []
        : [{ kind: 'response', id, mix: { ...none, responses: only(index) } }]
    }),
  ]
}

const ALL_BASE_RATES: Mix = { moves: always, responses: always, drivers: never }

/**
 * Takes the variance of an event's chance apart by input. Yields the share of it done.
 */
export function* spreadOf(scenario: Scenario, event: ForecastEvent): Steps<Spread> {
  const model = compileModel(scenario)
  const probe = probeEvent(model, placeOfEvent(scenario.case, event))
  const outcomes = outcomesOf(model, probe, scenario.run.seed)
  const a = outcomes({ moves: never, responses: never, drivers: never })
  const b = outcomes({ moves: always, responses: always, drivers: always })
  const inputs = inputsOf(scenario, model, event)
  const shares: SpreadShare[] = []
  for (const { kind, id, mix } of inputs) {
    shares.push({ kind, id, ...sobolIndex({ a, b, mixed: outcomes(mix) }, REPLICATES) })
    yield shares.length / (inputs.length + 1)
  }
  const baseRates = sobolIndex({ a, b, mixed: outcomes(ALL_BASE_RATES) }, REPLICATES)
  probe.end()
  const deviation = standardDeviation(a)
  return {
    standardDeviation: deviation,
    inputs: shares.sort((one, other) => other.total - one.total),
    ...(deviation > LEAST_DEVIATION ? parts(baseRates) : NOTHING),
    points: POINTS,
  }
}

/** What varies by less is the same in every draw but for rounding. */
export const LEAST_DEVIATION = 1e-9
const NOTHING = { baseRates: 0, drivers: 0, together: 0 } as const

/** What is not the base rates' total is the drivers' alone; numerical error may leave a little below 0. */
function parts({ first, total }: SobolIndex): Pick<Spread, 'baseRates' | 'drivers' | 'together'> {
  const within = (share: number): number => Math.min(Math.max(share, 0), 1)
  const drivers = within(1 - total)
  const baseRates = Math.min(within(first), 1 - drivers)
  return { baseRates, drivers, together: within(1 - baseRates - drivers) }
}

function standardDeviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / values.length)
}

/** The event's chance at every point, with some quantities taken from the second set. */
function outcomesOf(model: Model, probe: EventProbe, seed: number): (mix: Mix) => Float64Array {
  const dimensions = model.moves.length + model.responses.length + 2 * model.drivers.length
  const shift = 2 * dimensions <= SOBOL_DIMENSIONS ? dimensions : Math.floor(SOBOL_DIMENSIONS / 2)
  const first = inputDraws(model, PROBE_BLOCK)
  const second = inputDraws(model, PROBE_BLOCK, shift)
  return (mix) => {
    const chances = new Float64Array(POINTS)
    for (let point = 0; point < POINTS; point += PROBE_BLOCK) {
      const inputs = mixed(first(seed, point), second(seed, point), mix)
      probe.write(inputs, chances.subarray(point, point + PROBE_BLOCK))
    }
    return chances
  }
}

function mixed(first: Inputs, second: Inputs, { moves, responses, drivers }: Mix): Inputs {
  const pick = (key: keyof Inputs, isSecond: (index: number) => boolean): Float64Array[] =>
    first[key].map((column, index) => (isSecond(index) ? (second[key][index] ?? column) : column))
  return {
    moves: pick('moves', moves),
    responses: pick('responses', responses),
    intensities: pick('intensities', drivers),
    logMultipliers: pick('logMultipliers', drivers),
  }
}
