import { judgeVerdict, type Verdict } from './conclusion/verdict'
import { readClaim } from './conclusion/yardstick'
import type { ForecastEvent, Id, Scenario } from './scenario'
import { prepareForecast, SEGMENT_DRAWS, type Segment, startSegment } from './segment'
import {
  addTally,
  bytesOfTally,
  copyTally,
  meanOf,
  quantilesOf,
  standardErrorOf,
  type Tally,
} from './tally'
import { LARGEST_SEVERITY, type Layout } from './trajectory'

/** Changes whenever the same file would give other numbers. */
export const ENGINE_VERSION = '2'

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

/**
 * A forecast under way: it can be looked at, or left, after any number of draws. Others
 * may compute some of its segments; the numbers do not depend on who does which.
 */
export interface ForecastRun {
  readonly drawsWanted: number
  /** What a summary speaks of: the draws before the first that is not done. */
  readonly drawsDone: number
  /** What the tally of one segment takes up, in bytes. */
  readonly segmentBytes: number
  /** Whether some segment is still to be begun or to be gone on with here. */
  readonly hasWork: boolean
  /** Takes so many more draws, rounded up to whole blocks of 256, or all there are left. */
  advance(draws: number): void
  /** The next segment that nobody has begun, to be computed elsewhere, if more than so many are left. */
  handOut(leaving: number): number | undefined
  /** Takes back what came of a segment handed out. */
  add(segment: number, tally: Tally): void
  /** The forecast of the draws done; there has to be one at least. */
  summary(): Forecast
  /** Leaves the run's memory to the next one; nothing may be asked of it after this. */
  end(): void
}

/** Starts a forecast of a scenario whose references all resolve. */
export function startForecast(scenario: Scenario): ForecastRun {
  const { draws } = scenario.run
  const prepared = prepareForecast(scenario)
  const segmentCount = Math.ceil(draws / SEGMENT_DRAWS)
  const waiting = new Map<number, Tally>()
  let whole: Tally | undefined
  let nextToAdd = 0
  // The first is always done here, so that there is soon something to show.
  let nextToBegin = 1
  let isFirstBegun = false
  let own: Segment | undefined

  const addInOrder = (): void => {
    for (let tally = waiting.get(nextToAdd); tally; tally = waiting.get(nextToAdd)) {
      waiting.delete(nextToAdd)
      whole = whole ? addTally(whole, tally) : tally
      nextToAdd++
    }
  }
  const handOut = (leaving: number): number | undefined =>
    nextToBegin + leaving < segmentCount ? nextToBegin++ : undefined
  const nextOwn = (): Segment | undefined => {
    const index = isFirstBegun ? handOut(0) : 0
    isFirstBegun = true
    return index === undefined ? undefined : startSegment(prepared, index)
  }
  const add = (segment: number, tally: Tally): void => {
    waiting.set(segment, tally)
    addInOrder()
  }
  /** What is done without a gap, ending with the segment under way here. */
  const done = (): { whole: Tally | undefined; rest: Tally | undefined } => ({
    whole,
    rest: own && own.index === nextToAdd && own.tally.drawCount > 0 ? own.tally : undefined,
  })
  const finishOwn = (segment: Segment): void => {
    // A run of one segment keeps it where it is.
    if (segmentCount === 1) return
    const isNext = whole && segment.index === nextToAdd
    add(segment.index, isNext ? segment.tally : copyTally(segment.tally))
    segment.end()
    own = undefined
  }

  return {
    drawsWanted: draws,
    segmentBytes: bytesOfTally(prepared.layout.seriesCount * prepared.layout.months),
    get drawsDone() {
      const { whole: before, rest } = done()
      return (before?.drawCount ?? 0) + (rest?.drawCount ?? 0)
    },
    get hasWork() {
      return own ? !own.isDone : !isFirstBegun || nextToBegin < segmentCount
    },
    advance(count) {
      for (let left = count; left > 0; ) {
        own ??= nextOwn()
        if (!own || own.isDone) return
        left -= own.advance(left)
        if (own.isDone) finishOwn(own)
      }
    },
    handOut,
    add,
    summary: () => {
      const { whole: before, rest } = done()
      const tally = before && rest ? addTally(copyTally(before), rest) : (before ?? rest)
      if (!tally) throw new RangeError('no draw is done yet')
      return summarise(scenario, prepared.layout, tally)
    },
    end: () => own?.end(),
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
