import type { Forecast } from './forecast'

/** A standard error in points of per cent, with the digits it deserves. */
export const sayStandardError = (error: number): string =>
  Number.isNaN(error) ? 'not known' : `${(error * 100).toFixed(error < 0.001 ? 3 : 2)}\u202f%`

/** The largest numerical error of the conclusion and the rungs at the horizon, in points of per cent. */
export function sayLargestError({
  conclusion,
  rungs,
}: Pick<Forecast, 'conclusion' | 'rungs'>): string {
  const errors = [...conclusion, ...rungs].map(({ standardError }) => standardError.at(-1))
  if (errors.some((error) => error === undefined || Number.isNaN(error))) {
    return 'not known from a single draw'
  }
  const largest = errors.reduce<number>((most, error) => Math.max(most, error ?? 0), 0)
  return `± ${(largest * 100).toFixed(2)} %`
}
