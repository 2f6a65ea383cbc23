import { sayProbability } from '../conclusion/words'
import { isolated } from '../isolated'
import { sayTransition } from '../rate-words'
import type { Case, Id } from '../scenario'
import type { Attribution, Contribution } from './attribution'
import type { Overturn } from './overturn'
import { LEAST_DEVIATION, type Spread, type SpreadShare } from './spread'

/** A difference of probabilities in points of per cent, `+3.8 points`; a digit more where it is small. */
export function sayPoints(difference: number): string {
  const points = Math.abs(difference) * 100
  if (points < 0.05) return difference === 0 ? 'nothing' : '<\u202f0.1 points'
  const text = points.toFixed(points < 9.95 ? 1 : 0)
  return `${difference < 0 ? '−' : '+'}${text} ${text === '1' || text === '1.0' ? 'point' : 'points'}`
}

export const sayIntensity = (share: number): string => String(Math.round(share * 100))

const driverLabel = ({ drivers }: Case, id: Id): string =>
  drivers.find((driver) => driver.id === id)?.label ?? id

export const sayContributor = (
  conflictCase: Case,
  { kind, id }: Pick<Contribution, 'kind' | 'id'>,
): string => (kind === 'evidence' ? 'Disputed evidence' : driverLabel(conflictCase, id))

/** What a step is: a driver that holds back takes the forecast up by doing so less. */
export function sayStep(
  conflictCase: Case,
  step: Pick<Contribution, 'kind' | 'id' | 'contribution'>,
): string {
  const label = isolated(sayContributor(conflictCase, step))
  const driver = conflictCase.drivers.find(({ id }) => step.kind === 'driver' && id === step.id)
  if (driver?.role !== 'restrains') return label
  return `${label} holds back ${step.contribution > 0 ? 'less' : 'more'}`
}

export function sayInput(
  conflictCase: Case,
  { kind, id }: Pick<SpreadShare, 'kind' | 'id'>,
): string {
  switch (kind) {
    case 'driver':
      return driverLabel(conflictCase, id)
    case 'transition': {
      const found = conflictCase.transitions.find((transition) => transition.id === id)
      return found ? sayTransition(conflictCase, found) : id
    }
    case 'response':
      return conflictCase.responses.find((response) => response.id === id)?.label ?? id
  }
}

/** Less than this is not worth a reason. */
const NO_DIFFERENCE = 0.005

/** What most of the difference to the article is owed to; undefined where there is hardly any. */
export function largestReason(
  conflictCase: Case,
  { baseline, forecast, contributions }: Attribution,
): string | undefined {
  const difference = forecast - baseline
  if (Math.abs(difference) < NO_DIFFERENCE) return undefined
  const towards = contributions
    .filter(({ contribution }) => contribution * difference > 0)
    .toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))[0]
  if (!towards) return undefined
  const step = difference > 0 ? 'up' : 'down'
  const says = sayStep(conflictCase, towards)
  const isSentence = says !== isolated(sayContributor(conflictCase, towards))
  return `The largest step ${step} is ${isSentence ? 'that ' : ''}${says} (${sayPoints(towards.contribution)}).`
}

/** From the article's figure to the scenario's, in a sentence. */
export function sayWhy(conflictCase: Case, attribution: Attribution): string {
  const { baseline, forecast } = attribution
  const reason = largestReason(conflictCase, attribution)
  const [from, to] = [sayProbability(baseline), sayProbability(forecast)]
  return reason === undefined
    ? `The article’s own drivers give ${from}, this scenario ${to}: hardly a difference.`
    : `The article’s own drivers give ${from}, this scenario ${to}. ${reason}`
}

/** What the steps from the article's figure to the scenario's are. */
export const HOW_STEPS_ADD =
  'Each step is what a driver, with its weight, trend and shocks, adds on average over every order in which the drivers could have changed. The steps add up.'

const share = (part: number): string => sayProbability(Math.round(part * 100) / 100)

/** How much of the band's width comes from where. */
export function saySpread({ baseRates, drivers, together, standardDeviation }: Spread): string {
  if (standardDeviation <= LEAST_DEVIATION)
    return 'All draws agree: the judgment band has no width.'
  const parts = [
    `${share(baseRates)} comes from the base rates alone`,
    `${share(drivers)} from the ranges judged for the drivers alone`,
    `${share(together)} from both together`,
  ]
  const words =
    baseRates > 2 * drivers
      ? 'Knowing the base rates better would narrow the band most.'
      : drivers > 2 * baseRates
        ? 'Judging the drivers more narrowly would narrow the band most.'
        : 'Base rates and drivers widen the band about alike.'
  return `Of the spread between the draws, ${parts.join(', ')}. ${words}`
}

/** What is asked of a change, for the end of a sentence, `puts it above 50 %`. */
export const sayCrossings = ({ crossings }: Pick<Overturn, 'crossings'>): string =>
  crossings.map(({ at, side }) => `${side} ${sayProbability(at)}`).join(' or ')

const sayCount = (drivers: number): string => (drivers === 1 ? 'one driver' : `${drivers} drivers`)

/** What it would take, in a sentence or two. */
export function sayOverturn(conflictCase: Case, overturn: Overturn): string {
  const { alone, together, seeks, crossings } = overturn
  if (crossings.length === 0) {
    return 'The claim’s range holds every forecast there can be; nothing can overturn it.'
  }
  const found = alone.filter(({ at }) => at !== null)
  const aim =
    seeks === 'overturn'
      ? `To overturn the article, the forecast has to go ${sayCrossings(overturn)}.`
      : `The article is overturned already; to agree with it again, the forecast has to go ${sayCrossings(overturn)}.`
  const single =
    found.length === 0
      ? 'No driver alone does it, whatever its intensity.'
      : `${found.length === 1 ? 'One driver does' : `${found.length} drivers do`} it alone.`
  const distance = Math.hypot(...together.map(({ units }) => units))
  const [first] = together
  const joint = first
    ? `The nearest way with several moves ${sayCount(together.length)} and lies ${distance.toFixed(1)} half-ranges away; ${isolated(driverLabel(conflictCase, first.driver))} moves most.`
    : 'No combination of intensities does.'
  return `${aim} ${single} ${joint}`
}
