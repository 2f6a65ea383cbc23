/** The rectangle that a chart's axes span, in pixels. */
export interface Plot {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where a month and a share of 1 come to stand in a plot that ends at `top`; what is above it is cut off. */
export function placeIn(plot: Plot, horizon: number, top: number) {
  const round = (pixels: number): number => Math.round(pixels * 100) / 100
  return {
    x: (month: number): number => round(plot.x + (month / horizon) * plot.width),
    y: (share: number): number =>
      round(plot.y + (1 - Math.min(Math.max(share, 0), top) / top) * plot.height),
  }
}

type Place = ReturnType<typeof placeIn>

/** A line through one share a month. */
export const linePath = (shares: readonly number[], { x, y }: Place): string =>
  shares.map((share, month) => `${month === 0 ? 'M' : 'L'}${x(month)},${y(share)}`).join('')

/** The area between two lines. */
export function bandPath(lower: readonly number[], upper: readonly number[], place: Place): string {
  const back = lower.map((share, month) => `L${place.x(month)},${place.y(share)}`).reverse()
  return `${linePath(upper, place)}${back.join('')}Z`
}
