import { describe, expect, it } from 'vitest'
import { findGaps, type Gap, NOT_YET_GIVEN } from '../../src/forecast/case-gaps'
import type { Case, Scenario } from '../../src/forecast/scenario'
import { blankScenario } from '../../src/renderer/state/blank-scenario'
import { baselineScenario } from '../bundled'

const scenario = baselineScenario()

const withCase = (change: Partial<Case>): Scenario => ({
  ...scenario,
  case: { ...scenario.case, ...change },
})

const say = ({ place, lacks }: Gap): string =>
  `${place.kind === 'part' ? place.part : place.id}: ${lacks}`
const bundledGaps = findGaps(scenario).map(say)
/** What the change adds to what the bundled case lacks. */
const newGaps = (changed: Scenario): string[] =>
  findGaps(changed)
    .map(say)
    .filter((gap) => !bundledGaps.includes(gap))

describe('what a case lacks', () => {
  it('is little in the bundled one: three facts that nothing is made of', () => {
    expect(bundledGaps).toEqual([
      'protest-notes: It bears on no driver and counts for nothing.',
      'tehran-expels: It bears on no driver and counts for nothing.',
      'tehran-denies: It bears on no driver and counts for nothing.',
    ])
  })

  it('is nearly everything in a blank one', () => {
    expect(findGaps(blankScenario).map(say)).toEqual([
      'transitions: There is none yet, so the conflict stays where it starts.',
      'evidence: There is none yet.',
      'conclusion: There is no claim yet, and nothing to hold the forecast against.',
      'source: Title, publisher and date are not all given yet.',
      'first-driver: No evidence bears on it.',
    ])
  })

  it('is the ground of what goes together, where the case says that at all', () => {
    const { crossImpacts = { basis: '', states: {}, impacts: [] } } = scenario.case
    expect(newGaps(withCase({ crossImpacts: { ...crossImpacts, basis: ' ' } }))).toEqual([
      'together: It does not say where its judgments come from.',
    ])
  })

  it('is a way to a rung, or away from it', () => {
    const transitions = scenario.case.transitions.filter(
      ({ id }) => id !== 'accusations>calm' && id !== 'confrontation>show-of-force',
    )
    expect(newGaps(withCase({ transitions }))).toEqual([
      'calm: No transition leads to it, and the conflict does not start there.',
      'confrontation: No transition leads away from it: once there, the conflict stays.',
    ])
  })

  it('is something that a driver acts on, and a weight with which it does', () => {
    const [first, ...others] = scenario.case.drivers
    if (!first) throw new Error('no driver')
    const responses = scenario.case.responses.map((response) => ({ ...response, drivers: [] }))
    const idle = { ...first, actsOn: [], multiplier: { low: 1, mode: 1, high: 1 } }
    expect(newGaps(withCase({ responses, drivers: [idle, ...others] }))).toEqual([
      'israel-ties: It acts on no transition and on no response.',
      'israel-ties: Its weight is 1, so it changes nothing.',
    ])
    expect(newGaps(withCase({ drivers: [{ ...first, actsOn: [] }, ...others] }))).toEqual([])
  })

  it('is where a base rate comes from, and the months for what is counted', () => {
    const transitions = scenario.case.transitions.map((transition) => {
      const { observedMonths: _, prior: __, ...rest } = transition
      if (transition.id === 'calm>accusations') return { ...transition, basis: ' ' }
      if (transition.id === 'accusations>diplomatic') {
        return { ...rest, prior: { events: 1, months: 12 } }
      }
      return transition.id === 'diplomatic>accusations' ? { ...rest, rate: 0.5 } : transition
    })
    expect(newGaps(withCase({ transitions }))).toEqual([
      'calm>accusations: It does not say where its base rate comes from.',
      'accusations>diplomatic: Evidence counts for it, but not the months in which it was watched for.',
      'diplomatic>accusations: Its rate is taken as known, so the evidence that counts for it changes nothing.',
    ])
  })

  it('is a claim about a response, and a claim about something that can be or not be', () => {
    const [first] = scenario.case.conclusion
    if (!first) throw new Error('no claim')
    const conclusion = [
      { ...first, id: 'sure', event: { kind: 'at-or-above', rung: 'calm' } as const },
      { ...first, id: 'unplaced', locator: NOT_YET_GIVEN },
      { ...first, id: 'far', event: { kind: 'reach', rung: 'confrontation' } as const },
    ]
    const transitions = scenario.case.transitions.filter(
      ({ id }) => id !== 'show-of-force>confrontation',
    )
    expect(newGaps(withCase({ conclusion, transitions }))).toEqual([
      'confrontation: No transition leads to it, and the conflict does not start there.',
      'baku-turkey-israel: No claim is about it.',
      'tehran-armenia-central-asia: No claim is about it.',
      'sure: It is about the lowest rung or worse, which is certain.',
      'unplaced: It does not say where in the source it stands.',
      'far: It is about a rung that no way leads to from the start.',
    ])
  })

  it('is what a fact says and where it stands', () => {
    const [first, ...others] = scenario.case.evidence
    if (!first) throw new Error('no evidence')
    const evidence = [{ ...first, summary: '', locator: NOT_YET_GIVEN }, ...others]
    expect(newGaps(withCase({ evidence }))).toEqual([
      'nuclear-archive: It does not say what happened.',
      'nuclear-archive: It does not say where in the source it stands.',
    ])
  })
})
