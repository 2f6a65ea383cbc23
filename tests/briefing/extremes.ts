import type { Judged, Scenario } from '../../src/forecast/scenario'

const LONG =
  'A title that goes on and on, <b>with markup</b> & “quotes”, שלום עולם, 🕊️ and 𝔐𝔞𝔱𝔥, as nobody should write one but somebody will '
const long = (characters: number, start = ''): string =>
  `${start}${LONG.repeat(20)}`.slice(0, characters).toWellFormed()

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index))

const judged = (mode: number): Judged => ({
  low: Math.max(mode - 0.1, 0),
  mode,
  high: Math.min(mode + 0.1, 1),
})

const WORDS = ['almost no chance', 'unlikely', 'roughly even chance', 'very likely']

/** As much of everything as a document has to bear: 12 rungs, 30 drivers, 24 claims, titles of 500 characters. */
export function extremeScenario(months = 120): Scenario {
  const ladder = times(12, (rung) => ({
    id: `rung-${rung}`,
    label: rung === 5 ? long(500, 'Rung 5 ') : `Rung ${rung}, some way up the ladder`,
    description: long(400),
    severity: (100 * rung) / 11,
  }))
  const between = (from: number, to: number, rate: number) => ({
    id: `rung-${from}>rung-${to}`,
    from: `rung-${from}`,
    to: `rung-${to}`,
    prior: { events: 2, months: 2 / rate },
    basis: 'test',
  })
  return {
    title: long(500, 'An extreme. '),
    summary: long(2000),
    case: {
      id: 'extreme',
      title: long(500, 'A case. '),
      asOf: '2024-11-30',
      source: {
        title: long(500, 'A source. '),
        publisher: long(500, 'A publisher. '),
        published: '2024-11-01',
        url: 'https://example.org/?a=1&b=<2>',
      },
      ladder,
      transitions: times(11, (rung) => [
        between(rung, rung + 1, 0.25),
        between(rung + 1, rung, 0.2),
      ]).flat(),
      drivers: times(30, (driver) => ({
        id: `driver-${driver}`,
        label: driver % 3 === 0 ? long(500, `Driver ${driver} `) : `Driver ${driver}`,
        description: '',
        role: driver % 2 === 0 ? 'escalates' : 'restrains',
        reference: 0.5,
        multiplier: { low: 1.1, mode: 1.2, high: 1.4 },
      })),
      responses: times(24, (response) => ({
        id: `response-${response}`,
        label: `Response ${response}`,
        description: '',
        drivers: [],
        rate: 0.01,
        basis: 'test',
      })),
      evidence: times(60, (item) => ({
        id: `item-${item}`,
        date: `20${String(10 + (item % 14))}-0${1 + (item % 9)}`,
        summary: item % 5 === 0 ? long(1500) : `Item ${item} of the evidence.`,
        locator: `page ${item}`,
        bearsOn: [`driver-${item % 30}`],
      })),
      conclusion: times(24, (claim) => ({
        id: `claim-${claim}`,
        statement: claim % 2 === 0 ? long(500, `Claim ${claim}. `) : `Claim ${claim} is made.`,
        locator: 'page 1',
        wording: WORDS[claim % 4] ?? 'unlikely',
        event: { kind: 'reach', rung: `rung-${1 + (claim % 11)}` },
      })),
    },
    judgment: {
      start: { 'rung-2': 1 },
      horizonMonths: months,
      drivers: Object.fromEntries(
        times(30, (driver) => [
          `driver-${driver}`,
          {
            intensity: judged(0.3 + 0.02 * driver),
            note: driver % 4 === 0 ? long(900) : 'A note.',
            ...(driver % 5 === 0
              ? { shocks: [{ month: 3, change: 0.2, lasts: 2, label: long(500) }] }
              : {}),
          },
        ]),
      ),
      disputed: ['item-3', 'item-5'],
      yardstick: 'icd-203',
    },
    run: { draws: 256, seed: 1 },
  }
}
