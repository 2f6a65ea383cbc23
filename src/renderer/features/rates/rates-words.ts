import type { RateSummary } from '../../../forecast/rate-summary'
import { sayFigure, sayMultiple } from '../../../forecast/rate-words'
import type { Id, Scenario } from '../../../forecast/scenario'
import type { MovedRow } from '../../charts/moved-rates-rows'

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** How many rates there are, and of what. */
export function sayRates({ case: { transitions, responses } }: Scenario): string {
  const moves = `${plural(transitions.length, 'move')} between rungs`
  const rates =
    responses.length === 0 ? moves : `${moves} and ${plural(responses.length, 'response')}`
  return `${rates}, each at a prior joined by what the evidence counts: events add to events, months watched to months.`
}

/** The interval that nine in ten draws of a rate lie in, in events per year. */
export const sayInterval = ({ p05, p95 }: RateSummary): string =>
  p05 === p95 ? 'taken as known' : `${sayFigure(p05)}–${sayFigure(p95)}`

/** What moves a rate: `Azerbaijan–Israel ties ×1.4, Corridor disputes ×1.3`. */
export const sayFactors = (
  { factors }: Pick<MovedRow, 'factors'>,
  labelOf: (driver: Id) => string,
): string =>
  factors.length === 0
    ? 'as the base rate'
    : factors.map(({ driver, factor }) => `${labelOf(driver)} ${sayMultiple(factor)}`).join(', ')
