import { create } from 'zustand'
import type { ForecastRunner, RunProgress } from '../../engine/runner'
import { createScheduler, type ScheduledUpdate } from '../../engine/scheduler'
import { articleBaseline } from '../../forecast/article-baseline'
import type { Forecast } from '../../forecast/forecast'
import type { Scenario } from '../../forecast/scenario'
import { selectScenario, useDocument } from './document-store'
import { noteEdited } from './latency'
import { useView } from './view-store'

interface ForecastState {
  /** The newest forecast there is, of the scenario it names; undefined before the first. */
  readonly update: ScheduledUpdate | undefined
  /** The newest forecast of the article's own drivers; read it by baselineFor. */
  readonly baseline: ScheduledUpdate | undefined
  /** While a run with many draws is under way. */
  readonly progress: RunProgress | undefined
  readonly failure: string | undefined
  /** Whether the newest scenario's forecast is still being computed. */
  readonly isPending: boolean
}

export const useForecast = create<ForecastState>()(() => ({
  update: undefined,
  baseline: undefined,
  progress: undefined,
  failure: undefined,
  isPending: true,
}))

export interface ForecastEngine {
  stop(): void
}

/** Follows the document with forecasts, its own and that of the article's drivers. */
export function startForecasting(runner: ForecastRunner): ForecastEngine {
  const fail = (failure: string): void =>
    useForecast.setState({ failure, isPending: false, progress: undefined })

  const own = createScheduler(runner, {
    onUpdate: (update) =>
      useForecast.setState({
        update,
        failure: undefined,
        ...(update.isLast ? { progress: undefined } : {}),
        isPending: !update.isLast || update.scenario !== selectScenario(useDocument.getState()),
      }),
    onProgress: (progress) => useForecast.setState({ progress }),
    onFailure: fail,
  })
  const article = createScheduler(runner, {
    onUpdate: (baseline) => useForecast.setState({ baseline }),
    onProgress: () => undefined,
    onFailure: (failure) => useForecast.setState({ failure, baseline: undefined }),
  })

  let asked: Scenario | undefined
  const follow = (): void => {
    const scenario = selectScenario(useDocument.getState())
    if (!scenario || scenario === asked) return
    const isNewBaseline = !asked || !shareBaseline(asked, scenario)
    asked = scenario
    noteEdited(scenario)
    useForecast.setState({ isPending: true })
    own.request(scenario, useView.getState().isDragging)
    if (isNewBaseline) article.request(articleBaseline(scenario))
  }
  useDocument.subscribe(follow)
  follow()
  return {
    stop: () => {
      own.stop()
      article.stop()
    },
  }
}

/** The forecast of the article's own drivers that belongs beside another, if it is there yet. */
export const baselineFor = (
  { scenario }: Pick<ScheduledUpdate, 'scenario'>,
  baseline: ScheduledUpdate | undefined,
): Forecast | undefined =>
  baseline && shareBaseline(scenario, baseline.scenario) ? baseline.forecast : undefined

/** Whether the article's own drivers give both the same forecast. */
const shareBaseline = (a: Scenario, b: Scenario): boolean =>
  a.case === b.case &&
  a.judgment.start === b.judgment.start &&
  a.judgment.horizonMonths === b.judgment.horizonMonths &&
  a.judgment.yardstick === b.judgment.yardstick &&
  a.run === b.run
