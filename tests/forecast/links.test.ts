import { describe, expect, it } from 'vitest'
import { claimsOf, driversOf, evidenceOn, transitionsOf } from '../../src/forecast/links'
import { baselineScenario, bundledNames, bundledScenario } from '../bundled'

const { case: conflictCase } = baselineScenario()
const { transitions, conclusion, drivers, responses, evidence } = conflictCase

const idsOf = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id)
const pick = <T extends { readonly id: string }>(items: readonly T[], id: string): T => {
  const found = items.find((item) => item.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

describe('claims and transitions', () => {
  it('of a claim end on its rung or above it', () => {
    expect(idsOf(transitionsOf(conflictCase, pick(conclusion, 'limited-escalation')))).toEqual([
      'diplomatic>show-of-force',
      'show-of-force>confrontation',
      'confrontation>show-of-force',
    ])
    expect(idsOf(transitionsOf(conflictCase, pick(conclusion, 'no-direct-confrontation')))).toEqual(
      ['show-of-force>confrontation'],
    )
  })

  it('have none to do with each other where the claim is about a response', () => {
    expect(transitionsOf(conflictCase, pick(conclusion, 'baku-responds'))).toEqual([])
  })

  it('of a transition are about the rung it ends on or one below', () => {
    const claims = (id: string) => idsOf(claimsOf(conflictCase, pick(transitions, id)))
    expect(claims('show-of-force>confrontation')).toEqual([
      'accusations-continue',
      'no-direct-confrontation',
      'limited-escalation',
    ])
    expect(claims('accusations>diplomatic')).toEqual(['accusations-continue'])
    expect(claims('accusations>calm')).toEqual([])
  })

  it('are found from each other in every bundled case', () => {
    for (const name of bundledNames()) {
      const other = bundledScenario(name).case
      for (const transition of other.transitions) {
        for (const claim of other.conclusion) {
          expect(idsOf(claimsOf(other, transition)).includes(claim.id)).toBe(
            idsOf(transitionsOf(other, claim)).includes(transition.id),
          )
        }
      }
    }
  })
})

describe('drivers', () => {
  it('of a transition leave out those that act on others alone', () => {
    const all = idsOf(drivers)
    expect(
      idsOf(driversOf(conflictCase, pick(transitions, 'show-of-force>confrontation'))),
    ).toEqual(all)
    expect(idsOf(driversOf(conflictCase, pick(transitions, 'calm>accusations')))).toEqual(
      all.filter((id) => id !== 'cost-of-war'),
    )
  })

  it('of a response are those that it names', () => {
    expect(idsOf(driversOf(conflictCase, pick(responses, 'baku-turkey-israel')))).toEqual([
      'israel-ties',
      'corridor-disputes',
    ])
  })
})

describe('evidence', () => {
  it('on a driver bears on it, on a transition counts for it', () => {
    expect(idsOf(evidenceOn(conflictCase, { kind: 'driver', id: 'nationalism' }))).toEqual([
      'karabakh-war',
      'azerbaijanis-in-iran',
      'stadium-flags',
    ])
    const counted = evidenceOn(conflictCase, { kind: 'transition', id: 'accusations>diplomatic' })
    expect(idsOf(counted)).toEqual(['embassy-attack', 'baku-expels'])
  })

  it('on a response bears on one of its drivers, each item once', () => {
    const found = evidenceOn(conflictCase, { kind: 'response', id: 'baku-turkey-israel' })
    expect(idsOf(found)).toEqual(
      idsOf(
        evidence.filter(({ bearsOn }) =>
          bearsOn.some((id) => id === 'israel-ties' || id === 'corridor-disputes'),
        ),
      ),
    )
    expect(evidenceOn(conflictCase, { kind: 'claim', id: 'baku-responds' })).toEqual(found)
  })

  it('on a claim counts for its transitions or bears on the drivers that act on them', () => {
    const found = evidenceOn(conflictCase, { kind: 'claim', id: 'accusations-continue' })
    const unrelated = ['protest-notes', 'tehran-expels', 'tehran-denies']
    expect(idsOf(found)).toEqual(idsOf(evidence).filter((id) => !unrelated.includes(id)))
    const gravest = evidenceOn(conflictCase, { kind: 'claim', id: 'no-direct-confrontation' })
    expect(idsOf(gravest)).not.toContain('embassy-attack')
    expect(idsOf(gravest)).toContain('cost')
  })

  it.each(['driver', 'transition', 'response', 'claim'] as const)(
    'on a %s that the case does not hold is none',
    (kind) => {
      expect(evidenceOn(conflictCase, { kind, id: 'gone' })).toEqual([])
    },
  )
})
