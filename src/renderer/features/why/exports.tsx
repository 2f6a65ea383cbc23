import type { Cell } from '../../../briefing/cell'
import { sayEvent, sayProbability } from '../../../forecast/conclusion/words'
import type { ExplanationSoFar } from '../../../forecast/explain/explain'
import {
  sayContributor,
  sayInput,
  sayIntensity,
  sayOverturn,
  saySpread,
  sayWhy,
} from '../../../forecast/explain/words'
import { ENGINE_VERSION } from '../../../forecast/forecast'
import { isolated } from '../../../forecast/isolated'
import type { Scenario } from '../../../forecast/scenario'
import { exportSource } from '../../../provenance/provenance'
import { percentTick } from '../../charts/chart-frame'
import {
  type MarkedRow,
  overturnRows,
  spreadRows,
  tornadoRows,
  waterfallRows,
} from '../../charts/marked-rows'
import { RowChart, rowChartHeight } from '../../charts/row-chart'
import { axisTicks } from '../../charts/rows'
import { useExplanation } from '../../state/explanation-store'
import { CHART_WIDTH, type ChartExport, type Picture, WHOLE_PAGE } from '../export/chart-export'
import { tornadoTop } from './matters-card'
import { HOW_SPREAD_IS_DRAWN, spreadTop } from './spread-card'
import { waterfallTop } from './why-card'

/** The charts of what has been explained; none before anything has. */
export function chartExports(): ChartExport[] {
  const { subject, soFar } = useExplanation.getState()
  if (!subject || !soFar) return []
  const { scenario, choice } = subject
  const event = sayEvent(scenario.case, choice.event, scenario.judgment.horizonMonths)
  const source = exportSource(scenario, {
    draws: soFar.draws,
    seed: scenario.run.seed,
    engineVersion: ENGINE_VERSION,
  })
  return parts(scenario, soFar).map(({ kind, label, title, sentence, chart, table }) => ({
    kind,
    label,
    source,
    picture: () => picture(title ?? `${label}: ${isolated(event)}`, sentence, chart),
    table: () => table.map((row, index) => [index === 0 ? 'event' : event, ...row]),
  }))
}

interface RowsOnScale {
  readonly rows: readonly MarkedRow[]
  readonly top: number
  readonly valueWidth: number
  readonly ticks?: readonly number[]
  readonly sayTick?: (place: number) => string
}

interface Part {
  readonly kind: ChartExport['kind']
  readonly label: string
  readonly title?: string
  readonly sentence: string
  readonly chart: RowsOnScale
  readonly table: readonly (readonly Cell[])[]
}

const ROW_HEIGHT = 32

const picture = (title: string, subtitle: string, scale: RowsOnScale): Picture => ({
  ...WHOLE_PAGE,
  title,
  subtitle,
  height: rowChartHeight(scale.rows.length, ROW_HEIGHT),
  chart: (
    <RowChart
      rows={scale.rows}
      width={CHART_WIDTH}
      rowHeight={ROW_HEIGHT}
      top={scale.top}
      ticks={scale.ticks ?? axisTicks(scale.top)}
      sayTick={scale.sayTick ?? percentTick}
      labelWidth={250}
      valueWidth={scale.valueWidth}
    />
  ),
})

function parts(scenario: Scenario, soFar: ExplanationSoFar): Part[] {
  const { attribution, tornado, spread, overturn } = soFar
  return [
    ...(attribution ? [whyPart(scenario, attribution)] : []),
    ...(tornado && attribution ? [tornadoPart(scenario, tornado, attribution.forecast)] : []),
    ...(overturn ? [overturnPart(scenario, overturn)] : []),
    ...(spread ? [spreadPart(scenario, spread)] : []),
  ]
}

type Whole = Required<ExplanationSoFar>

const whyPart = (scenario: Scenario, attribution: Whole['attribution']): Part => ({
  kind: 'waterfall',
  label: 'Why it differs from the article',
  sentence: sayWhy(scenario.case, attribution),
  chart: {
    rows: waterfallRows(scenario, attribution),
    top: waterfallTop(attribution),
    valueWidth: 110,
  },
  table: [
    ['id', 'label', 'contribution', 'standard_error'],
    ['article', 'The article’s drivers', attribution.baseline, 0],
    ...attribution.contributions.map((each) => [
      each.id,
      sayContributor(scenario.case, each),
      each.contribution,
      each.standardError,
    ]),
    ['scenario', 'This scenario', attribution.forecast, 0],
  ],
})

const tornadoPart = (scenario: Scenario, bars: Whole['tornado'], now: number): Part => ({
  kind: 'tornado',
  label: 'What one driver alone can do',
  sentence: `Bars: over its own range; thin line: from 0 to 100. Upright: the present ${sayProbability(now)}.`,
  chart: { rows: tornadoRows(scenario, bars, now), top: tornadoTop(bars), valueWidth: 120 },
  table: [
    ['id', 'label', 'low_at', 'low', 'high_at', 'high', 'at_0', 'at_1'],
    ...bars.map(({ driver, low, high, none, full }) => [
      driver,
      sayContributor(scenario.case, { kind: 'driver', id: driver }),
      low.at,
      low.forecast,
      high.at,
      high.forecast,
      none.forecast,
      full.forecast,
    ]),
  ],
})

const overturnPart = (scenario: Scenario, overturn: NonNullable<Whole['overturn']>): Part => ({
  kind: 'overturn',
  label: 'What it would take',
  sentence: sayOverturn(scenario.case, overturn),
  chart: {
    rows: overturnRows(scenario, overturn),
    top: 1,
    valueWidth: 190,
    ticks: [0, 0.25, 0.5, 0.75, 1],
    sayTick: sayIntensity,
  },
  table: [
    ['id', 'label', 'now', 'alone', 'together', 'half_ranges'],
    ...overturn.alone.map(({ driver, at }) => {
      const way = overturn.together.find((each) => each.driver === driver)
      return [
        driver,
        sayContributor(scenario.case, { kind: 'driver', id: driver }),
        scenario.judgment.drivers[driver]?.intensity.mode ?? Number.NaN,
        at ?? Number.NaN,
        way?.at ?? Number.NaN,
        way?.units ?? Number.NaN,
      ]
    }),
  ],
})

const spreadPart = (scenario: Scenario, spread: Whole['spread']): Part => ({
  kind: 'spread',
  label: 'Where the width of the judgment band comes from',
  sentence: `${saySpread(spread)} ${HOW_SPREAD_IS_DRAWN}`,
  chart: { rows: spreadRows(scenario, spread), top: spreadTop(spread), valueWidth: 80 },
  table: [
    ['id', 'kind', 'label', 'first', 'first_low', 'first_high', 'total', 'total_low', 'total_high'],
    ...spread.inputs.map((input) => [
      input.id,
      input.kind,
      sayInput(scenario.case, input),
      input.first,
      ...input.firstInterval,
      input.total,
      ...input.totalInterval,
    ]),
  ],
})
