import type { Judged, Scenario } from '../../src/forecast/scenario'

/** As much of everything as a scenario file may hold, written in words of one kind. */

/** How a full case is written: its words come again and again, to any length. */
export interface Writing {
  readonly name: string
  readonly words: string
}

export const WRITINGS: readonly Writing[] = [
  {
    name: 'plain words',
    words: 'The river forces hold their line and wait for news of the talks. ',
  },
  { name: 'one word without an end', words: 'Wmöglichkeitsraumerweiterungsgesetzgebung' },
  { name: 'right to left', words: 'الخطوة التالية على الحدود، שלום עולם ' },
  { name: 'emoji', words: '🕊️ and 👩‍👩‍👧‍👦 at the 🏔️ ' },
  { name: 'capitals', words: 'THE GOVERNMENT AND THE COMMANDERS OF THE NORTH WOULD MOBILIZE ' },
]

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index))

const judged = (mode: number): Judged => ({
  low: Math.max(mode - 0.1, 0),
  mode,
  high: Math.min(mode + 0.1, 1),
})

const WORDINGS = ['almost no chance', 'unlikely', 'roughly even chance', 'very likely']

interface Much {
  /** Characters of every label and statement; texts have four times as many. */
  readonly line: number
  readonly claims: number
  readonly drivers: number
  readonly evidence: number
}

export const FULL: Much = { line: 500, claims: 50, drivers: 30, evidence: 2000 }

/** 12 rungs and 24 responses, and so many of what else there is. */
export function fullCase({ words }: Writing, { line, claims, drivers, evidence }: Much): Scenario {
  const label = (start: string, most = line): string =>
    `${start} ${words.repeat(Math.ceil(most / words.length))}`
      .slice(0, Math.max(most, start.length))
      .toWellFormed()
      .replaceAll('\ufffd', '')
      .trim()
  const driverId = (driver: number): string => `driver-${driver % drivers}`
  const between = (from: number, to: number) => ({
    id: `rung-${from}>rung-${to}`,
    ...{ from: `rung-${from}`, to: `rung-${to}`, prior: { events: 2, months: 8 }, basis: 'test' },
  })
  return {
    title: label('A full case.'),
    summary: label('All there is.', 4 * line),
    case: {
      id: 'full',
      title: label('Full.'),
      asOf: '2024-11-30',
      source: {
        title: label('Its source.'),
        ...{ publisher: label('Its publisher.'), published: '2024-11-01' },
      },
      ladder: times(12, (rung) => ({
        ...{ id: `rung-${rung}`, label: label(`Rung ${rung}`) },
        ...{ description: '', severity: (100 * rung) / 11 },
      })),
      transitions: times(11, (rung) => [between(rung, rung + 1), between(rung + 1, rung)]).flat(),
      drivers: times(drivers, (driver) => ({
        ...{ id: `driver-${driver}`, label: label(`Driver-${driver}`), description: '' },
        role: driver % 2 === 0 ? 'escalates' : 'restrains',
        ...{ reference: 0.5, multiplier: { low: 1.1, mode: 1.2, high: 1.4 } },
      })),
      responses: times(24, (response) => ({
        ...{ id: `response-${response}`, label: label(`Response ${response}`), description: '' },
        ...{ drivers: [], rate: 0.01, basis: 'test' },
      })),
      evidence: times(evidence, (item) => ({
        id: `item-${item}`,
        date: `${2000 + (item % 24)}-0${1 + (item % 9)}`,
        summary: label(`Item-${item}`, item % 3 === 0 ? 4 * line : line / 4),
        locator: label('page 1'),
        bearsOn: [driverId(item), driverId(item + 1)].filter(
          (id, at, all) => all.indexOf(id) === at,
        ),
        ...(item % 250 === 7 ? { counts: 'rung-1>rung-2' } : {}),
      })),
      conclusion: times(claims, (claim) => ({
        ...{ id: `claim-${claim}`, statement: label(`Claim-${claim}`), locator: 'page 1' },
        wording: claim % 5 === 0 ? label('perhaps') : (WORDINGS[claim % 4] ?? 'unlikely'),
        ...(claim % 5 === 0 ? { range: [0.2, 0.4] as const } : {}),
        event: { kind: 'reach', rung: `rung-${1 + (claim % 11)}` },
      })),
    },
    judgment: {
      start: { 'rung-2': 1 },
      horizonMonths: 24,
      drivers: Object.fromEntries(
        times(drivers, (driver) => [
          `driver-${driver}`,
          {
            intensity: judged(driver % 3 === 0 ? 0.5 : 0.2 + (driver * 0.8) / drivers),
            note: label('Why:', 2 * line),
            shocks: [{ month: 3, change: 0.1, lasts: 2, label: label('A shock') }],
          },
        ]),
      ),
      disputed: evidence > 13 ? ['item-3', 'item-13'] : [],
      yardstick: 'icd-203',
    },
    run: { draws: 256, seed: 1 },
  }
}
