import { sayDate } from '../forecast/calendar'
import { yardsticks } from '../forecast/conclusion/yardstick'
import type { Forecast } from '../forecast/forecast'
import { isolated } from '../forecast/isolated'
import type { Scenario } from '../forecast/scenario'
import { serializeScenario } from '../scenario-file/serialize'

/** What an export shows: a scenario, and the run of it that the numbers are from. */
export interface ExportSource {
  readonly scenario: Scenario
  readonly run: Pick<Forecast, 'draws' | 'seed' | 'engineVersion'>
  /** The scenario's, but for an export of several. */
  readonly title: string
}

/** A run that was stopped is as good as one of so many draws; exported as that, it comes again. */
export const asRun = (scenario: Scenario, { draws }: Pick<Forecast, 'draws'>): Scenario =>
  scenario.run.draws === draws ? scenario : { ...scenario, run: { ...scenario.run, draws } }

export const exportSource = (
  scenario: Scenario,
  { draws, seed, engineVersion }: ExportSource['run'],
  title: string = scenario.title,
): ExportSource => ({ scenario, run: { draws, seed, engineVersion }, title })

/** Where an export comes from, in words and numbers that make it again. */
export interface Provenance {
  readonly title: string
  /** Of the scenario’s file as Brink writes it, in hexadecimal. */
  readonly scenarioSha256: string
  readonly caseTitle: string
  /** ISO date. */
  readonly asOf: string
  /** The assessment that the case holds forecasts against. */
  readonly source: string
  readonly yardstick: string
  readonly draws: number
  readonly seed: number
  readonly engineVersion: string
  readonly appVersion: string
  /** ISO, in universal time. */
  readonly exportedAt: string
}

/** What every export carries with it: where it comes from, and the scenario itself. */
export interface ExportRecord {
  readonly provenance: Provenance
  /** The scenario’s file, to the byte. */
  readonly scenarioText: string
}

export async function exportRecord(
  { scenario, run, title }: ExportSource,
  { appVersion, exportedAt }: Pick<Provenance, 'appVersion' | 'exportedAt'>,
): Promise<ExportRecord> {
  const scenarioText = serializeScenario(scenario)
  const { asOf, source, title: caseTitle } = scenario.case
  return {
    scenarioText,
    provenance: {
      title,
      scenarioSha256: await sha256(scenarioText),
      caseTitle,
      asOf,
      source: `“${source.title}” (${source.publisher}, ${sayDate(source.published)})`,
      yardstick: yardsticks[scenario.judgment.yardstick].name,
      ...run,
      appVersion,
      exportedAt,
    },
  }
}

/** In hexadecimal, of the text as UTF-8. */
export async function sha256(text: string): Promise<string> {
  const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** `28 November 2026, 18:06 UTC`. */
export const sayTime = (iso: string): string =>
  `${sayDate(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`

/** `Brink 0.1.0, engine 2, 4,096 draws, seed 1; 28 November 2026, 18:06 UTC.` */
export function sayComputed(from: Provenance): string {
  const draws = `${from.draws.toLocaleString('en-GB')} ${from.draws === 1 ? 'draw' : 'draws'}`
  return `Brink ${from.appVersion}, engine ${from.engineVersion}, ${draws}, seed ${from.seed}; ${sayTime(from.exportedAt)}.`
}

/** In lines for the foot of a picture: what was computed, and what it is held against. */
export function provenanceLines(from: Provenance): [computed: string, against: string] {
  return [
    `Scenario: ${isolated(from.title)} (SHA-256 ${from.scenarioSha256.slice(0, 12)}…), as of ${sayDate(from.asOf)}. ${sayComputed(from)}`,
    `Held against: ${isolated(from.source)}, in the words of ${from.yardstick}.`,
  ]
}
