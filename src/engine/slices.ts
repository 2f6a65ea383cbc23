/** Work between two looks at whether a run is still wanted; short against a frame. */
export const SLICE_MS = 4
/** Draws between two looks at the clock: a block. */
export const SLICE_DRAWS = 256

/** The thread that work is done on. */
export interface Host {
  now(): number
  /** Goes on with the work once waiting events have had their turn. */
  defer(work: () => void): void
  /** Goes on with the work after so many milliseconds. */
  rest(work: () => void, ms: number): void
}
