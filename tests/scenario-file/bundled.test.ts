import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scenarioJsonSchema } from '../../src/scenario-file/json-schema'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { bundledNames, bundledScenario, bundledText, scenariosFolder } from '../bundled'

describe('the bundled scenarios', () => {
  it('are six at least', () => {
    expect(bundledNames().length).toBeGreaterThanOrEqual(6)
  })

  it.each(bundledNames())('%s is read, and written again to the byte', (name) => {
    expect(serializeScenario(bundledScenario(name))).toBe(bundledText(name))
  })

  it('share one case and together touch every driver', () => {
    const scenarios = bundledNames().map(bundledScenario)
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
  })

  it('say why an analyst would ask them', () => {
    for (const name of bundledNames())
      expect(bundledScenario(name).summary.length).toBeGreaterThan(60)
  })

  // Where the schema has changed on purpose, `npx vitest run -u` writes the file anew.
  it('stand beside the schema of their format', async () => {
    const path = join(scenariosFolder, 'brink-scenario-2.schema.json')
    await expect(scenarioJsonSchema()).toMatchFileSnapshot(path)
  })
})
