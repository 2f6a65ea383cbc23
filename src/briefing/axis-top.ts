const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25]

/** Where an axis of probability ends, above all values, and by which steps it is marked. */
export function axisTop(values: readonly number[]): {
  readonly value: number
  readonly step: number
} {
  const largest = Math.max(0, ...values.filter(Number.isFinite))
  const step = STEPS.find((each) => largest / each <= 5) ?? 0.25
  return { value: Math.min(Math.max(Math.ceil(largest / step + 1e-9), 1) * step, 1), step }
}
