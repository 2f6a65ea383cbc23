import type { ReactNode } from 'react'
import type { Case, Id } from '../../../../forecast/scenario'
import { type Addition, addItem } from '../../../state/case-edits/add'
import type { ItemKind } from '../../../state/case-edits/items'
import { whyNoMore } from '../../../state/case-edits/room'
import { selectScenario, useDocument } from '../../../state/document-store'
import { setView } from '../../../state/view-store'
import { EditableItem } from './editable-item'
import { keyOf } from './item-keys'

interface ItemListProps<T extends { readonly id: Id }> {
  readonly kind: ItemKind
  readonly items: readonly T[]
  readonly up?: 1 | -1
  readonly mark?: (item: T, place: number) => ReactNode
  readonly fields: (item: T) => ReactNode
}

/** The items of a kind, each to be opened. */
export const ItemList = <T extends { readonly id: Id }>(props: ItemListProps<T>) => {
  const { kind, items, up = -1, mark, fields } = props
  return (
    <ol className="case-editable-list">
      {items.map((item, place) => (
        <EditableItem
          key={keyOf(kind, item.id)}
          kind={kind}
          id={item.id}
          up={up}
          mark={mark?.(item, place)}
        >
          {() => fields(item)}
        </EditableItem>
      ))}
    </ol>
  )
}

/** Puts a new item in, and leads to it. */
export function putIn(kind: ItemKind, addition: Addition | undefined): void {
  if (!addition) return
  useDocument.getState().edit(() => addition.scenario)
  setView({ spot: { kind, id: addition.id } })
}

interface AddButtonProps {
  readonly kind: Exclude<ItemKind, 'transition'>
  readonly conflictCase: Case
  readonly children: ReactNode
}

/** Adds an item of a kind; says why where there is no room for one. */
export const AddButton = ({ kind, conflictCase, children }: AddButtonProps) => {
  const full = whyNoMore(conflictCase, kind)
  return (
    <button
      type="button"
      className="small"
      disabled={full !== undefined}
      title={full}
      onClick={() => putIn(kind, addItem(selectScenario(useDocument.getState()), kind))}
    >
      {children}
    </button>
  )
}
