// Controls but line end and tab, and the two code points that are no characters: XML has no way to write them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g

/** A text as every document can hold it: whole characters, no controls, one kind of line end. */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNPRINTABLE, '')
    .toWellFormed()

/** The same of every text within plain data. */
export function printableData<Data>(data: Data): Data {
  const mapped = (value: unknown): unknown => {
    if (typeof value === 'string') return printable(value)
    if (Array.isArray(value)) return value.map(mapped)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, mapped(own)]))
  }
  return mapped(data) as Data
}
