import { NOT_YET_GIVEN } from '../../forecast/case-gaps'
import type { Scenario } from '../../forecast/scenario'

/**
 * The least that is a scenario: where a new case begins, and what stands in until the
 * first document is there.
 */
export const blankScenario: Scenario = {
  title: 'Untitled scenario',
  summary: '',
  case: {
    id: 'new-case',
    title: 'New case',
    asOf: '2023-01-01',
    source: { title: NOT_YET_GIVEN, publisher: NOT_YET_GIVEN, published: NOT_YET_GIVEN },
    ladder: [
      { id: 'calm', label: 'Calm', description: '', severity: 0 },
      { id: 'conflict', label: 'Conflict', description: '', severity: 100 },
    ],
    transitions: [],
    drivers: [
      {
        id: 'first-driver',
        label: 'First driver',
        description: '',
        role: 'escalates',
        reference: 0.5,
        multiplier: { low: 1.5, mode: 2, high: 4 },
      },
    ],
    responses: [],
    evidence: [],
    conclusion: [],
  },
  judgment: {
    start: { calm: 1 },
    horizonMonths: 12,
    drivers: { 'first-driver': { intensity: { low: 0.3, mode: 0.5, high: 0.7 } } },
    disputed: [],
    yardstick: 'icd-203',
  },
  run: { draws: 4096, seed: 1 },
}
