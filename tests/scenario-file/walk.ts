/** The places of a JSON value, for tests that put something at every one of them. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export interface Place {
  readonly path: readonly (string | number)[]
  readonly value: Json
}

/** Every value in a value, itself first. */
export function placesIn(value: Json, path: Place['path'] = []): Place[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }]
  const inside = Array.isArray(value)
    ? value.flatMap((item, index) => placesIn(item, [...path, index]))
    : Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]))
  return [{ path, value }, ...inside]
}

export const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A copy with another value in one place. */
export function replaceAt(value: Json, [step, ...rest]: Place['path'], put: Json): Json {
  if (step === undefined) return put
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? replaceAt(item, rest, put) : item))
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    key === step ? replaceAt(item, rest, put) : item,
  ])
  return Object.fromEntries(entries)
}
