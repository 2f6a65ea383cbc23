import { tellProbability } from '../../forecast/conclusion/words'
import type { Attribution } from '../../forecast/explain/attribution'
import type { Overturn } from '../../forecast/explain/overturn'
import type { Spread } from '../../forecast/explain/spread'
import type { TornadoBar } from '../../forecast/explain/tornado'
import { sayContributor, sayInput, sayIntensity, sayPoints } from '../../forecast/explain/words'
import type { Scenario } from '../../forecast/scenario'

/** What colour a mark has: what it means, not how it looks. */
export type Tone = 'up' | 'down' | 'accent' | 'accent-soft' | 'article' | 'quiet' | 'soft'

/** Something drawn in a row, from one place of the scale to another; both the same for a point. */
export interface Mark {
  readonly shape: 'bar' | 'thin' | 'line' | 'dot' | 'ring' | 'tick' | 'drop'
  readonly from: number
  readonly to: number
  readonly tone: Tone
  /** Written beside the mark, at its `to`. */
  readonly text?: string
}

/** A row of a chart: its name, its marks on the chart's scale, and its number. */
export interface MarkedRow {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly marks: readonly Mark[]
  readonly isStrong?: boolean
}

const at = (shape: Mark['shape'], place: number, tone: Tone): Mark => ({
  shape,
  from: place,
  to: place,
  tone,
})

/** What adds less than this is gathered in one row. */
const LEAST_STEP = 0.0005

/** From the article's figure to the scenario's, step by step, the largest first. */
export function waterfallRows(scenario: Scenario, attribution: Attribution): MarkedRow[] {
  const { baseline, forecast, contributions } = attribution
  const large = contributions.filter(({ contribution }) => Math.abs(contribution) >= LEAST_STEP)
  const small = contributions.filter((each) => !large.includes(each))
  const rest = small.reduce((sum, { contribution }) => sum + contribution, 0)
  const steps = [
    ...large.map((each) => ({
      id: each.id,
      label: sayContributor(scenario.case, each),
      change: each.contribution,
    })),
    ...(small.length > 0 ? [{ id: 'others', label: sayOthers(small.length), change: rest }] : []),
  ]
  let reached = baseline
  const rows = steps.map(({ id, label, change }): MarkedRow => {
    const from = reached
    reached += change
    const bar: Mark = { shape: 'bar', from, to: reached, tone: change < 0 ? 'down' : 'up' }
    return { id, label, value: sayPoints(change), marks: [bar, at('drop', reached, 'quiet')] }
  })
  const whole = (id: string, label: string, p: number, tone: Tone): MarkedRow => ({
    id,
    label,
    value: tellProbability(p),
    marks: [{ shape: 'bar', from: 0, to: p, tone }],
    isStrong: true,
  })
  const article = whole('article', 'The article’s drivers', baseline, 'article')
  return [
    { ...article, marks: [...article.marks, at('drop', baseline, 'quiet')] },
    ...rows,
    whole('scenario', 'This scenario', forecast, 'accent'),
  ]
}

const sayOthers = (count: number): string => (count === 1 ? 'one other' : `${count} others`)

/** What each driver alone can do: over its own range thick, from 0 to 100 thin. */
export const tornadoRows = (
  scenario: Scenario,
  bars: readonly TornadoBar[],
  now: number,
): MarkedRow[] =>
  bars.map(({ driver, low, high, none, full }) => {
    const ends = [low, high].toSorted((a, b) => a.forecast - b.forecast)
    const [least = low, most = high] = ends
    const side = (end: typeof low, tone: Tone): Mark => ({
      shape: 'bar',
      from: now,
      to: end.forecast,
      tone,
      text: sayIntensity(end.at),
    })
    const isFlat = most.forecast - least.forecast < 1e-9
    return {
      id: driver,
      label: sayContributor(scenario.case, { kind: 'driver', id: driver }),
      value: `${tellProbability(least.forecast)} to ${tellProbability(most.forecast)}`,
      marks: [
        { shape: 'line', from: none.forecast, to: full.forecast, tone: 'quiet' },
        ...(isFlat
          ? []
          : [
              side(least, least.forecast > now ? 'up' : 'down'),
              side(most, most.forecast > now ? 'up' : 'down'),
            ]),
        at('tick', now, 'accent'),
      ],
    }
  })

/** Inputs named one by one in the chart; the table has all. */
const NAMED_INPUTS = 9

/** The share of the band's variance that each input makes, alone and in all. */
export const spreadRows = (scenario: Scenario, { inputs }: Spread): MarkedRow[] =>
  inputs.slice(0, NAMED_INPUTS).map((input) => {
    const within = (share: number): number => Math.min(Math.max(share, 0), 1)
    const [low, high] = input.totalInterval
    return {
      id: `${input.kind} ${input.id}`,
      label: sayInput(scenario.case, input),
      value: tellProbability(within(input.total)),
      marks: [
        { shape: 'bar', from: 0, to: within(input.total), tone: 'accent-soft' },
        { shape: 'bar', from: 0, to: within(input.first), tone: 'accent' },
        { shape: 'line', from: within(low), to: within(high), tone: 'quiet' },
      ],
    }
  })

/** Where each driver stands, and where it would have to, on the scale of intensity. */
export const overturnRows = (scenario: Scenario, { alone, together }: Overturn): MarkedRow[] =>
  alone.map(({ driver, at: single }) => {
    const { low = 0, mode = 0, high = 0 } = scenario.judgment.drivers[driver]?.intensity ?? {}
    const joint = together.find((each) => each.driver === driver)?.at
    return {
      id: driver,
      label: sayContributor(scenario.case, { kind: 'driver', id: driver }),
      value: [
        single === null ? 'no value does' : `alone ${sayIntensity(single)}`,
        ...(joint === undefined ? [] : [`together ${sayIntensity(joint)}`]),
      ].join(', '),
      marks: [
        { shape: 'thin', from: 0, to: 1, tone: 'soft' },
        { shape: 'thin', from: low, to: high, tone: 'accent-soft' },
        ...(joint === undefined
          ? []
          : [{ shape: 'thin', from: mode, to: joint, tone: 'accent' } as const]),
        at('dot', mode, 'accent'),
        ...(joint === undefined ? [] : [at('ring', joint, 'accent')]),
        ...(single === null ? [] : [at('tick', single, 'up')]),
      ],
    }
  })
