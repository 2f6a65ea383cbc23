import type { Kernel } from './chain/kernel'
import { plainKernel } from './chain/plain-kernel'
import { type Room, simdKernel } from './chain/simd-kernel'
import { judgeVerdict, type Verdict } from './conclusion/verdict'
import { readClaim } from './conclusion/yardstick'
import { drawHazards, type Hazards } from './hazards'
import { laneOrder, speedsOf } from './lanes'
import { compileModel } from './model'
import type { ForecastEvent, Id, Scenario } from './scenario'
import { emptyTally, meanOf, quantilesOf, roomOfTally, standardErrorOf, type Tally } from './tally'
import {
  LARGEST_SEVERITY,
  type Layout,
  layoutOf,
  roomOfTrajectories,
  trajectoriesOf,
} from './trajectory'

/** Changes whenever the same file would give other numbers. */
export const ENGINE_VERSION = '1'

/** One quantity by month; every list has a value for each month from 0 to the horizon. */
export interface Series {
  readonly id: Id
  /** Over the draws; this is the forecast. */
  readonly mean: readonly number[]
  readonly p05: readonly number[]
  readonly p25: readonly number[]
  readonly p50: readonly number[]
  readonly p75: readonly number[]
  readonly p95: readonly number[]
  /** Of the mean, for the finite number of draws; NaN for a single draw. */
  readonly standardError: readonly number[]
}

export interface ClaimForecast extends Series {
  readonly wording: string
  /** The range of probability that the verdict goes by. */
  readonly range: readonly [low: number, high: number]
  /** At the horizon. */
  readonly verdict: Verdict
}

/** Probabilities are shares of 1; severity is 0 to 100. */
export interface Forecast {
  readonly engineVersion: string
  readonly draws: number
  readonly seed: number
  readonly months: readonly number[]
  readonly rungs: readonly Series[]
  /** Having been on the rung or above it by the month. */
  readonly reach: readonly Series[]
  /** Being on the rung or above it in the month, for the rungs of which a claim says so. */
  readonly atOrAbove: readonly Series[]
  readonly responses: readonly Series[]
  readonly severity: Series
  readonly conclusion: readonly ClaimForecast[]
}

/** A forecast under way: it can be looked at, or left, after any number of draws. */
export interface ForecastRun {
  readonly drawsWanted: number
  readonly drawsDone: number
  /** Takes so many more draws, rounded up to whole blocks of 256, or all there are left. */
  advance(draws: number): void
  /** The forecast of the draws done; there has to be one at least. */
  summary(): Forecast
  /** Leaves the run's memory to the next one; neither advance nor summary after this. */
  end(): void
}

/**
 * Draws are taken in blocks that begin at multiples of this, whatever the pieces a run
 * is asked for, so that which draws are propagated side by side never depends on them.
 */
const BLOCK = 256
/** Rates are drawn for so many draws at once, in fewer and larger arrays. */
const DRAWN_AT_ONCE = 4 * BLOCK

const kernelFor = (...rooms: Room[]): Kernel => simdKernel(rooms) ?? plainKernel()

/** Starts a forecast of a scenario whose references all resolve. */
export function startForecast(scenario: Scenario): ForecastRun {
  const model = compileModel(scenario)
  const layout = layoutOf(model)
  const valueCount = layout.seriesCount * layout.months
  const kernel = kernelFor(roomOfTrajectories(model, layout, BLOCK), roomOfTally(valueCount))
  const trajectories = trajectoriesOf(kernel, model, layout, BLOCK)
  const tally = emptyTally(kernel, valueCount)
  const { draws, seed } = scenario.run

  let drawn: { readonly hazards: Hazards; readonly speeds: Float64Array } | undefined
  const runBlock = (): void => {
    const { drawCount } = tally
    const first = drawCount % DRAWN_AT_ONCE
    if (first === 0 || !drawn) {
      const size = Math.min(DRAWN_AT_ONCE, draws - drawCount)
      const hazards = drawHazards(model, seed, drawCount, size)
      drawn = { hazards, speeds: speedsOf(model, hazards) }
    }
    const { hazards, speeds } = drawn
    const order = laneOrder(speeds, first, Math.min(first + BLOCK, hazards.size))
    trajectories.write(hazards, order)
    kernel.addToTally(tally, trajectories.rows, order.length)
    tally.drawCount += order.length
  }

  return {
    drawsWanted: draws,
    get drawsDone() {
      return tally.drawCount
    },
    advance(count) {
      const end = Math.min(draws, tally.drawCount + count)
      while (tally.drawCount < end) runBlock()
    },
    summary: () => summarise(scenario, layout, tally),
    end: () => kernel.giveBack(),
  }
}

/** The whole forecast at once. The same scenario gives the same bits. */
export function forecast(scenario: Scenario): Forecast {
  const run = startForecast(scenario)
  run.advance(run.drawsWanted)
  const whole = run.summary()
  run.end()
  return whole
}

const REPORTED_QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const

function readSeries(id: Id, place: number, { months }: Layout, tally: Tally, scale = 1): Series {
  const indices = Array.from({ length: months }, (_, month) => place * months + month)
  const quantiles = indices.map((index) => quantilesOf(tally, index, REPORTED_QUANTILES))
  const quantile = (rank: number): number[] => quantiles.map((row) => (row[rank] as number) * scale)
  return {
    id,
    mean: indices.map((index) => meanOf(tally, index) * scale),
    p05: quantile(0),
    p25: quantile(1),
    p50: quantile(2),
    p75: quantile(3),
    p95: quantile(4),
    standardError: indices.map((index) => standardErrorOf(tally, index) * scale),
  }
}

function summarise(scenario: Scenario, layout: Layout, tally: Tally): Forecast {
  const { ladder, responses, conclusion } = scenario.case
  const seriesFrom = (first: number, items: readonly { readonly id: Id }[]): Series[] =>
    items.map(({ id }, index) => readSeries(id, first + index, layout, tally))
  const forecastOfEvents = {
    reach: seriesFrom(layout.reach, ladder),
    atOrAbove: seriesFrom(
      layout.atOrAbove,
      layout.rungsAtOrAbove.flatMap((rung) => ladder[rung] ?? []),
    ),
    responses: seriesFrom(layout.responses, responses),
  }
  return {
    engineVersion: ENGINE_VERSION,
    draws: tally.drawCount,
    seed: scenario.run.seed,
    months: Array.from({ length: layout.months }, (_, month) => month),
    rungs: seriesFrom(layout.rungs, ladder),
    ...forecastOfEvents,
    severity: readSeries('severity', layout.severity, layout, tally, LARGEST_SEVERITY),
    conclusion: conclusion.map((claim) => {
      const series = eventSeries(forecastOfEvents, claim.event)
      const { range } = readClaim(claim, scenario.judgment.yardstick)
      const verdict = judgeVerdict(series.mean.at(-1) as number, range)
      return { ...series, id: claim.id, wording: claim.wording, range, verdict }
    }),
  }
}

/** The series of an event; RangeError for one that the case does not know. */
export function eventSeries(
  { reach, atOrAbove, responses }: Pick<Forecast, 'reach' | 'atOrAbove' | 'responses'>,
  event: ForecastEvent,
): Series {
  const found =
    event.kind === 'response'
      ? responses.find(({ id }) => id === event.response)
      : (event.kind === 'reach' ? reach : atOrAbove).find(({ id }) => id === event.rung)
  if (!found) throw new RangeError(`no series for the event ${JSON.stringify(event)}`)
  return found
}
