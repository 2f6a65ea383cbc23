import { z } from 'zod'

/**
 * zod gathers what is wrong with every entry before it looks at how many there are, and has
 * no room for hundreds of thousands of faults. So here the count is looked at first.
 */

/** A list of so many items; of a longer one only the length is told. */
export const listOf = <T extends z.ZodType>(item: T, least: number, most: number) =>
  z.preprocess((value, { issues }) => {
    if (!Array.isArray(value) || value.length <= most) return value
    issues.push({ code: 'too_big', origin: 'array', maximum: most, inclusive: true, input: value })
    return z.NEVER
  }, z.array(item).min(least).max(most))

/** A list of names, at most so many, read as far as the first that is none. */
export const namesOf = <T extends z.ZodString>(name: T, most: number) =>
  z.preprocess(
    (value) => {
      if (!Array.isArray(value) || value.length > most) return value
      const stranger = value.findIndex((item) => !name.safeParse(item).success)
      return stranger < 0 ? value : value.slice(0, stranger + 1)
    },
    listOf(name, 0, most),
  )

/** Entries by name, at most so many; of more only their number is told. */
export const recordOf = <T extends z.ZodType>(name: z.ZodString, entry: T, most: number) =>
  z.preprocess(
    (value, { issues }) => {
      if (typeof value !== 'object' || value === null) return value
      if (Object.keys(value).length <= most) return value
      issues.push({ code: 'custom', message: `at most ${most} entries`, input: value })
      return z.NEVER
    },
    z.record(name, entry).meta({ maxProperties: most }),
  )
