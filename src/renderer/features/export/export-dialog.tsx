import { useEffect, useState } from 'react'
import type { ExportFormat } from '../../../ipc/contract'
import { Dialog } from '../../components/dialog'
import { type ChartKind, setView, useView } from '../../state/view-store'
import { screens } from '../screens/screens'
import type { ChartExport } from './chart-export'

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

/** Which chart of the screen in view, in which form; where to is asked by the system. */
const ExportForm = (first: { readonly chart: ChartKind; readonly format: ExportFormat }) => {
  const screen = useView((view) => view.screen)
  const [charts, setCharts] = useState<readonly ChartExport[]>()
  const [kind, setKind] = useState(first.chart)
  const [format, setFormat] = useState(first.format)
  const [isBusy, setBusy] = useState(false)
  // What a screen shows is taken as it is when the question is put.
  useEffect(() => {
    void screens[screen].exports().then((found) => {
      setCharts(found)
      setKind(
        (wanted) =>
          (found.some((chart) => chart.kind === wanted) ? wanted : found[0]?.kind) ?? wanted,
      )
    })
  }, [screen])
  const chosen = charts?.find((chart) => chart.kind === kind)
  const write = async (chart: ChartExport): Promise<void> => {
    setBusy(true)
    await writeExport(chart, format)
    setBusy(false)
  }
  return (
    <Dialog title="Export a chart" onClose={close}>
      {charts?.length === 0 && <p>There is no chart on this screen yet.</p>}
      <fieldset className="choices">
        <legend>Chart</legend>
        {charts?.map((chart) => (
          <label key={chart.kind}>
            <input
              type="radio"
              name="chart"
              checked={kind === chart.kind}
              onChange={() => setKind(chart.kind)}
            />
            {chart.label}
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
        <button
          type="button"
          className="primary"
          disabled={isBusy || !chosen}
          onClick={() => chosen && void write(chosen)}
        >
          {isBusy ? 'Writing…' : 'Choose where…'}
        </button>
      </div>
    </Dialog>
  )
}

/** The drawing of pictures is loaded only when the first one is wanted. */
async function writeExport(chart: ChartExport, format: ExportFormat): Promise<void> {
  try {
    const { exportChart } = await import('./export-chart')
    const result = await exportChart(chart, format)
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
