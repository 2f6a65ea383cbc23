// Escapes that move a terminal's cursor, line breaks, and marks that turn text around.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

/**
 * One line of a text that came from a file, for a place that obeys control characters:
 * a terminal, a title bar, a menu. What would be obeyed shows as a sign in its stead.
 */
export const visibleText = (text: string): string => text.replace(INVISIBLE, '\ufffd')
