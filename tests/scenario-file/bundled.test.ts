import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../src/forecast/scenario'
import { scenarioJsonSchema } from '../../src/scenario-file/json-schema'
import { serializeScenario } from '../../src/scenario-file/serialize'
import {
  baselineScenario,
  bundledNames,
  bundledScenario,
  bundledText,
  scenariosFolder,
} from '../bundled'

const casesById = new Map<string, Scenario[]>()
for (const scenario of bundledNames().map(bundledScenario)) {
  const { id } = scenario.case
  casesById.set(id, [...(casesById.get(id) ?? []), scenario])
}

describe('the bundled scenarios', () => {
  it('are six at least of the case that the window opens on', () => {
    const { id } = baselineScenario().case
    expect(casesById.get(id)?.length).toBeGreaterThanOrEqual(6)
  })

  it.each(bundledNames())('%s is read, and written again to the byte', (name) => {
    expect(serializeScenario(bundledScenario(name))).toBe(bundledText(name))
  })

  it.each([...casesById])(
    '%s is one case, and its scenarios touch every driver',
    (_, scenarios) => {
      const [first] = scenarios
      const touched = new Set<string>()
      for (const scenario of scenarios) {
        expect(scenario.case).toEqual(first?.case)
        for (const { id, reference } of scenario.case.drivers) {
          const { intensity, trendPerYear, shocks } = scenario.judgment.drivers[id] ?? {}
          if (intensity?.mode !== reference || trendPerYear || shocks) touched.add(id)
        }
      }
      expect([...touched].sort()).toEqual(first?.case.drivers.map(({ id }) => id).sort())
    },
  )

  it('are named after their case, and each case has its baseline', () => {
    for (const name of bundledNames())
      expect(name.startsWith(`${bundledScenario(name).case.id}-`)).toBe(true)
    for (const id of casesById.keys()) expect(bundledNames()).toContain(`${id}-baseline.brink`)
  })

  it('say why an analyst would ask them', () => {
    for (const name of bundledNames())
      expect(bundledScenario(name).summary.length).toBeGreaterThan(60)
  })

  // Where the schema has changed on purpose, `npx vitest run -u` writes the file anew.
  it('stand beside the schema of their format', async () => {
    const path = join(scenariosFolder, 'brink-scenario-3.schema.json')
    await expect(scenarioJsonSchema()).toMatchFileSnapshot(path)
  })
})
