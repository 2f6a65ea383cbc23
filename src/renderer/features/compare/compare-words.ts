import type { ComparedClaim, ComparedLine } from '../../../forecast/compare/compare'
import type { Difference } from '../../../forecast/compare/differences'
import { sayEvent, sayProbability, sayRange } from '../../../forecast/conclusion/words'
import type { ComparedCurve } from '../../charts/compared-rows'
import type { ComparisonShown } from './comparison'

export const atMonths = (months: number): string =>
  `at ${months} ${months === 1 ? 'month' : 'months'}`

const last = (values: readonly number[]): number => values.at(-1) ?? Number.NaN
const sayEnd = ({ mean }: ComparedCurve): string => sayProbability(last(mean))

/** Which scenario puts the chosen event highest and which lowest. */
export function sayExtremes({ choice, curves, compared, comparison }: ComparisonShown): string {
  const ordered = [...curves.curves].sort((a, b) => last(a.mean) - last(b.mean))
  const [lowest, highest] = [ordered[0], ordered.at(-1)]
  const owner = compared.find(({ key }) => key === lowest?.key)
  if (!choice || !lowest || !highest || !owner) return 'There is no event to compare.'
  const subject = sayEvent(owner.scenario.case, choice.event, comparison.months)
  if (lowest === highest)
    return `${subject}: ${sayEnd(lowest)} (${lowest.name} alone has this event)`
  return sayEnd(lowest) === sayEnd(highest)
    ? `${subject}: ${sayEnd(lowest)} in each`
    : `${subject}: from ${sayEnd(lowest)} (${lowest.name}) to ${sayEnd(highest)} (${highest.name})`
}

/** How many of the claims that are shared come to different verdicts. */
export function sayVerdicts(claims: readonly ComparedLine<ComparedClaim>[]): string {
  const verdicts = claims
    .map(({ cells }) => cells.flatMap((cell) => cell?.verdict ?? []))
    .filter((shared) => shared.length > 1)
  const different = verdicts.filter((shared) => new Set(shared).size > 1).length
  if (verdicts.length === 0) return 'They share no claim to hold them against.'
  if (verdicts.length === 1) {
    return `The one claim that is shared gets ${different === 0 ? 'the same verdict' : 'different verdicts'}.`
  }
  return different === 0
    ? `All ${verdicts.length} claims get the same verdict in each.`
    : `${different} of ${verdicts.length} claims ${different === 1 ? 'gets' : 'get'} different verdicts.`
}

/** What the marks of the overlaid curves stand for. */
export const HOW_CURVES_ARE_DRAWN =
  'Lines: forecasts. Bands: judgment band of each scenario, nine in ten of its draws.'

/** Who has no such event, and where the curves end before their own horizon. */
export function sayBesideCurves({ curves, compared, comparison }: ComparisonShown): string {
  const { months } = comparison
  const nearest = compared.filter(({ scenario }) => scenario.judgment.horizonMonths === months)
  const isCut = nearest.length < compared.length
  const { without } = curves
  return [
    ...(without.length > 0 ? [`No such event in the case of ${listed(without)}.`] : []),
    ...(isCut
      ? [`Drawn to month ${months}, the horizon of ${listed(nearest.map(({ name }) => name))}.`]
      : []),
  ].join(' ')
}

const listed = (names: readonly string[]): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`

/** The curves in words, for those who do not see them. */
export const describeCurves = ({ choice, curves, comparison }: ComparisonShown): string =>
  `${choice?.label ?? ''}, ${atMonths(comparison.months)}: ${curves.curves
    .map(
      (curve) =>
        `${curve.name} ${sayEnd(curve)}, judgment band ${sayRange(last(curve.p05), last(curve.p95))}`,
    )
    .join('; ')}.`

/** Whether a claim's verdict is not the document's. */
export const isOtherVerdict = (
  line: ComparedLine<ComparedClaim>,
  cell: ComparedClaim | null,
): boolean => {
  const own = line.cells[0]
  return own !== null && own !== undefined && cell !== null && own.verdict !== cell.verdict
}

const PARTS: readonly { readonly part: Difference['part']; readonly heading: string }[] = [
  { part: 'driver', heading: 'Drivers' },
  { part: 'start', heading: 'Start' },
  { part: 'evidence', heading: 'Evidence' },
  { part: 'case', heading: 'Case' },
  { part: 'settings', heading: 'Settings' },
]

/** The differences by what they are part of; parts without any are left out. */
export const byPart = (differences: readonly Difference[]) =>
  PARTS.map(({ part, heading }) => ({
    heading,
    differences: differences.filter((difference) => difference.part === part),
  })).filter(({ differences: own }) => own.length > 0)
