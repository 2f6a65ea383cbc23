import { sayDate } from '../../../forecast/calendar'
import {
  selectIsEdited,
  selectIsUnsaved,
  selectScenario,
  useDocument,
} from '../../state/document-store'
import { setView, useView } from '../../state/view-store'
import { save } from '../document/saving'
import { ScreenTabs } from '../screens/screen-tabs'
import { YardstickMenu } from './yardstick-menu'

/** What is open, and what can be done with it. */
export const AppHeader = () => {
  const { title, case: conflictCase } = useDocument(selectScenario)
  const isEdited = useDocument(selectIsEdited)
  const isUnsaved = useDocument(selectIsUnsaved)
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
        <span className="document-case">
          <bdi>{conflictCase.title}</bdi>, as of {sayDate(conflictCase.asOf)}
        </span>
        {isEdited && <span data-testid="edited"> · edited</span>}
      </p>
      <ScreenTabs />
      <nav className="header-tools" aria-label="Document">
        <StepButtons />
        <button type="button" onClick={() => setView({ dialog: 'scenarios' })}>
          Scenarios…
        </button>
        <button
          type="button"
          data-tour="save"
          onClick={() => void save(false)}
          disabled={!isUnsaved && hasFile()}
        >
          Save
        </button>
        <YardstickMenu />
        <button
          type="button"
          data-tour="export"
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
      <button type="button" className="quiet step" disabled={!canUndo} onClick={undo} title="Undo">
        <span className="sr-only">Undo</span>
        <StepArrow />
      </button>
      <button
        type="button"
        className="quiet step step-forward"
        disabled={!canRedo}
        onClick={redo}
        title="Redo"
      >
        <span className="sr-only">Redo</span>
        <StepArrow />
      </button>
    </>
  )
}

const StepArrow = () => (
  <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    <path
      d="M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H7"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
