import type { Case, CrossImpacts } from '../../../src/forecast/scenario'

/** The consistent combinations of a case as state ids, found from the file’s own words alone. */
export function consistentByEnumeration({ drivers, crossImpacts }: Case): string[][] {
  if (!crossImpacts) return []
  const ids = drivers.map(({ id }) => id)
  const all = ids.reduce<string[][]>(
    (begun, id) =>
      begun.flatMap((states) =>
        (crossImpacts.states[id] ?? []).map((state) => [...states, state.id]),
      ),
    [[]],
  )
  return all.filter((world) => ids.every((_, driver) => isBest(crossImpacts, ids, world, driver)))
}

function isBest(
  { states, impacts }: CrossImpacts,
  ids: readonly string[],
  world: readonly string[],
  driver: number,
): boolean {
  const favouring = impacts.filter(
    ({ from, state, to }) => to === ids[driver] && world[ids.indexOf(from)] === state,
  )
  const balance = (state: string | undefined): number =>
    favouring.reduce((sum, { scores }) => sum + (scores[state ?? ''] ?? 0), 0)
  return (states[ids[driver] ?? ''] ?? []).every(({ id }) => balance(id) <= balance(world[driver]))
}
