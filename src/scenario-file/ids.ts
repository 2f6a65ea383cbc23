import type { Problem } from './failures'

type Named = readonly { readonly id: string }[]

export const idsOf = (items: Named): ReadonlySet<string> => new Set(items.map(({ id }) => id))

/** One problem for each of the names that is not known. */
export const unknown = (
  names: readonly string[],
  known: ReadonlySet<string>,
  place: (index: number) => string,
  what: string,
): Problem[] =>
  names.flatMap((name, index) =>
    known.has(name) ? [] : [{ path: place(index), expected: `the id of ${what}, found "${name}"` }],
  )

/** One problem for each item whose id an earlier one has. */
export function repeated(items: Named, place: (index: number) => string): Problem[] {
  const seen = new Set<string>()
  return items.flatMap(({ id }, index) => {
    const isNew = !seen.has(id)
    seen.add(id)
    return isNew ? [] : [{ path: place(index), expected: `an id of its own, found "${id}" again` }]
  })
}
