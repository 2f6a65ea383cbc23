import type { WorkerRunner } from '../../engine/worker-runner'
import { articleBaseline } from '../../forecast/article-baseline'
import type { Forecast } from '../../forecast/forecast'
import type { Scenario } from '../../forecast/scenario'
import type { ExportFormat, PressJob, PressMade, PressOutput } from '../../ipc/contract'
import { exportRecord, exportSource, type Provenance } from '../../provenance/provenance'
import { parseScenario } from '../../scenario-file/parse'
import type { ChartExport } from '../features/export/chart-export'
import { contentsOf } from '../features/export/export-chart'
import { exportOrigin } from '../features/export/export-origin'
import { DEFAULT_OPTIONS } from '../features/export/picture-options'
import { forecastExports } from '../features/forecast/exports'
import { madeAlone } from './hand-over'
import { documentMaker } from './make-document'

type MadeBy = Pick<Provenance, 'appVersion' | 'exportedAt'>

/**
 * Everything that a job asks for, one after the other, from one run of the scenario and one
 * of the article’s drivers.
 */
export async function* makeFiles(
  { scenarioText, claim, outputs }: PressJob,
  runner: WorkerRunner,
  by: MadeBy,
): AsyncGenerator<PressMade> {
  const parsed = parseScenario(scenarioText)
  if (!parsed.ok) throw new Error('the scenario could not be read')
  const { scenario } = parsed
  const forecast = await wholeForecast(runner, scenario)
  const baseline = await wholeForecast(runner, articleBaseline(scenario))
  const shown = { scenario, forecast, baseline, claim: claim ?? undefined }
  const charts = forecastExports(shown)
  const record = await exportRecord(exportSource(scenario, forecast), by)
  const makeDocument = documentMaker({ ...shown, charts, record }, runner)
  yield* chartFiles(charts, outputs.filter(isOfCharts), by)
  for (const output of outputs) {
    if (isOfCharts(output)) continue
    yield await madeAlone({ output, name: 'briefing' }, () => makeDocument(output))
  }
}

const CHART_FORMATS = {
  'chart-svg': 'svg',
  'chart-png': 'png',
  'chart-csv': 'csv',
} as const satisfies Partial<Readonly<Record<PressOutput, ExportFormat>>>

type ChartOutput = keyof typeof CHART_FORMATS

const isOfCharts = (output: PressOutput): output is ChartOutput =>
  Object.hasOwn(CHART_FORMATS, output)

async function* chartFiles(
  charts: readonly ChartExport[],
  outputs: readonly ChartOutput[],
  by: MadeBy,
): AsyncGenerator<PressMade> {
  if (outputs.length === 0) return
  // One after the other: each is laid out in the one page there is.
  for (const chart of charts) {
    const origin = await exportOrigin(chart.source, by)
    const contentAs = contentsOf(chart, origin, DEFAULT_OPTIONS)
    for (const output of outputs) {
      yield await madeAlone({ output, name: chart.kind }, () => contentAs(CHART_FORMATS[output]))
    }
  }
}

const wholeForecast = (runner: WorkerRunner, scenario: Scenario): Promise<Forecast> =>
  new Promise((resolve, reject) => {
    runner.start(scenario, false, {
      onUpdate: ({ forecast, isLast }) => {
        if (isLast) resolve(forecast)
      },
      onProgress: () => undefined,
      onFailure: (message) => reject(new Error(message)),
    })
  })
