import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Scenario } from '../src/forecast/scenario'
import { parseScenario } from '../src/scenario-file/parse'

export const scenariosFolder = join(import.meta.dirname, '..', 'scenarios')

export const bundledNames = (): string[] =>
  readdirSync(scenariosFolder)
    .filter((name) => name.endsWith('.brink'))
    .sort()

export const bundledText = (name: string): string =>
  readFileSync(join(scenariosFolder, name), 'utf8')

export function readScenario(text: string): Scenario {
  const result = parseScenario(text)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.scenario
}

export const bundledScenario = (name: string): Scenario => readScenario(bundledText(name))

export const baselineScenario = (): Scenario =>
  bundledScenario('iran-azerbaijan-2023-baseline.brink')
