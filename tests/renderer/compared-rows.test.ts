import { describe, expect, it } from 'vitest'
import { compareScenarios } from '../../src/forecast/compare/compare'
import { forecast } from '../../src/forecast/forecast'
import type { Scenario } from '../../src/forecast/scenario'
import {
  type ComparedOne,
  comparedChoices,
  comparedCurves,
  comparedTop,
  ladderGroups,
} from '../../src/renderer/charts/compared-rows'
import { layOutBars } from '../../src/renderer/charts/rung-bars-layout'
import {
  byPart,
  sayBesideCurves,
  sayExtremes,
  sayVerdicts,
} from '../../src/renderer/features/compare/compare-words'
import type { ComparisonShown } from '../../src/renderer/features/compare/comparison'
import { claimsTable, eventTable, rungsTable } from '../../src/renderer/features/compare/tables'
import { baselineScenario, bundledScenario } from '../bundled'
import { withRun } from '../scenarios'

const one = (scenario: Scenario, colour: number): ComparedOne => ({
  key: `key-${colour}`,
  name: scenario.title,
  colour,
  scenario,
  forecast: forecast(scenario),
})
const iran = (name: string): Scenario =>
  withRun(bundledScenario(`iran-azerbaijan-2023-${name}.brink`), 128)

const article = one(withRun(baselineScenario(), 128), 0)
const everything = one(iran('everything-at-once'), 1)
const holds = one(iran('normalization-holds'), 2)
const magma = one(withRun(bundledScenario('mount-spurr-2025-magma-stalls.brink'), 128), 3)
const war = { kind: 'reach', rung: 'confrontation' } as const

function shownOf(...compared: [ComparedOne, ...ComparedOne[]]): ComparisonShown {
  const comparison = compareScenarios(compared)
  const choices = comparedChoices(compared.map(({ scenario }) => scenario))
  const choice = choices.find(({ id }) => id === 'no-direct-confrontation')
  const curves = comparedCurves(compared, war, comparison.months)
  return { compared, comparison, choices, choice, curves }
}

describe('the curves of an event', () => {
  it('are the forecasts of all that have it, up to the common horizon', () => {
    const { curves, without, asOf } = comparedCurves([article, everything, magma], war, 6)
    expect(curves.map(({ key }) => key)).toEqual(['key-0', 'key-1'])
    expect(curves[1]?.mean).toEqual(
      everything.forecast.reach.find(({ id }) => id === 'confrontation')?.mean.slice(0, 7),
    )
    expect(without).toEqual([magma.name])
    expect(asOf).toBe('2023-05-25')
  })

  it('have no calendar in common where they begin on different dates', () => {
    const later = {
      ...everything,
      scenario: {
        ...everything.scenario,
        case: { ...everything.scenario.case, asOf: '2024-01-01' },
      },
    }
    expect(comparedCurves([article, later], war, 12).asOf).toBeUndefined()
  })

  it('fit under the axis with their bands', () => {
    const { curves } = comparedCurves([article, everything], war, 12)
    const highest = Math.max(...curves.flatMap(({ p95 }) => p95))
    expect(highest).toBeLessThanOrEqual(comparedTop(curves))
  })
})

describe('the events to choose from', () => {
  it('are those of the document, then what only others have, each once', () => {
    const choices = comparedChoices([article.scenario, everything.scenario, magma.scenario])
    const ids = choices.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const alone = comparedChoices([article.scenario])
    expect(choices.slice(0, alone.length)).toEqual(alone)
    expect(new Set(choices.slice(alone.length).map(({ caseTitle }) => caseTitle))).toEqual(
      new Set([magma.scenario.case.title]),
    )
  })

  it('keep two things apart that two cases call by one name', () => {
    const [first] = article.scenario.case.conclusion
    if (!first) throw new Error('no claim')
    const claim = { ...first, event: { kind: 'reach', rung: 'unrest' } as const }
    const conclusion = [claim]
    const other = { ...magma.scenario, case: { ...magma.scenario.case, conclusion } }
    const ids = comparedChoices([article.scenario, other]).map(({ id }) => id)
    expect(ids).toContain(first.id)
    expect(ids).toContain(`Mount Spurr ${first.id}`)
  })
})

