import type { Compared, Comparison } from '../../forecast/compare/compare'
import { sayProbability, sayRange, verdictPhrase } from '../../forecast/conclusion/words'
import { layOut, plain } from './text-table'

export interface ComparedFile extends Compared {
  readonly file: string
}

/** The comparison as the object that `brink compare --json` prints; docs/model.md names its fields. */
export function compareJson(files: readonly ComparedFile[], comparison: Comparison): string {
  return `${JSON.stringify({
    scenarios: files.map(({ file, scenario, forecast }) => ({
      file,
      title: scenario.title,
      case: scenario.case.id,
      asOf: scenario.case.asOf,
      months: scenario.judgment.horizonMonths,
      draws: forecast.draws,
      seed: forecast.seed,
      engine: forecast.engineVersion,
    })),
    months: comparison.months,
    claims: comparison.claims,
    rungs: comparison.rungs,
    differences: comparison.differences,
    apart: comparison.apart,
  })}\n`
}

const LONGEST_CELL = 40
const cut = (text: string): string =>
  text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text

/** The comparison for reading in a terminal; scenarios are told apart by letters. */
export function compareTable(files: readonly ComparedFile[], comparison: Comparison): string {
  const letters = files.map((_, index) => String.fromCharCode('A'.charCodeAt(0) + index))
  const table = (head: string, rows: readonly (readonly string[])[]): string[] => [
    ...layOut(
      [[head, ...letters], ...rows].map((row) => row.map((cell) => cut(plain(cell)))),
      [head, ...letters].map((_, column) => (column === 0 ? 'left' : 'right')),
    ),
    '',
  ]
  const { months, claims, rungs, differences, apart } = comparison
  const lines = [
    ...files.map(({ scenario, file }, index) => `${letters[index]}  ${scenario.title} (${file})`),
    '',
    ...table(
      `The article says, at ${months} months`,
      claims.map(({ label, cells }) => [
        label,
        ...cells.map((cell) =>
          cell ? `${sayProbability(cell.mean)}, ${verdictPhrase[cell.verdict]}` : '–',
        ),
      ]),
    ),
    ...table(
      'Where it stands then',
      rungs
        .map(({ label, cells }) => [
          label,
          ...cells.map((cell) =>
            cell ? `${sayProbability(cell.mean)} (${sayRange(cell.p05, cell.p95)})` : '–',
          ),
        ])
        .reverse(),
    ),
    ...(differences.length > 0
      ? table(
          'What differs',
          differences.map(({ label, values }) => [label, ...values]),
        )
      : ['Nothing differs.', '']),
    ...apart,
  ]
  return `${lines.map(plain).join('\n').trimEnd()}\n`
}
