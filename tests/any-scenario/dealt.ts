import fc from 'fast-check'

/**
 * A few values of each kind, drawn by chance and dealt out in turn. A scenario takes thousands
 * of them; drawing each by itself would take a hundred times as long.
 */

const double = (min: number, max: number) =>
  // A zero below zero is none of a scenario's numbers.
  fc.double({ min, max, noNaN: true }).map((value) => value + 0)

const SIGNS = [
  'a\u202eb\u2066',
  '\u2069\u200f\u061c',
  'ایران, שלום',
  '👩‍👩‍👧‍👦 𝔐 \u{10ffff}',
  '\ufeff\ufffe\uffff\u2028\u2029',
  '=1+1',
  '\\u0000 \\ud800 \\" \' `',
  '<script>]]>&lt;',
  '__proto__',
  ' ',
  'é e\u0301 ﷽',
  'x'.repeat(480),
]

/** Any characters that are whole and no controls; Unicode's own classes say which. */
const characters = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ unit: 'binary', maxLength }),
      fc.string({ unit: 'grapheme', maxLength }),
      fc.constantFrom(...SIGNS),
    )
    .map((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, ''))

const line = characters(30).map((text) => text || '-')

const text = fc.oneof(
  { weight: 20, arbitrary: characters(60) },
  {
    weight: 10,
    arbitrary: fc.tuple(characters(20), characters(20)).map((parts) => parts.join('\t\r\n\n')),
  },
  { weight: 1, arbitrary: characters(60).map((some) => `${some}🌍 `.repeat(400).slice(0, 19_999)) },
)

// So many of each that no two kinds keep step with one another.
const many = <T>(value: fc.Arbitrary<T>, length: number) =>
  fc.array(value, { minLength: length, maxLength: length })

const drawn = fc.record({
  picks: many(fc.nat(), 97),
  shares: many(double(0, 1), 31),
  signed: many(double(-1, 1), 13),
  multiples: many(double(1, 100), 17),
  rates: many(double(0, 1e6), 11),
  amounts: many(double(5e-324, 1e9), 19),
  lines: many(line, 7),
  texts: many(text, 5),
})

/** One value after another, each kind from its beginning when it is at its end. */
export interface Dealer {
  /** A whole number below this one. */
  readonly below: (count: number) => number
  readonly chance: (share: number) => boolean
  readonly oneOf: <T>(items: readonly [T, ...T[]] | readonly T[]) => T
  /** 0 to 1. */
  readonly share: () => number
  /** −1 to 1. */
  readonly signed: () => number
  /** 1 to 100. */
  readonly multiple: () => number
  /** 0 to a million. */
  readonly rate: () => number
  /** Above 0, to 10⁹. */
  readonly amount: () => number
  readonly line: () => string
  readonly text: () => string
}

const inTurn = <T>(values: readonly T[]): (() => T) => {
  let at = 0
  return () => values[at++ % values.length] as T
}

export const dealers: fc.Arbitrary<Dealer> = drawn.map((values) => {
  const pick = inTurn(values.picks)
  let dealt = 0
  // The same picks mean something else the second time round.
  const below = (count: number): number => (pick() + dealt++) % count
  return {
    below,
    chance: (share) => below(1000) < share * 1000,
    oneOf: <T>(items: readonly T[]): T => items[below(items.length)] as T,
    share: inTurn(values.shares),
    signed: inTurn(values.signed),
    multiple: inTurn(values.multiples),
    rate: inTurn(values.rates),
    amount: inTurn(values.amounts),
    line: inTurn(values.lines),
    text: inTurn(values.texts),
  }
})
