import { describe, expect, it } from 'vitest'
import { freeId, idProblem } from '../../../src/renderer/state/case-edits/ids'
import { idsOf, moveItem } from '../../../src/renderer/state/case-edits/items'
import { renameItem, rerouteTransition } from '../../../src/renderer/state/case-edits/rename'
import { serializeScenario } from '../../../src/scenario-file/serialize'
import { baselineScenario, readScenario } from '../../bundled'

const scenario = baselineScenario()

/** The text of the file with a word in place of another, as whole names only. */
const replaced = (from: string, to: string): string =>
  serializeScenario(scenario)
    .replaceAll(`"${from}"`, `"${to}"`)
    .replaceAll(`"${from}>`, `"${to}>`)
    .replaceAll(`>${from}"`, `>${to}"`)

describe('another id', () => {
  it.each([
    ['rung', 'diplomatic'],
    ['rung', 'show-of-force'],
    ['driver', 'israel-ties'],
    ['driver', 'cost-of-war'],
    ['response', 'baku-turkey-israel'],
    ['evidence', 'lull'],
    ['claim', 'limited-escalation'],
  ] as const)('replaces the old one wherever the file has it: %s %s', (kind, id) => {
    const renamed = renameItem(scenario, kind, id, 'another')
    expect(serializeScenario(renamed)).toBe(replaced(id, 'another'))
    expect(renameItem(renamed, kind, 'another', id)).toEqual(scenario)
  })

  it('is not taken where it cannot be', () => {
    for (const id of ['accusations', 'Calm', '', 'constructor', 'a'.repeat(65), 'a>b']) {
      expect(renameItem(scenario, 'rung', 'calm', id)).toBe(scenario)
      expect(idProblem(id, idsOf(scenario.case, 'rung'))).toMatch(/\.$/)
    }
    expect(idProblem('another', idsOf(scenario.case, 'rung'))).toBeUndefined()
  })

  it('is numbered where its words are taken', () => {
    expect(freeId(scenario.case, 'rung', 'calm')).toBe('calm-2')
    expect(freeId(scenario.case, 'rung', 'new')).toBe('new')
  })
})

describe('a transition led elsewhere', () => {
  it('takes along what counts for it and what acts on it', () => {
    const led = rerouteTransition(scenario, 'accusations>diplomatic', 'calm', 'diplomatic')
    expect(led.case.evidence.filter(({ counts }) => counts === 'calm>diplomatic')).toHaveLength(2)
    const other = rerouteTransition(
      scenario,
      'confrontation>show-of-force',
      'confrontation',
      'calm',
    )
    expect(other.case.drivers.find(({ id }) => id === 'cost-of-war')?.actsOn).toEqual([
      'show-of-force>confrontation',
      'confrontation>calm',
    ])
    expect(readScenario(serializeScenario(other))).toEqual(other)
  })

  it('stays where there is one already, or where it would lead nowhere', () => {
    const from = 'accusations>diplomatic'
    expect(rerouteTransition(scenario, from, 'accusations', 'calm')).toBe(scenario)
    expect(rerouteTransition(scenario, from, 'calm', 'calm')).toBe(scenario)
  })
})

describe('another order', () => {
  it('of the rungs leaves the severities rising where they are', () => {
    const moved = moveItem(scenario, 'rung', 'diplomatic', 1)
    expect(moved.case.ladder.map(({ id, severity }) => [id, severity])).toEqual([
      ['calm', 0],
      ['accusations', 15],
      ['show-of-force', 35],
      ['diplomatic', 60],
      ['confrontation', 100],
    ])
  })

  it('ends at the ends of the list', () => {
    expect(moveItem(scenario, 'rung', 'calm', -1)).toBe(scenario)
    expect(moveItem(scenario, 'driver', 'mutual-restraint', 1)).toBe(scenario)
    expect(idsOf(moveItem(scenario, 'claim', 'baku-responds', 1).case, 'claim')).toEqual([
      'accusations-continue',
      'no-direct-confrontation',
      'limited-escalation',
      'tehran-responds',
      'baku-responds',
    ])
  })
})
