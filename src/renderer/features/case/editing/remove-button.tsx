import { useState } from 'react'
import { isolated } from '../../../../forecast/isolated'
import type { Id } from '../../../../forecast/scenario'
import { Dialog } from '../../../components/dialog'
import type { ItemKind } from '../../../state/case-edits/items'
import { groupLosses, type Loss } from '../../../state/case-edits/losses'
import { removeItem } from '../../../state/case-edits/remove'
import { selectScenario, useDocument } from '../../../state/document-store'

interface RemoveButtonProps {
  readonly kind: ItemKind
  readonly id: Id
  readonly name: string
  /** Why the item cannot go; undefined where it can. */
  readonly stays: string | undefined
}

/** Takes an item out: at once where nothing refers to it, otherwise after naming what does. */
export const RemoveButton = ({ kind, id, name, stays }: RemoveButtonProps) => {
  const [losses, setLosses] = useState<readonly Loss[]>()
  const remove = (): void => {
    focusBeside(document.activeElement)
    useDocument.getState().edit((scenario) => removeItem(scenario, kind, id).scenario)
  }
  const ask = (): void => {
    const found = removeItem(selectScenario(useDocument.getState()), kind, id).losses
    if (found.length === 0) remove()
    else setLosses(found)
  }
  return (
    <>
      <button
        type="button"
        className="quiet"
        aria-label={`Remove: ${name}`}
        disabled={stays !== undefined}
        title={stays}
        onClick={ask}
      >
        Remove
      </button>
      {losses && (
        <RemovalDialog
          {...{ name, losses }}
          onClose={() => setLosses(undefined)}
          onRemove={remove}
        />
      )}
    </>
  )
}

/** The item takes the focus along; the title of its part is the nearest that stays. */
export function focusBeside(element: Element | null): void {
  const title = element?.closest('.case-section')?.querySelector<HTMLElement>('h2')
  requestAnimationFrame(() => title?.focus())
}

interface RemovalDialogProps {
  readonly name: string
  readonly losses: readonly Loss[]
  readonly onClose: () => void
  readonly onRemove: () => void
}

const RemovalDialog = ({ name, losses, onClose, onRemove }: RemovalDialogProps) => (
  <Dialog title={`Remove “${isolated(name)}”?`} onClose={onClose}>
    <div className="case-losses">
      <p>Also goes:</p>
      <ul>
        {groupLosses(losses).map(({ heading, names }) => (
          <li key={heading}>
            {heading}
            <ul>
              {[...new Set(names)].map((each) => (
                <li key={each}>
                  <bdi>{each}</bdi>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
    <div className="dialog-actions dialog-actions-end">
      <button type="button" onClick={onClose}>
        Keep it
      </button>
      <button type="button" className="primary" onClick={onRemove}>
        Remove
      </button>
    </div>
  </Dialog>
)
