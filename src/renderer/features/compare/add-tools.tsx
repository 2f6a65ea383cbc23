import { useId, useMemo } from 'react'
import type { Scenario } from '../../../forecast/scenario'
import { serializeScenario } from '../../../scenario-file/serialize'
import { leaveOut, takeIn, useCompare } from '../../state/compare-store'
import { selectIsEdited, useDocument } from '../../state/document-store'
import { type BundledEntry, byCase, useBundled } from '../document/bundled-list'
import { BUNDLED, takeInFile, takeInSaved } from './compare-actions'

/** The ways to put another scenario beside the document. */
export const AddTools = ({ isFull }: { readonly isFull: boolean }) => {
  const isEdited = useDocument(selectIsEdited)
  const hasFile = useDocument(({ token }) => token !== null)
  return (
    <div className="compare-tools">
      <BundledMenu isFull={isFull} />
      <button type="button" disabled={isFull} onClick={() => void takeInFile()}>
        Add a file…
      </button>
      {isEdited && (
        <button type="button" disabled={isFull} onClick={takeInSaved}>
          {hasFile ? 'Add this one as last saved' : 'Add this one as opened'}
        </button>
      )}
      {isFull && <span className="hint">Six at most; remove one to add another.</span>}
    </div>
  )
}

const BundledMenu = ({ isFull }: { readonly isFull: boolean }) => {
  const id = useId()
  const bundled = useBundled()
  const groups = useMemo(() => [...byCase(bundled ?? [])], [bundled])
  return (
    <>
      <button type="button" className="menu-button" popoverTarget={id}>
        Add a bundled one
        <span className="chevron" aria-hidden="true" />
      </button>
      <div id={id} popover="auto" className="popover compare-menu">
        {groups.map(([caseTitle, entries]) => (
          <fieldset key={caseTitle} className="check-list">
            <legend>{caseTitle}</legend>
            {entries.map((entry) => (
              <BundledChoice key={entry.name} entry={entry} isFull={isFull} />
            ))}
          </fieldset>
        ))}
      </div>
    </>
  )
}

interface BundledChoiceProps {
  readonly entry: BundledEntry
  readonly isFull: boolean
}

const BundledChoice = ({ entry: { scenario }, isFull }: BundledChoiceProps) => {
  const there = useEntryOf(scenario)
  return (
    <label title={scenario.summary}>
      <input
        type="checkbox"
        checked={there !== undefined}
        disabled={isFull && there === undefined}
        onChange={() => (there === undefined ? takeIn(scenario, BUNDLED) : leaveOut(there))}
      />
      {scenario.title}
    </label>
  )
}

/** The key under which a scenario is there already. */
function useEntryOf(scenario: Scenario): string | undefined {
  const written = useMemo(() => serializeScenario(scenario), [scenario])
  return useCompare(({ entries }) => entries.find((entry) => entry.written === written)?.key)
}
