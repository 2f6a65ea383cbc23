import type {
  Case,
  Claim,
  Driver,
  EvidenceItem,
  Id,
  Response,
  Transition,
  TransitionId,
} from './scenario'

/**
 * How the parts of a case hang together: driver, evidence, transition and claim, each
 * found from the others.
 */

/** What evidence can be about. */
export interface Topic {
  readonly kind: 'driver' | 'transition' | 'response' | 'claim'
  readonly id: Id | TransitionId
}

/** Whether a driver raises or lowers the rate of a transition. */
export const actsOn = (driver: Driver, transition: Transition): boolean =>
  driver.actsOn === undefined || driver.actsOn.includes(transition.id)

/** The drivers that act on a transition or a response, in the order of the case. */
export const driversOf = ({ drivers }: Case, move: Transition | Response): Driver[] =>
  drivers.filter((driver) =>
    'drivers' in move ? move.drivers.includes(driver.id) : actsOn(driver, move),
  )

/** The transitions that end on the rung of a claim or above it; none for a claim about a response. */
export function transitionsOf({ ladder, transitions }: Case, { event }: Claim): Transition[] {
  if (event.kind === 'response') return []
  const height = (rung: Id): number => ladder.findIndex(({ id }) => id === rung)
  return transitions.filter(({ to }) => height(to) >= height(event.rung))
}

/** The claims about the rung that a transition ends on, or about one below it. */
export const claimsOf = (conflictCase: Case, transition: Transition): Claim[] =>
  conflictCase.conclusion.filter((claim) =>
    transitionsOf(conflictCase, claim).some(({ id }) => id === transition.id),
  )

const countsFor =
  (...transitions: readonly TransitionId[]) =>
  ({ counts }: EvidenceItem): boolean =>
    counts !== undefined && transitions.includes(counts)

const bearsOn =
  (...drivers: readonly Id[]) =>
  (item: EvidenceItem): boolean =>
    item.bearsOn.some((driver) => drivers.includes(driver))

/** What tells whether an item is about a claim: by its transitions, or by the drivers that act on them. */
function isAboutClaim(conflictCase: Case, claim: Claim): (item: EvidenceItem) => boolean {
  const { event } = claim
  const moves =
    event.kind === 'response'
      ? conflictCase.responses.filter(({ id }) => id === event.response)
      : transitionsOf(conflictCase, claim)
  const drivers = moves.flatMap((move) => driversOf(conflictCase, move).map(({ id }) => id))
  const isCounted = countsFor(...moves.map(({ id }) => id))
  const isBearing = bearsOn(...drivers)
  return (item) => isCounted(item) || isBearing(item)
}

/** The evidence about a part of the case, in the order of the case; nothing for what it does not hold. */
export function evidenceOn(conflictCase: Case, { kind, id }: Topic): EvidenceItem[] {
  const { evidence, responses, conclusion } = conflictCase
  switch (kind) {
    case 'driver':
      return evidence.filter(bearsOn(id))
    case 'transition':
      return evidence.filter(countsFor(id))
    case 'response': {
      const response = responses.find((candidate) => candidate.id === id)
      return response ? evidence.filter(bearsOn(...response.drivers)) : []
    }
    case 'claim': {
      const claim = conclusion.find((candidate) => candidate.id === id)
      return claim ? evidence.filter(isAboutClaim(conflictCase, claim)) : []
    }
  }
}
