/** Digits that a derived table keeps: more than the record is worth, few enough to read. */
const DIGITS = 6

const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object'

const textOf = (value: unknown): string =>
  typeof value === 'number'
    ? JSON.stringify(Number(value.toPrecision(DIGITS)))
    : JSON.stringify(value)

/** Objects within an object on a line of its own stay on that line. */
function onOneLine(value: object): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return `{ ${fields.map(([name, field]) => `${JSON.stringify(name)}: ${inline(field)}`).join(', ')} }`
}

const inline = (value: unknown): string =>
  isPlain(value) ? textOf(value) : onOneLine(value as object)

const isRow = (value: object): boolean =>
  Object.values(value).every(
    (field) => isPlain(field) || Object.values(field as object).every(isPlain),
  )

/**
 * A derived table as text: the same value gives the same text, numbers to six digits,
 * and each row of a list on one line, so that a change shows as the rows that changed.
 */
export function derivedJson(value: unknown, indent = ''): string {
  if (isPlain(value)) return textOf(value)
  const further = `${indent}  `
  const nested = (field: unknown): string =>
    !isPlain(field) && isRow(field as object) && !Array.isArray(field)
      ? onOneLine(field as object)
      : derivedJson(field, further)
  if (Array.isArray(value)) {
    if (value.every(isPlain)) return onOneLine(value)
    return `[\n${value.map((each) => further + nested(each)).join(',\n')}\n${indent}]`
  }
  const fields = Object.entries(value as object).filter(([, field]) => field !== undefined)
  const lines = fields.map(([name, field]) => `${further}${JSON.stringify(name)}: ${nested(field)}`)
  return `{\n${lines.join(',\n')}\n${indent}}`
}
