/** Capitals take about a third more room. */
const OF_CAPITALS = 0.72

/** A text of at most so many characters, fewer where most are capitals, with a mark where it goes on. */
export function shorten(text: string, most: number): string {
  const start = text.slice(0, most)
  const capitals = start.match(/\p{Lu}/gu)?.length ?? 0
  const room = 2 * capitals > start.length ? Math.floor(most * OF_CAPITALS) : most
  return text.length > room ? `${text.slice(0, room - 1).trimEnd()}…` : text
}
