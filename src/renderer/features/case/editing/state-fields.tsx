import type { CrossImpacts, Driver, DriverState } from '../../../../forecast/scenario'
import { limits } from '../../../../scenario-file/schema'
import { NumberField } from '../../../components/number-field'
import { TextField } from '../../../components/text-field'
import {
  addState,
  labelState,
  leaveOut,
  removeState,
  renameState,
  setStateStart,
  takePart,
  whyNoMoreStates,
  whyStateStays,
} from '../../../state/case-edits/cross-impacts'
import { idProblem } from '../../../state/case-edits/ids'
import { FEWEST_WITH_STATES } from '../../../state/case-edits/room'
import { useDocument } from '../../../state/document-store'
import { focusBeside } from './remove-button'

/** As close as two states are set by hand, in points of intensity. */
const LEAST_RISE = 1

interface StateFieldsProps {
  readonly driver: Driver
  readonly crossImpacts: CrossImpacts
}

/** The states of one driver, or the way to give it some. */
export const StateFields = ({ driver, crossImpacts }: StateFieldsProps) => {
  const { edit } = useDocument.getState()
  const { id, label } = driver
  const states = crossImpacts.states[id]
  const full = whyNoMoreStates(crossImpacts, id)
  return (
    <fieldset className="state-fields">
      <legend>
        <bdi>{label}</bdi>
        {!states && ' takes no part'}
      </legend>
      {states?.map((state, place) => (
        // The id may change under the hand; the place does not.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <StateRow key={place} {...{ driver, states, place, state }} />
      ))}
      <span className="state-tools">
        <button
          type="button"
          className="small"
          aria-label={states ? `Add a state: ${label}` : `Let it take part: ${label}`}
          disabled={full !== undefined}
          title={full}
          onClick={() =>
            edit((scenario) => (states ? addState(scenario, id) : takePart(scenario, id)))
          }
        >
          {states ? 'Add a state' : 'Let it take part'}
        </button>
        {states && <LeaveOutButton {...{ driver, crossImpacts }} />}
      </span>
    </fieldset>
  )
}

const LeaveOutButton = ({ driver, crossImpacts }: StateFieldsProps) => {
  const isNeeded = Object.keys(crossImpacts.states).length <= FEWEST_WITH_STATES
  return (
    <button
      type="button"
      className="quiet"
      aria-label={`Leave it out: ${driver.label}`}
      disabled={isNeeded}
      title={isNeeded ? 'It takes two drivers at least.' : undefined}
      onClick={({ currentTarget }) => {
        focusBeside(currentTarget)
        useDocument.getState().edit((scenario) => leaveOut(scenario, driver.id))
      }}
    >
      Leave it out
    </button>
  )
}

interface StateRowProps {
  readonly driver: Driver
  readonly states: readonly DriverState[]
  readonly place: number
  readonly state: DriverState
}

const StateRow = ({ driver, states, place, state }: StateRowProps) => {
  const { edit } = useDocument.getState()
  const stays = whyStateStays(states)
  return (
    <div className="state-row">
      <TextField
        label="State"
        value={state.label}
        longest={limits.line}
        isRequired
        onCommit={(label) => edit((scenario) => labelState(scenario, driver.id, state.id, label))}
      />
      <TextField
        label="Id"
        value={state.id}
        longest={64}
        isRequired
        findProblem={(text) =>
          idProblem(
            text,
            states.map(({ id }) => id),
          )
        }
        onCommit={(next) => edit((scenario) => renameState(scenario, driver.id, state.id, next))}
      />
      <StartField {...{ driver, states, place, state }} />
      <button
        type="button"
        className="quiet"
        aria-label={`Remove the state ${state.label}: ${driver.label}`}
        disabled={stays !== undefined}
        title={stays}
        onClick={({ currentTarget }) => {
          focusBeside(currentTarget)
          edit((scenario) => removeState(scenario, driver.id, state.id))
        }}
      >
        Remove
      </button>
    </div>
  )
}

const StartField = ({ driver, states, place, state }: StateRowProps) => {
  const points = (each: DriverState | undefined, otherwise: number): number =>
    each ? each.from * 100 : otherwise
  const own = points(state, 0)
  if (place === 0) return <p className="state-first">from 0</p>
  return (
    <NumberField
      label="From, 0 to 100"
      isLabelShown
      value={own}
      least={Math.min(points(states[place - 1], 0) + LEAST_RISE, own)}
      most={Math.max(points(states[place + 1], 100 + LEAST_RISE) - LEAST_RISE, own)}
      onCommit={(next) =>
        useDocument
          .getState()
          .edit((scenario) => setStateStart(scenario, driver.id, state.id, next / 100))
      }
    />
  )
}
