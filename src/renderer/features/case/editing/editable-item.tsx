import { type MouseEvent, type ReactNode, useId, useState } from 'react'
import type { Id } from '../../../../forecast/scenario'
import { type ItemKind, itemsOf, moveItem } from '../../../state/case-edits/items'
import { nameItem } from '../../../state/case-edits/names'
import { whyItStays } from '../../../state/case-edits/room'
import { selectScenario, useDocument } from '../../../state/document-store'
import { type Spot, useView } from '../../../state/view-store'
import { spotProps } from '../places'
import { RemoveButton } from './remove-button'

interface EditableItemProps {
  readonly kind: ItemKind
  readonly id: Id
  /** Which way in the list is up on the screen: the ladder is shown from its top. */
  readonly up: 1 | -1
  readonly mark?: ReactNode
  readonly children: () => ReactNode
}

/** One item of the case by its name, to move, to take out, and to open for all its fields. */
export const EditableItem = ({ kind, id, up, mark, children }: EditableItemProps) => {
  const { case: conflictCase } = useDocument(selectScenario)
  const spot = useView((view) => (isAt(view.spot, kind, id) ? view.spot : undefined))
  const [isOpen, setOpen] = useOpenedBy(spot)
  const fieldsId = useId()
  const name = nameItem(conflictCase, kind, id)
  return (
    <li className="case-editable" {...spotProps(spot, kind, id)}>
      <div className="case-editable-head">
        {mark}
        <button
          type="button"
          className="case-editable-name"
          aria-expanded={isOpen}
          aria-controls={fieldsId}
          onClick={() => setOpen(!isOpen)}
        >
          <bdi>{name}</bdi>
          <span className="chevron" aria-hidden="true" />
        </button>
        <span className="case-editable-tools">
          <MoveButtons kind={kind} id={id} name={name} up={up} />
          <RemoveButton kind={kind} id={id} name={name} stays={whyItStays(conflictCase, kind)} />
        </span>
      </div>
      <div id={fieldsId} className="case-fields" hidden={!isOpen}>
        {isOpen && children()}
      </div>
    </li>
  )
}

const isAt = (spot: Spot | undefined, kind: ItemKind, id: Id): boolean =>
  spot?.kind === kind && spot.id === id

/** Open or not by hand, and opened anew by each link that leads here. */
function useOpenedBy(spot: Spot | undefined): [boolean, (isOpen: boolean) => void] {
  const [state, setState] = useState({ isOpen: spot !== undefined, spot })
  if (state.spot !== spot) setState({ isOpen: state.isOpen || spot !== undefined, spot })
  return [state.isOpen, (isOpen) => setState({ isOpen, spot })]
}

interface MoveButtonsProps {
  readonly kind: ItemKind
  readonly id: Id
  readonly name: string
  readonly up: 1 | -1
}

const MoveButtons = ({ kind, id, name, up }: MoveButtonsProps) => {
  const { case: conflictCase } = useDocument(selectScenario)
  const items = itemsOf(conflictCase, kind)
  const last = items.length - 1
  const place = items.findIndex((item) => item.id === id)
  const move = (step: 1 | -1) => (event: MouseEvent<HTMLButtonElement>) => {
    useDocument.getState().edit((scenario) => moveItem(scenario, kind, id, step))
    holdFocus(event.currentTarget)
  }
  const button = (label: string, sign: string, step: 1 | -1) => (
    <button
      type="button"
      className="quiet"
      aria-label={`${label}: ${name}`}
      title={label}
      disabled={place === (step === 1 ? last : 0)}
      onClick={move(step)}
    >
      {sign}
    </button>
  )
  return (
    <>
      {button('Move up', '↑', up)}
      {button('Move down', '↓', up === 1 ? -1 : 1)}
    </>
  )
}

/** A button moved with its item loses the focus, and one at the end of the list cannot have it. */
function holdFocus(button: HTMLButtonElement): void {
  requestAnimationFrame(() => {
    const other = button.parentElement?.querySelector<HTMLButtonElement>('button:enabled')
    const target = button.disabled ? other : button
    target?.focus()
  })
}
