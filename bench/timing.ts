const REPEATS = 21

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Milliseconds of the middle one of so many goes. */
export function time(work: (repeat: number) => void, repeats = REPEATS): number {
  const times = Array.from({ length: repeats }, (_, repeat) => {
    const begun = performance.now()
    work(repeat)
    return performance.now() - begun
  })
  return median(times)
}
