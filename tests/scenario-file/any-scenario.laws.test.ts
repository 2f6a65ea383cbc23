import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecast } from '../../src/forecast/forecast'
import type { Scenario } from '../../src/forecast/scenario'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { scenarios } from '../any-scenario/scenario'
import { readScenario } from '../bundled'
import { chainScenario, withRun } from '../scenarios'
import { damagedWhole, outcomeOf } from './fuzz'

/** What holds of the file of every scenario there can be. */

/** Numbers are told apart by their bits, and zero from minus zero. */
function expectSame(read: unknown, written: unknown): void {
  // Worded by the test's own means only where they differ, which takes much longer.
  if (!isDeepStrictEqual(read, written)) expect(read).toStrictEqual(written)
}

/** By what the format's page says each version added. */
function versionOf({ case: { transitions, responses, crossImpacts } }: Scenario): number {
  if ([...transitions, ...responses].some((move) => 'reference' in move)) return 3
  return crossImpacts ? 2 : 1
}

describe('every scenario', () => {
  it('comes back from its file to the bit, and gives the same bytes again', () => {
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const text = serializeScenario(scenario)
        const read = readScenario(text)
        expectSame(read, scenario)
        expect(serializeScenario(read) === text).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('is written in the lowest version that holds it, and reads the same from every higher one', () => {
    const seen = new Set<number>()
    fc.assert(
      fc.property(scenarios(0.3), (scenario) => {
        const version = versionOf(scenario)
        seen.add(version)
        const text = serializeScenario(scenario)
        const written = `\n  "formatVersion": ${version},\n`
        expect(text).toContain(written)
        for (const other of [1, 2, 3]) {
          const renamed = text.replace(written, `\n  "formatVersion": ${other},\n`)
          if (other >= version) expectSame(readScenario(renamed), scenario)
          else expect(() => readScenario(renamed)).toThrow('no such field')
        }
      }),
      { numRuns: 80 },
    )
    expect([...seen].sort()).toEqual([1, 2, 3])
  })

  it('forecasts the same numbers to the bit once it has been saved and opened', () => {
    fc.assert(
      fc.property(scenarios(0.25), (drawn) => {
        const scenario = withRun(drawn, 3, drawn.run.seed)
        const forecasted = forecast(readScenario(serializeScenario(scenario)))
        expectSame(forecasted, forecast(scenario))
        for (const { mean } of [...forecasted.rungs, ...forecasted.conclusion])
          expect(mean.every((chance) => chance >= 0 && chance <= 1 + 1e-9)).toBe(true)
      }),
      { numRuns: 12 },
    )
  })

  it('is forecast, also where its rates are too small to divide by', () => {
    // Of a number below 2^-1022 the reciprocal is none.
    for (const rate of [5e-324, 2 ** -1030, 2 ** -1024, 2 ** -1022, 1e-300]) {
      const scenario = chainScenario({ rungs: 3, rates: { '0>1': rate, '1>2': 0 }, months: 2 })
      const { rungs } = forecast(withRun(scenario, 300))
      expect(rungs.map(({ mean }) => [...mean])).toEqual([
        [1, 1, 1],
        [0, expect.closeTo(0, 299), expect.closeTo(0, 299)],
        [0, 0, 0],
      ])
    }
  })

  it('is a scenario or a refusal in words once its file is damaged', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(damagedWhole(0.3), (bytes) => {
        const outcome = outcomeOf(bytes)
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
      }),
      { numRuns: 400 },
    )
    for (const kind of ['read', 'invalid', 'not-json', 'not-utf-8'])
      expect(seen.get(kind), kind).toBeGreaterThan(0)
  })
})
