import { yardsticks } from '../../../forecast/conclusion/yardstick'
import type { YardstickId } from '../../../forecast/scenario'
import { sayDate } from '../../charts/calendar'
import { selectIsEdited, selectScenario, useDocument } from '../../state/document-store'
import { setYardstick } from '../../state/edits'
import { setView, useView } from '../../state/view-store'
import { save } from '../document/document-actions'

/** What is open, and what can be done with it. */
export const AppHeader = () => {
  const { title, case: conflictCase, judgment } = useDocument(selectScenario)
  const isEdited = useDocument(selectIsEdited)
  return (
    <header className="app-header">
      <button
        type="button"
        className="document-title"
        title={`${title}: title, summary and source`}
        onClick={() => setView({ dialog: 'describe' })}
      >
        <bdi>{title}</bdi>
      </button>
      <p className="document-facts">
        {conflictCase.title}, as of {sayDate(conflictCase.asOf)}
        {isEdited && <span data-testid="edited"> · edited</span>}
      </p>
      <nav className="header-tools" aria-label="Document">
        <StepButtons />
        <button type="button" onClick={() => setView({ dialog: 'scenarios' })}>
          Scenarios…
        </button>
        <button type="button" onClick={() => void save(false)} disabled={!isEdited && hasFile()}>
          Save
        </button>
        <select
          aria-label="Yardstick of probability words"
          value={judgment.yardstick}
          onChange={(event) => {
            const yardstick = event.target.value as YardstickId
            useDocument.getState().edit((scenario) => setYardstick(scenario, yardstick))
          }}
        >
          {Object.values(yardsticks).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <button
          type="button"
          onClick={() =>
            setView({ exporting: { chart: useView.getState().chartInView, format: 'png' } })
          }
        >
          Export…
        </button>
      </nav>
    </header>
  )
}

const hasFile = (): boolean => useDocument.getState().token !== null

const StepButtons = () => {
  const canUndo = useDocument(({ history }) => history.past.length > 0)
  const canRedo = useDocument(({ history }) => history.future.length > 0)
  const { undo, redo } = useDocument.getState()
  return (
    <>
      <button type="button" className="quiet" disabled={!canUndo} onClick={undo}>
        Undo
      </button>
      <button type="button" className="quiet" disabled={!canRedo} onClick={redo}>
        Redo
      </button>
    </>
  )
}
