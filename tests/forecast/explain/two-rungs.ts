import type { Driver, Judged, Scenario } from '../../../src/forecast/scenario'
import { chainScenario, exactly } from '../../scenarios'

interface Force {
  readonly id: string
  readonly multiplier?: number
  readonly intensity: Judged
  readonly role?: Driver['role']
  readonly actsOn?: readonly string[]
}

/**
 * Two rungs and the way up at so many events a month, with any drivers at reference 0.5:
 * p = 1 − exp(−rate · months · Π M^±(x − 0.5)), all in closed form.
 */
export function twoRungs(rate: number, forces: readonly Force[], months = 12): Scenario {
  const scenario = chainScenario({ rungs: 2, rates: { '0>1': rate }, months })
  const drivers = forces.map(
    ({ id, multiplier = 4, role = 'escalates', actsOn }): Driver => ({
      id,
      label: id,
      description: '',
      role,
      reference: 0.5,
      multiplier: exactly(multiplier),
      ...(actsOn ? { actsOn } : {}),
    }),
  )
  return {
    ...scenario,
    case: {
      ...scenario.case,
      drivers,
      conclusion: [
        {
          id: 'war',
          statement: 'War',
          locator: 'test',
          wording: 'unlikely',
          event: { kind: 'reach', rung: 'r1' },
        },
      ],
    },
    judgment: {
      ...scenario.judgment,
      drivers: Object.fromEntries(forces.map(({ id, intensity }) => [id, { intensity }])),
    },
  }
}

export const WAR = { kind: 'reach', rung: 'r1' } as const
