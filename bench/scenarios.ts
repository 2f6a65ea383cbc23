import { readFileSync } from 'node:fs'
import type { Scenario } from '../src/forecast/scenario'
import { parseScenario } from '../src/scenario-file/parse'

export function readScenario(path: string): Scenario {
  const parsed = parseScenario(readFileSync(path, 'utf8'))
  if (!parsed.ok) throw new Error(`${path}: ${JSON.stringify(parsed.failure)}`)
  return parsed.scenario
}

export const baselinePath = 'scenarios/iran-azerbaijan-2023-baseline.brink'
