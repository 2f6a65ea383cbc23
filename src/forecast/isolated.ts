/** Letters written from right to left, and marks that turn the direction of what follows. */
const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/

const [OPEN, CLOSE] = ['\u2068', '\u2069']

/**
 * A text of the analyst's to stand inside a sentence: one that turns the direction of
 * writing does so for itself alone (Unicode's isolates). Others stay as they are.
 */
export const isolated = (text: string): string =>
  TURNS.test(text) ? OPEN + balanced(text) + CLOSE : text

/** Closes the isolates that a text leaves open, and leaves out the ends of those it never opened. */
export function balanced(text: string): string {
  let depth = 0
  let kept = ''
  for (const mark of text) {
    if (/[\u2066-\u2068]/.test(mark)) depth++
    else if (mark === CLOSE) {
      if (depth === 0) continue
      depth--
    }
    kept += mark
  }
  return kept + CLOSE.repeat(depth)
}
