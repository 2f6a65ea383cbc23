/** Undo and redo over whole snapshots; a gesture's many steps count as one. */
export interface History<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
  /** The gesture that made the present, while it goes on. */
  readonly gesture: string | undefined
}

const LONGEST_PAST = 500

export const startHistory = <T>(present: T): History<T> => ({
  past: [],
  present,
  future: [],
  gesture: undefined,
})

/** A step forward; steps of one gesture replace each other. */
export function commit<T>(history: History<T>, next: T, gesture?: string): History<T> {
  if (Object.is(next, history.present)) return history
  const continues = gesture !== undefined && gesture === history.gesture
  const past = continues ? history.past : [...history.past, history.present].slice(-LONGEST_PAST)
  return { past, present: next, future: [], gesture }
}

/** Whatever comes next is a step of its own. */
export const endGesture = <T>(history: History<T>): History<T> =>
  history.gesture === undefined ? history : { ...history, gesture: undefined }

export function undo<T>(history: History<T>): History<T> {
  const previous = history.past.at(-1)
  if (previous === undefined) return history
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
    gesture: undefined,
  }
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.present], present: next, future, gesture: undefined }
}
