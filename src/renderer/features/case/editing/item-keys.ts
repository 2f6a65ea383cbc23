import type { Id } from '../../../../forecast/scenario'
import type { ItemKind } from '../../../state/case-edits/items'

/**
 * What tells React that an item is the same after its id has changed, so that the
 * fields around the hand stay where they are. No two ids ever share a key.
 */
const keys = new Map<string, string>()

let used = 0

const nameOf = (kind: ItemKind, id: Id): string => `${kind} ${id}`

export const keyOf = (kind: ItemKind, id: Id): string =>
  keys.get(nameOf(kind, id)) ?? nameOf(kind, id)

/** An item goes by another id from now on; its old id is free for a new item. */
export function carryKey(kind: ItemKind, from: Id, to: Id): void {
  keys.set(nameOf(kind, to), keyOf(kind, from))
  keys.set(nameOf(kind, from), `${nameOf(kind, from)}, freed ${++used}`)
}
