import '@fontsource-variable/inter/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/charts.css'
import type { ForecastRunner } from '../engine/runner'
import { workerRunner } from '../engine/worker-runner'
import { articleBaseline } from '../forecast/article-baseline'
import type { Forecast } from '../forecast/forecast'
import type { Scenario } from '../forecast/scenario'
import type { ChartFile, ExportFormat } from '../ipc/contract'
import { parseScenario } from '../scenario-file/parse'
import { bridge } from './bridge'
import { exportContent } from './features/export/export-chart'
import { forecastExports } from './features/forecast/exports'
import { startWorker } from './state/start-worker'

/** The page without a face that draws the charts of one scenario for the command line. */

const FORMATS: readonly ExportFormat[] = ['png', 'svg', 'csv']

const wholeForecast = (runner: ForecastRunner, scenario: Scenario): Promise<Forecast> =>
  new Promise((resolve, reject) => {
    runner.start(scenario, false, {
      onUpdate: ({ forecast, isLast }) => {
        if (isLast) resolve(forecast)
      },
      onProgress: () => undefined,
      onFailure: (message) => reject(new Error(message)),
    })
  })

async function drawCharts(): Promise<ChartFile[]> {
  const { scenarioText } = await bridge.chartsJob()
  const { version } = await bridge.appInfo()
  const parsed = parseScenario(scenarioText)
  if (!parsed.ok) throw new Error('the scenario could not be read')
  const { scenario } = parsed
  const runner = workerRunner(startWorker())
  const own = await wholeForecast(runner, scenario)
  const baseline = await wholeForecast(runner, articleBaseline(scenario))
  const files: ChartFile[] = []
  for (const chart of forecastExports({ scenario, forecast: own, baseline, claim: undefined })) {
    for (const format of FORMATS) {
      const content = await exportContent(chart, format, version)
      files.push({ name: chart.kind, format, content })
    }
  }
  return files
}

try {
  await bridge.chartsDone(await drawCharts())
} catch (error) {
  await bridge.chartsFailed(error instanceof Error ? error.message : String(error))
}
