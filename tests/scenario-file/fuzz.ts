import fc from 'fast-check'
import { decodeText } from '../../src/main/documents/read-file'
import { describeFailure } from '../../src/scenario-file/failures'
import { parseScenario } from '../../src/scenario-file/parse'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { scenarios } from '../any-scenario/scenario'
import { type Json, placesIn, replaceAt } from './walk'

/** Damage done to files by chance, for the short tests and the long one. */

/** What became of some bytes: why they were refused, or that they were read. */
export type Outcome = 'read' | string

/** Takes bytes as a file is taken; whatever is said has to be said in words, and what is read kept. */
export function outcomeOf(bytes: Uint8Array): Outcome {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded.failure
  const result = parseScenario(decoded.text)
  if (result.ok) {
    const saved = serializeScenario(result.scenario)
    const again = parseScenario(saved)
    if (!again.ok || serializeScenario(again.scenario) !== saved) throw new Error('not kept')
    return 'read'
  }
  const { summary, details } = describeFailure(result.failure)
  const words = [summary, ...details]
  if (details.length === 0 || details.length > 21) throw new Error(`${details.length} details`)
  if (words.some((line) => line.trim() === '' || /undefined|null|\[object/.test(line)))
    throw new Error(words.join('\n'))
  return result.failure.kind
}

const encoder = new TextEncoder()

/** Bytes put in place of others, somewhere. */
export const damagedBytes = (texts: readonly string[]): fc.Arbitrary<Uint8Array> =>
  fc
    .record({
      bytes: fc.constantFrom(...texts.map((text) => encoder.encode(text))),
      places: fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
          taken: fc.nat(3),
          put: fc.uint8Array({ maxLength: 4 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    })
    .map(({ bytes, places }) =>
      places.reduce((left, { at, taken, put }) => {
        const from = Math.floor(at * left.length)
        const damaged = new Uint8Array(left.length + put.length)
        damaged.set(left.subarray(0, from))
        damaged.set(put, from)
        const rest = left.subarray(from + taken)
        damaged.set(rest, from + put.length)
        return damaged.subarray(0, from + put.length + rest.length)
      }, bytes),
    )

const SOMETHING: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    0,
    -1,
    0.5,
    2,
    1e9,
    1e308,
    '',
    'a',
    'r0',
    [],
    {},
    '\u0000',
    '2023-02-30',
  ),
  fc.double().map((value) => (Number.isFinite(value) ? value : 0)),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json),
)

type Change = 'replace' | 'remove' | 'repeat' | 'swap'

/** Takes a value out of its list or object, or puts it there a second time. */
function withoutOrTwice(file: Json, path: readonly (string | number)[], change: Change): Json {
  const holder = path.slice(0, -1)
  const step = path.at(-1)
  const place = placesIn(file).find((one) => one.path.join('\n') === holder.join('\n'))
  if (!place || step === undefined) return change === 'remove' ? null : [file, file]
  if (Array.isArray(place.value)) {
    const at = Number(step)
    const kept = change === 'remove' ? [] : [place.value[at] as Json, place.value[at] as Json]
    return replaceAt(file, holder, place.value.toSpliced(at, 1, ...kept))
  }
  const fields = Object.entries(place.value as object)
  const left = fields.filter(([key]) => key !== step)
  const added = fields.filter(([key]) => key === step).map(([key, item]) => [`${key}-2`, item])
  return replaceAt(
    file,
    holder,
    Object.fromEntries(change === 'remove' ? left : [...fields, ...added]) as Json,
  )
}

/** A file in which one or a few nodes of its tree are others, gone, there twice or exchanged. */
export const damagedTree = (texts: readonly string[]): fc.Arbitrary<Uint8Array> =>
  fc
    .record({
      text: fc.constantFrom(...texts),
      changes: fc.array(
        fc.record({
          at: fc.nat(),
          other: fc.nat(),
          change: fc.constantFrom<Change>('replace', 'remove', 'repeat', 'swap'),
          put: SOMETHING,
        }),
        { minLength: 1, maxLength: 3 },
      ),
    })
    .map(({ text, changes }) => {
      const damaged = changes.reduce<Json>((file, { at, other, change, put }) => {
        const places = placesIn(file)
        const path = places[at % places.length]?.path ?? []
        if (change === 'replace') return replaceAt(file, path, put)
        if (change === 'swap')
          return replaceAt(file, path, places[other % places.length]?.value ?? null)
        return withoutOrTwice(file, path, change)
      }, JSON.parse(text))
      return encoder.encode(JSON.stringify(damaged))
    })

/** The file of a scenario of any kind, damaged in its bytes or in its tree. */
export const damagedWhole = (share: number): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(scenarios(share), fc.boolean())
    .chain(([scenario, isOfBytes]) =>
      (isOfBytes ? damagedBytes : damagedTree)([serializeScenario(scenario)]),
    )
