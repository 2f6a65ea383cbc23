import { isoMonth, shortMonth } from '../forecast/calendar'
import type { EventOutlook } from '../forecast/conclusion/outlook'
import { sayRange, sayReading } from '../forecast/conclusion/words'
import type { Forecast, Series } from '../forecast/forecast'
import type { ForecastEvent, Id, Scenario } from '../forecast/scenario'

export interface ChartMonth {
  readonly month: number
  /** `2023-05`. */
  readonly date: string
  /** `May 23`. */
  readonly label: string
}

/** The chance of the headline's event by month; shares of 1, a value for each month. */
export interface EventChart extends Pick<Series, 'mean' | 'p05' | 'p25' | 'p75' | 'p95'> {
  readonly label: string
  /** `within 12 months`, or `after 12 months` where it is about where things stand then. */
  readonly saysWhen: string
  /** With the article's own drivers. */
  readonly article?: readonly number[]
  /** What the article calls it, with its range, where it makes a claim about it. */
  readonly saysArticle?: string
}

/** What the charts of a document are drawn from. */
export interface BriefingCharts {
  readonly months: readonly ChartMonth[]
  /** The chance of standing on each rung by month, lowest rung first. */
  readonly rungs: readonly {
    readonly id: Id
    readonly label: string
    readonly mean: readonly number[]
  }[]
  readonly event?: EventChart
}

const sayWhen = (kind: ForecastEvent['kind'], months: number): string =>
  `${kind === 'at-or-above' ? 'after' : 'within'} ${months === 1 ? 'a month' : `${months} months`}`

function eventChart(
  { judgment }: Scenario,
  { choice, series, baseline, reading }: EventOutlook,
): EventChart {
  const { mean, p05, p25, p75, p95 } = series
  const { claim, label } = choice
  return {
    label,
    saysWhen: sayWhen(choice.event.kind, judgment.horizonMonths),
    ...{ mean, p05, p25, p75, p95 },
    ...(baseline ? { article: baseline.mean } : {}),
    ...(claim && reading
      ? {
          saysArticle: `The article calls it ${sayReading(claim, reading, judgment.yardstick)}: ${sayRange(...reading.stated)}.`,
        }
      : {}),
  }
}

export function briefingCharts(
  scenario: Scenario,
  forecast: Forecast,
  outlook: EventOutlook | undefined,
): BriefingCharts {
  const { asOf, ladder } = scenario.case
  return {
    months: forecast.months.map((month) => ({
      month,
      date: isoMonth(asOf, month),
      label: shortMonth(asOf, month),
    })),
    rungs: forecast.rungs.map(({ id, mean }, index) => ({
      id,
      label: ladder[index]?.label ?? id,
      mean,
    })),
    ...(outlook ? { event: eventChart(scenario, outlook) } : {}),
  }
}
