import { useState } from 'react'
import { chosenEvent } from '../../../forecast/conclusion/outlook'
import type { ExportFormat } from '../../../ipc/contract'
import { Dialog } from '../../components/dialog'
import { baselineFor, useForecast } from '../../state/forecast-store'
import { type ChartKind, setView, useView } from '../../state/view-store'

const FORMATS: readonly { readonly format: ExportFormat; readonly label: string }[] = [
  { format: 'png', label: 'PNG, twice the size, for slides and documents' },
  { format: 'svg', label: 'SVG, sharp at any size' },
  { format: 'csv', label: 'CSV, the numbers behind the chart' },
]

export const ExportDialog = () => {
  const exporting = useView((view) => view.exporting)
  return exporting ? <ExportForm {...exporting} /> : null
}

const close = (): void => setView({ exporting: undefined })

/** Which chart, in which form; where to is asked by the system. */
const ExportForm = (first: { readonly chart: ChartKind; readonly format: ExportFormat }) => {
  const [chart, setChart] = useState(first.chart)
  const [format, setFormat] = useState(first.format)
  const [isBusy, setBusy] = useState(false)
  const { update } = useForecast()
  const claim = useView((view) => view.claim)
  if (!update) return null
  const event = chosenEvent(update.scenario, claim)
  const charts: readonly { readonly kind: ChartKind; readonly label: string }[] = [
    { kind: 'ladder', label: 'Where the conflict stands, by month' },
    { kind: 'event', label: `Chance by month: ${event?.label ?? ''}` },
    { kind: 'conclusion', label: 'Held against the article’s conclusion' },
  ]
  const write = async (): Promise<void> => {
    setBusy(true)
    await writeExport(chart, format)
    setBusy(false)
  }
  return (
    <Dialog title="Export a chart" onClose={close}>
      <fieldset className="choices">
        <legend>Chart</legend>
        {charts.map(({ kind, label }) => (
          <label key={kind}>
            <input
              type="radio"
              name="chart"
              checked={chart === kind}
              onChange={() => setChart(kind)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend>As</legend>
        {FORMATS.map((choice) => (
          <label key={choice.format}>
            <input
              type="radio"
              name="format"
              checked={format === choice.format}
              onChange={() => setFormat(choice.format)}
            />
            {choice.label}
          </label>
        ))}
      </fieldset>
      <p className="hint">
        Stamped with the scenario’s title, as-of date, draws, seed and version.
      </p>
      <div className="dialog-actions dialog-actions-end">
        <button type="button" onClick={close}>
          Cancel
        </button>
        <button type="button" className="primary" disabled={isBusy} onClick={() => void write()}>
          {isBusy ? 'Writing…' : 'Choose where…'}
        </button>
      </div>
    </Dialog>
  )
}

/** The drawing of pictures is loaded only when the first one is wanted. */
async function writeExport(chart: ChartKind, format: ExportFormat): Promise<void> {
  const { update, baseline: article } = useForecast.getState()
  const { claim } = useView.getState()
  if (!update) return
  const { scenario, forecast } = update
  const baseline = baselineFor(update, article)
  try {
    const { exportChart } = await import('./export-chart')
    const subject = { chart, scenario, forecast, baseline, claim }
    const result = await exportChart(subject, format, `${scenario.title} - ${chart}`)
    if (result.kind === 'cancelled') return
    const notice =
      result.kind === 'written'
        ? ({ kind: 'info', title: `Exported to ${result.fileName}.`, details: [] } as const)
        : ({ kind: 'problem', title: result.title, details: result.details } as const)
    setView({ exporting: undefined, notice })
  } catch (error) {
    const details = [error instanceof Error ? error.message : String(error)]
    setView({
      exporting: undefined,
      notice: { kind: 'problem', title: 'The chart was not exported.', details },
    })
  }
}
