import { useId } from 'react'
import { flushSync } from 'react-dom'
import type { FileChange } from '../../../ipc/contract'
import { NumberField } from '../../components/number-field'
import {
  selectIsEdited,
  selectIsUnsaved,
  selectScenario,
  useDocument,
} from '../../state/document-store'
import { setRun } from '../../state/edits'
import { type ForecastEngine, useForecast } from '../../state/forecast-store'
import { setView, useView } from '../../state/view-store'
import { FILE_QUESTION_ID } from '../document/file-change-banner'

/** What the numbers are made of, whether they are settled, and where the document stands. */
export const StatusLine = ({ engine }: { readonly engine: ForecastEngine }) => {
  const { run } = useDocument(selectScenario)
  const isUnsaved = useDocument(selectIsUnsaved)
  const isNoted = useView((view) => view.isUnsavedNoted)
  return (
    <footer className="status-line">
      <RunSettingsButton draws={run.draws} seed={run.seed} />
      <RunState engine={engine} />
      <span className="status-space" />
      {isUnsaved && !isNoted && (
        <span className="status-problem" role="status">
          a crash would lose your changes: they could not be noted in Brink’s data
        </span>
      )}
      <SaveState />
      <span className="status-place">Nothing leaves this machine</span>
    </footer>
  )
}

const SaveState = () => {
  const isEdited = useDocument(selectIsEdited)
  const fileName = useDocument((state) => state.fileName)
  const fileChange = useDocument((state) => state.fileChange)
  const isPutOff = useView((view) => view.isFileChangePutOff)
  const state = (
    <span className="save-state" data-testid="save-state">
      {fileName && (
        <bdi className="save-name" title={fileName}>
          {fileName}
        </bdi>
      )}
      <span>{sayState(fileName !== '', isEdited, fileChange)}</span>
    </span>
  )
  if (!isPutOff || !fileChange) return state
  return (
    <>
      {state}
      <button type="button" className="link status-decide" onClick={askAgain}>
        Decide…
      </button>
    </>
  )
}

/** The keyboard goes to the question: what was pressed goes away with it. */
function askAgain(): void {
  flushSync(() => setView({ isFileChangePutOff: false }))
  document.getElementById(FILE_QUESTION_ID)?.focus()
}

/** How the document stands to its file, to be read after the file’s name where there is one. */
function sayState(hasFile: boolean, isEdited: boolean, fileChange: FileChange | undefined): string {
  if (!hasFile) return isEdited ? 'not saved' : 'not in a file yet'
  if (!fileChange) return isEdited ? ', edited' : ', saved'
  const fate = fileChange.kind === 'gone' ? 'gone from the disk' : 'changed on the disk'
  return isEdited ? `, edited, and ${fate}` : `, ${fate}`
}

const count = (value: number): string => value.toLocaleString('en-GB')

const RunState = ({ engine }: { readonly engine: ForecastEngine }) => {
  const { update, progress, isPending } = useForecast()
  if (progress && isPending) {
    return (
      <span className="status-progress" role="status">
        <progress max={progress.drawsWanted} value={progress.drawsDone} aria-label="Draws done" />
        {count(progress.drawsDone)} of {count(progress.drawsWanted)} draws
        <button type="button" className="link" onClick={engine.stop}>
          Stop here
        </button>
      </span>
    )
  }
  if (!update) return <span>computing…</span>
  const { forecast, drawsWanted, elapsedMs } = update
  const isPartial = forecast.draws < drawsWanted
  return (
    <>
      <span
        className="status-measure"
        title="What finitely many draws cost: the largest standard error of the charted means. It says nothing about the judgment band."
      >
        numerical error ±{' '}
        {largestError(forecast.conclusion.map(({ standardError }) => standardError))}
      </span>
      <span data-testid="run-state" data-settled={!isPending}>
        {isPending
          ? 'computing…'
          : isPartial
            ? `stopped at ${count(forecast.draws)} of ${count(drawsWanted)} draws`
            : `settled in ${elapsedMs < 1000 ? `${Math.round(elapsedMs)} ms` : `${(elapsedMs / 1000).toFixed(1)} s`}`}
      </span>
    </>
  )
}

function largestError(series: readonly (readonly number[])[]): string {
  const errors = series.map((errors) => errors.at(-1) ?? Number.NaN)
  if (errors.some(Number.isNaN)) return 'not known from one draw'
  const largest = errors.reduce((most, error) => Math.max(most, error), 0)
  return `${(largest * 100).toFixed(2)}\u202f%`
}

const RunSettingsButton = ({ draws, seed }: { readonly draws: number; readonly seed: number }) => {
  const id = useId()
  const { edit } = useDocument.getState()
  return (
    <>
      <button type="button" className="link status-run" popoverTarget={id}>
        {count(draws)} {draws === 1 ? 'draw' : 'draws'} · seed {seed}
      </button>
      <div id={id} popover="auto" className="popover popover-up">
        <NumberField
          label="Draws"
          isLabelShown
          isWhole
          value={draws}
          least={1}
          most={1_000_000}
          step={1024}
          onCommit={(next) => edit((scenario) => setRun(scenario, { draws: next, seed }))}
        />
        <NumberField
          label="Seed"
          isLabelShown
          isWhole
          value={seed}
          least={0}
          most={4_294_967_295}
          onCommit={(next) => edit((scenario) => setRun(scenario, { draws, seed: next }))}
        />
        <p className="hint">
          More draws make the numerical error smaller. The same file, seed and number of draws give
          the same numbers.
        </p>
      </div>
    </>
  )
}
