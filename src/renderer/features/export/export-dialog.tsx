import { useEffect, useState } from 'react'
import type { ExportFormat, PolicedFormat } from '../../../ipc/contract'
import { Dialog } from '../../components/dialog'
import { type ChartKind, type Notice, setView, useView } from '../../state/view-store'
import { screens } from '../screens/screens'
import type { ChartExport } from './chart-export'
import { Choices } from './choices'
import { ExportPreview } from './export-preview'
import { OptionFields } from './option-fields'
import { useOptions } from './options-store'
import { firstAllowed, useAllowed } from './use-allowed'
import { type Made, sayProblem, useMade } from './use-made'

const FORMATS: readonly { readonly format: ExportFormat; readonly label: string }[] = [
  { format: 'png', label: 'PNG, for slides and documents' },
  { format: 'svg', label: 'SVG, sharp at any size' },
  { format: 'csv', label: 'CSV, the numbers behind the chart' },
]

const ALL_FORMATS = FORMATS.map(({ format }) => format)

export const ExportDialog = () => {
  const exporting = useView((view) => view.exporting)
  return exporting ? <ExportForm {...exporting} /> : null
}

const close = (): void => setView({ exporting: undefined })

const openBriefing = (): void => setView({ exporting: undefined, dialog: 'briefing' })

/** The charts of the screen in view, taken as they are when the question is put. */
function useCharts(first: ChartKind) {
  const screen = useView((view) => view.screen)
  const [charts, setCharts] = useState<readonly ChartExport[]>()
  const [kind, setKind] = useState(first)
  useEffect(() => {
    void screens[screen].exports().then((found) => {
      setCharts(found)
      setKind(
        (wanted) =>
          (found.some((chart) => chart.kind === wanted) ? wanted : found[0]?.kind) ?? wanted,
      )
    })
  }, [screen])
  return { charts, chosen: charts?.find((chart) => chart.kind === kind), setKind }
}

/** Which chart, in which form and how it looks; where to is asked by the system. */
const ExportForm = (first: { readonly chart: ChartKind; readonly format: ExportFormat }) => {
  const { charts, chosen, setKind } = useCharts(first.chart)
  const [wanted, setFormat] = useState(first.format)
  const allowed = useAllowed()
  const format = firstAllowed(wanted, ALL_FORMATS, allowed) ?? wanted
  const options = useOptions()
  const { made, isCurrent } = useMade(chosen, format, options)
  const [hasSizeProblem, setSizeProblem] = useState(false)
  const isReady = isCurrent && !(format === 'png' && hasSizeProblem)
  return (
    <Dialog title="Export a chart" onClose={close} className="export-dialog">
      {charts?.length === 0 && <p>There is no chart on this screen yet.</p>}
      <div className="export-form">
        <div className="export-options">
          <Choices
            legend="Chart"
            name="chart"
            choices={charts?.map(({ kind, label }) => ({ value: kind, label })) ?? []}
            chosen={chosen?.kind}
            onChoose={setKind}
          />
          <Choices
            legend="As"
            name="format"
            choices={FORMATS.map((each) => ({
              value: each.format,
              label: each.label,
              isBarred: allowed.isBarred(each.format),
            }))}
            chosen={format}
            onChoose={setFormat}
          />
          <div className="export-options kept-place" data-hidden={format === 'csv'}>
            <OptionFields hasSize={format === 'png'} onSizeProblem={setSizeProblem} />
          </div>
          {allowed.reason && <p className="hint">{allowed.reason}</p>}
          <p className="hint export-whole">
            Or the whole forecast:{' '}
            <button type="button" className="link" onClick={openBriefing}>
              report, slides or workbook…
            </button>
          </p>
        </div>
        <ExportPreview made={made} isCurrent={isCurrent} />
      </div>
      <Actions
        chart={chosen}
        format={format}
        made={isReady ? made : undefined}
        isBarred={allowed.isBarred}
      />
    </Dialog>
  )
}

interface ActionsProps {
  readonly chart: ChartExport | undefined
  readonly format: ExportFormat
  /** What the preview shows, once it is what was chosen and can be written. */
  readonly made: Made | undefined
  readonly isBarred: (format: PolicedFormat) => boolean
}

const Actions = ({ chart, format, made, isBarred }: ActionsProps) => {
  const [isBusy, setBusy] = useState(false)
  const [copied, setCopied] = useState<{ readonly of: Made; readonly said: string }>()
  const isReady = chart !== undefined && made?.content !== undefined && !isBusy
  const whileBusy = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    await work()
    setBusy(false)
  }
  const copy = (what: 'picture' | 'table') =>
    whileBusy(async () => {
      if (chart && made) setCopied({ of: made, said: await copyChart(chart, what) })
    })
  return (
    <div className="dialog-actions">
      <button
        type="button"
        disabled={!isReady || isBarred('png')}
        onClick={() => void copy('picture')}
      >
        Copy picture
      </button>
      <button
        type="button"
        disabled={!isReady || isBarred('csv')}
        onClick={() => void copy('table')}
      >
        Copy table
      </button>
      <p className="hint export-said" role="status">
        {copied && copied.of === made ? copied.said : made && saySource(made)}
      </p>
      <button type="button" onClick={close}>
        Cancel
      </button>
      <button
        type="button"
        className="primary"
        disabled={!isReady || isBarred(format)}
        onClick={() => made && void whileBusy(() => writeExport(made))}
      >
        {isBusy ? 'Writing…' : `Export ${format.toUpperCase()}…`}
      </button>
    </div>
  )
}

/** Whether what is exported can be traced by whoever sees it. */
function saySource({ chart, format, options }: Made): string {
  const [what, its] =
    'scenario' in chart.source
      ? ['which scenario, draws, seed', 'its scenario, draws, seed']
      : ['which record', 'its record']
  return format === 'csv' || options.hasSource
    ? `It says ${what} and version it is from.`
    : `The file still names ${its} and version.`
}

/** Whether it was copied, in words. */
async function copyChart(chart: ChartExport, what: 'picture' | 'table'): Promise<string> {
  try {
    const { copyPicture, copyTable } = await import('./deliver')
    return await (what === 'table' ? copyTable(chart) : copyPicture(chart, useOptions.getState()))
  } catch (error) {
    return `Nothing was copied: ${sayProblem(error)}.`
  }
}

/** The dialog stays where no place was chosen. */
async function writeExport(made: Made): Promise<void> {
  const notice = await (await import('./deliver')).saveMade(made).catch(
    (error): Notice => ({
      kind: 'problem',
      title: 'The chart was not exported.',
      details: [sayProblem(error)],
    }),
  )
  if (notice) setView({ exporting: undefined, notice })
}
