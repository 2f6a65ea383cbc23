import type { Scenario } from '../../forecast/scenario'

/** The least that is a scenario; stands in until the first document is there. */
export const blankScenario: Scenario = {
  title: 'Untitled scenario',
  summary: '',
  case: {
    id: 'blank',
    title: 'Blank case',
    asOf: '2023-01-01',
    source: { title: 'None', publisher: 'None', published: '2023-01-01' },
    ladder: [
      { id: 'calm', label: 'Calm', description: '', severity: 0 },
      { id: 'conflict', label: 'Conflict', description: '', severity: 100 },
    ],
    transitions: [],
    drivers: [
      {
        id: 'driver',
        label: 'Driver',
        description: '',
        role: 'escalates',
        reference: 0.5,
        multiplier: { low: 1, mode: 2, high: 4 },
      },
    ],
    responses: [],
    evidence: [],
    conclusion: [],
  },
  judgment: {
    start: { calm: 1 },
    horizonMonths: 12,
    drivers: { driver: { intensity: { low: 0.5, mode: 0.5, high: 0.5 } } },
    disputed: [],
    yardstick: 'icd-203',
  },
  run: { draws: 1024, seed: 1 },
}
