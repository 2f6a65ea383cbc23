import { NOT_YET_GIVEN } from '../../../forecast/case-gaps'
import { rangeAround } from '../../../forecast/judged-range'
import type {
  Claim,
  Driver,
  EvidenceItem,
  Id,
  Response,
  Rung,
  Scenario,
  Transition,
} from '../../../forecast/scenario'
import { FIRST_PRIOR } from './change'
import { freeId } from './ids'
import { type ItemKind, moveId, withCase, withJudgment } from './items'
import { freeMoves, whyNoMore } from './room'

/** A scenario with a new item at the end of its list, and the item's id. */
export interface Addition {
  readonly scenario: Scenario
  readonly id: Id
}

/** How far a driver's first range reaches to both sides. */
const FIRST_SPREAD = { below: 0.2, above: 0.2 }

/** Adds an item that says as little as an item can; undefined where there is no room for it. */
export function addItem(
  scenario: Scenario,
  kind: Exclude<ItemKind, 'transition'>,
): Addition | undefined {
  if (whyNoMore(scenario.case, kind)) return undefined
  switch (kind) {
    case 'rung':
      return addRung(scenario)
    case 'driver':
      return addDriver(scenario)
    case 'response':
      return addResponse(scenario)
    case 'evidence':
      return addEvidence(scenario)
    case 'claim':
      return addClaim(scenario)
  }
}

function addRung(scenario: Scenario): Addition {
  const id = freeId(scenario.case, 'rung', 'new-rung')
  const rung: Rung = { id, label: 'New rung', description: '', severity: 100 }
  const { ladder } = scenario.case
  const severities = withTop(ladder.map(({ severity }) => severity))
  const next = [...ladder, rung].map((each, height) => ({
    ...each,
    severity: severities[height] ?? each.severity,
  }))
  return { scenario: withCase(scenario, { ladder: next }), id }
}

/** Room for one more severity at the top; the highest makes way where it is the highest there is. */
function withTop(severities: readonly number[]): number[] {
  const [below = 0, top = 0] = severities.slice(-2)
  const middle = (low: number, high: number): number => Math.round(low + high) / 2
  const next =
    top < 100
      ? [...severities, middle(top, 100)]
      : [...severities.slice(0, -1), middle(below, top), 100]
  const isRising = next.every((severity, height) => severity > (next[height - 1] ?? -1))
  return isRising ? next : next.map((_, height) => (100 * height) / (next.length - 1))
}

function addDriver(scenario: Scenario): Addition {
  const id = freeId(scenario.case, 'driver', 'new-driver')
  const driver: Driver = {
    id,
    label: 'New driver',
    description: '',
    role: 'escalates',
    reference: 0.5,
    multiplier: { low: 1.5, mode: 2, high: 4 },
  }
  const intensity = rangeAround(driver.reference, FIRST_SPREAD)
  const judged = withJudgment(scenario, {
    drivers: { ...scenario.judgment.drivers, [id]: { intensity } },
  })
  return { scenario: withCase(judged, { drivers: [...scenario.case.drivers, driver] }), id }
}

function addResponse(scenario: Scenario): Addition {
  const id = freeId(scenario.case, 'response', 'new-response')
  const response: Response = {
    id,
    label: 'New response',
    description: '',
    prior: FIRST_PRIOR,
    drivers: [],
    basis: '',
  }
  return {
    scenario: withCase(scenario, { responses: [...scenario.case.responses, response] }),
    id,
  }
}

function addEvidence(scenario: Scenario): Addition {
  const { asOf, evidence } = scenario.case
  const id = freeId(scenario.case, 'evidence', 'new-evidence')
  const item: EvidenceItem = { id, date: asOf, summary: '', locator: NOT_YET_GIVEN, bearsOn: [] }
  return { scenario: withCase(scenario, { evidence: [...evidence, item] }), id }
}

function addClaim(scenario: Scenario): Addition {
  const { ladder, conclusion } = scenario.case
  const id = freeId(scenario.case, 'claim', 'new-claim')
  const claim: Claim = {
    id,
    statement: 'New claim',
    locator: NOT_YET_GIVEN,
    wording: 'likely',
    event: { kind: 'reach', rung: ladder.at(-1)?.id ?? '' },
  }
  return { scenario: withCase(scenario, { conclusion: [...conclusion, claim] }), id }
}

/** Adds a transition between two rungs that have none; undefined where they have. */
export function addTransition(scenario: Scenario, from: Id, to: Id): Addition | undefined {
  const isFree = freeMoves(scenario.case).some((move) => move.from === from && move.to === to)
  if (!isFree) return undefined
  const id = moveId(from, to)
  const transition: Transition = { id, from, to, prior: FIRST_PRIOR, basis: '' }
  return {
    scenario: withCase(scenario, { transitions: [...scenario.case.transitions, transition] }),
    id,
  }
}
