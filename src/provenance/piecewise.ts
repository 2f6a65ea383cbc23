/** In characters; a replacement works with a list of all that it finds, which takes a hundred bytes each. */
const PIECE = 65_536

/**
 * A text with every match of a pattern replaced, in memory that grows with the text alone: of
 * a text that is nothing but matches the engine’s own replacement takes gigabytes.
 *
 * @param opens with which each match of more than one character begins, and nothing else in it
 * @param longest of a match, in characters
 */
export function replacePiecewise(
  text: string,
  pattern: RegExp,
  replace: (match: string, ...groups: (string | undefined)[]) => string,
  { opens, longest }: { readonly opens: string; readonly longest: number } = ONE_CHARACTER,
): string {
  const parts: string[] = []
  for (let at = 0; at < text.length; ) {
    const most = Math.min(at + PIECE, text.length)
    // What may go on behind the piece is left to the next one.
    const cut = most === text.length ? -1 : text.slice(most - longest, most).lastIndexOf(opens)
    const end = cut < 0 ? most : most - longest + cut
    parts.push(text.slice(at, end).replace(pattern, replace))
    at = end
  }
  return parts.join('')
}

const ONE_CHARACTER = { opens: '\0', longest: 0 }
