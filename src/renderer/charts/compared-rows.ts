import { type Compared, seriesOfEvent } from '../../forecast/compare/compare'
import { type EventChoice, eventChoices } from '../../forecast/conclusion/outlook'
import type { Series } from '../../forecast/forecast'
import type { ForecastEvent, Id, Rung, Scenario } from '../../forecast/scenario'
import { axisTop } from './rows'

/** A scenario among those compared, with what tells it from the others. */
export interface ComparedOne extends Compared {
  readonly key: string
  readonly name: string
  /** Which of the six colours and dashes. */
  readonly colour: number
}

/** One scenario's chance of an event by month, up to the common horizon. */
export interface ComparedCurve {
  readonly key: string
  readonly name: string
  readonly colour: number
  readonly mean: readonly number[]
  readonly p05: readonly number[]
  readonly p95: readonly number[]
}

export interface ComparedCurves {
  readonly curves: readonly ComparedCurve[]
  /** Names of the scenarios whose case has no such event. */
  readonly without: readonly string[]
  /** The date of month 0, if it is the same for all that have a curve. */
  readonly asOf: string | undefined
}

/** The curves of an event, each up to the month that all reach. */
export function comparedCurves(
  compared: readonly ComparedOne[],
  event: ForecastEvent,
  months: number,
): ComparedCurves {
  const series = seriesOfEvent(compared, event)
  const has = (_: unknown, index: number): boolean => series[index] !== null
  const having = compared.filter(has)
  const dates = new Set(having.map(({ scenario }) => scenario.case.asOf))
  return {
    curves: compared.flatMap(({ key, name, colour }, index) => {
      const own = series[index]
      return own ? [{ key, name, colour, ...upTo(own, months) }] : []
    }),
    without: compared.filter((_, index) => !has(_, index)).map(({ name }) => name),
    asOf: dates.size === 1 ? having[0]?.scenario.case.asOf : undefined,
  }
}

const upTo = ({ mean, p05, p95 }: Series, months: number) => {
  const [from, end] = [0, months + 1]
  return { mean: mean.slice(from, end), p05: p05.slice(from, end), p95: p95.slice(from, end) }
}

/** The axis ends at a round value above every band. */
export const comparedTop = (curves: readonly ComparedCurve[]): number =>
  axisTop(curves.flatMap(({ p95 }) => p95))

/** An event that can be charted, with the case it comes from. */
export interface ComparedChoice extends EventChoice {
  readonly caseTitle: string
}

const sameness = (event: ForecastEvent): string =>
  `${event.kind} ${event.kind === 'response' ? event.response : event.rung}`

/** The document's events, then those that only others have. */
export function comparedChoices(scenarios: readonly Scenario[]): ComparedChoice[] {
  const [first, ...others] = scenarios
  const found = first ? choicesOf(first) : []
  const events = new Set(found.map(({ event }) => sameness(event)))
  for (const choice of others.flatMap(choicesOf)) {
    if (events.has(sameness(choice.event))) continue
    events.add(sameness(choice.event))
    // Another case may use the same name for something else.
    const isTaken = found.some(({ id }) => id === choice.id)
    found.push(isTaken ? { ...choice, id: `${choice.caseTitle} ${choice.id}` } : choice)
  }
  return found
}

const choicesOf = (scenario: Scenario): ComparedChoice[] =>
  eventChoices(scenario).map((choice) => ({ ...choice, caseTitle: scenario.case.title }))

/** Where one scenario stands at the common horizon. */
export interface RungBar {
  readonly key: string
  readonly name: string
  readonly colour: number
  /** Lowest first; they add up to 1. */
  readonly rungs: readonly { readonly id: Id; readonly label: string; readonly share: number }[]
}

/** The scenarios whose cases have the same ladder. */
export interface LadderGroup {
  readonly ladder: readonly Rung[]
  readonly bars: readonly RungBar[]
}

/** Where each scenario stands, by ladder; both in the order they are met. */
export function ladderGroups(compared: readonly ComparedOne[], months: number): LadderGroup[] {
  const groups = new Map<string, { ladder: readonly Rung[]; bars: RungBar[] }>()
  for (const { key, name, colour, scenario, forecast } of compared) {
    const { ladder } = scenario.case
    const same = JSON.stringify(ladder.map(({ id, label }) => [id, label]))
    const rungs = forecast.rungs.map(({ id, mean }, index) => ({
      id,
      label: ladder[index]?.label ?? id,
      share: mean[months] ?? Number.NaN,
    }))
    const group = groups.get(same) ?? { ladder, bars: [] }
    groups.set(same, { ladder, bars: [...group.bars, { key, name, colour, rungs }] })
  }
  return [...groups.values()]
}