describe('the bars', () => {
  it('stand by ladder and add up to one', () => {
    const groups = ladderGroups([article, magma, everything], 6)
    expect(groups.map(({ bars }) => bars.map(({ key }) => key))).toEqual([
      ['key-0', 'key-1'],
      ['key-3'],
    ])
    for (const { rungs } of groups.flatMap(({ bars }) => bars)) {
      expect(rungs.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
    }
  })

  it('have one legend for each ladder, and room for it on any width', () => {
    const groups = ladderGroups([article, magma, everything], 6)
    const wide = layOutBars(groups, 900)
    expect(wide.strips.map(({ legend }) => legend.length)).toEqual([5, 0, 5])
    const narrow = layOutBars(groups, 300)
    expect(narrow.height).toBeGreaterThan(wide.height)
    for (const { height, strips } of [wide, narrow]) {
      let bottom = 0
      for (const { place } of strips) {
        expect(place.top).toBeGreaterThanOrEqual(bottom)
        bottom = place.top + place.height
      }
      expect(bottom).toBe(height)
    }
  })
})

describe('the words', () => {
  it('name the highest, the lowest, and the verdicts that differ', () => {
    const shown = shownOf(article, everything, holds)
    expect(sayExtremes(shown)).toMatch(
      /^Direct confrontation within 12 months: from <?.*% \(Normalization that holds\) to \d+\u202f% \(Everything at once\)$/,
    )
    const different = shown.comparison.claims.filter(
      ({ cells }) => new Set(cells.map((cell) => cell?.verdict)).size > 1,
    ).length
    expect(sayVerdicts(shown.comparison.claims)).toBe(
      `${different} of 5 claims ${different === 1 ? 'gets' : 'get'} different verdicts.`,
    )
    expect(sayBesideCurves(shown)).toBe('')
  })

  it('say who has no such event, and whose horizon is the nearest', () => {
    const shown = shownOf(article, magma)
    expect(sayExtremes(shown)).toMatch(/\(The article’s reading alone has this event\)$/)
    expect(sayVerdicts(shown.comparison.claims)).toBe('They share no claim to hold them against.')
    expect(sayBesideCurves(shown)).toBe(
      'No such event in the case of The magma stalls. Drawn to month 6, the horizon of The magma stalls.',
    )
  })

  it('say that all is the same where it is', () => {
    const shown = shownOf(article, { ...article, key: 'again', name: 'Again' })
    expect(sayExtremes(shown)).toMatch(/ in each$/)
    expect(sayVerdicts(shown.comparison.claims)).toBe('All 5 claims get the same verdict in each.')
    expect(byPart(shown.comparison.differences)).toEqual([])
  })

  it('group the differences in an order of their own', () => {
    const { comparison } = shownOf(article, everything, holds)
    const parts = byPart(comparison.differences)
    expect(parts.map(({ heading }) => heading)).toEqual(['Drivers', 'Evidence'])
    expect(parts.flatMap(({ differences }) => differences)).toHaveLength(
      comparison.differences.length,
    )
  })
})

describe('the tables for export', () => {
  it('say on every row which scenario it is of', () => {
    const shown = shownOf(article, everything, magma)
    const [header, ...rows] = eventTable(shown)
    expect(header?.slice(0, 4)).toEqual([
      'compared',
      'compared_as_of',
      'compared_draws',
      'compared_seed',
    ])
    expect(rows).toHaveLength(2 * 7)
    expect(rows.at(-1)?.[0]).toBe('Everything at once')
    expect(rows.at(-1)?.[6]).toBe(shown.curves.curves[1]?.mean[6])
    expect(claimsTable(shown)).toHaveLength(1 + 2 * 5 + magma.scenario.case.conclusion.length)
    expect(rungsTable(shown)).toHaveLength(1 + 3 * 5)
  })
})
