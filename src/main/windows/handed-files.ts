/** Files that the system or a second launch hands over; undefined for a launch without one. */
export interface HandedFiles {
  give(path: string | undefined): void
  /** Answers those that have waited; from here on each goes to the taker at once. */
  take(taker: (path: string | undefined) => void): readonly string[]
}

/** Holds what comes before there is a window to take it. */
export function createHandedFiles(first: string | undefined): HandedFiles {
  const waiting = first === undefined ? [] : [first]
  let taker: ((path: string | undefined) => void) | undefined
  return {
    give: (path) => {
      if (taker) taker(path)
      else if (path !== undefined) waiting.push(path)
    },
    take: (next) => {
      taker = next
      return waiting
    },
  }
}
