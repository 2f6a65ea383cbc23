import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortenedAtWord } from '../../src/briefing/fit'
import { endOf, type Flowing } from '../../src/briefing/report/flow'
import { MOST_PAGES, reportContent } from '../../src/briefing/report/report-content'
import { PAGE_HEIGHT, reportBlocks } from '../../src/briefing/report/sections'
import { whyRows } from '../../src/briefing/why-part'
import { bundledNames, bundledScenario } from '../bundled'
import { type Briefed, briefed } from './briefed'
import { FULL, fullCase, WRITINGS } from './full-case'

/** As high as the charts are drawn, in shares of their width. */
const SHAPES = { event: 0.46, ladder: 0.5 }

describe('blocks on pages', () => {
  it('end where a ruler says they do', () => {
    const block = (height: number) => ({ height })
    expect(endOf([block(60), block(40)], 100)).toEqual({ page: 1, used: 100 })
    expect(endOf([block(60), block(41)], 100)).toEqual({ page: 2, used: 41 })
    // A row that begins a page has the head of its table above it.
    expect(endOf([block(90), { height: 20, repeated: 15 }], 100)).toEqual({ page: 2, used: 35 })
    // Nine of 10 in three columns are 30 high, and of 20 left on the page six go before.
    const columns = { columns: 3, items: Array.from({ length: 9 }, () => 10) }
    expect(endOf([columns], 100).page).toBe(1)
    expect(endOf([columns], 100).used).toBeCloseTo(30, -0.5)
    expect(endOf([block(80), columns], 100).page).toBe(2)
    expect(endOf([block(80), columns], 100).used).toBeCloseTo(10, -0.5)
    expect(endOf([{ columns: 2, items: [150, 10] }], 100).page).toBeGreaterThan(1)
  })

  it('never end earlier when one of them is higher', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(heights, fc.nat(), fc.integer({ min: 1, max: 10 }), (all, which, more) => {
        const blocks: Flowing[] = all.map((height) => ({ height, repeated: 5 }))
        const raised = blocks.with(which % all.length, {
          height: (all[which % all.length] ?? 0) + more,
          repeated: 5,
        })
        const [before, after] = [endOf(blocks, 100), endOf(raised, 100)]
        expect(after.page * 1000 + after.used).toBeGreaterThanOrEqual(
          before.page * 1000 + before.used,
        )
      }),
    )
  })
})

describe('a text cut for want of room', () => {
  const room = { width: 2, points: 12 }

  it('ends with a whole word', () => {
    expect(shortenedAtWord('The river forces hold their line, and wait.', 1, room)).toBe(
      'The river forces hold…',
    )
    expect(shortenedAtWord('The river.', 1, room)).toBe('The river.')
  })

  it('is cut within a word that is all there is', () => {
    expect(shortenedAtWord('x'.repeat(90), 1, room)).toMatch(/^x{10,}…$/)
  })
})

describe('steps past the rows of a table', () => {
  it('are one row that adds up with the others', () => {
    const steps = [0.05, -0.04, 0.03, 0.02, -0.01].map((contribution, at) => ({
      ...{ id: `d${at}`, label: `D${at}`, contribution, standardError: 0 },
      ...{ saysContribution: `${contribution}`, sentence: '', step: '' },
    }))
    // 3 + 2 − 1 points.
    expect(
      whyRows(steps, 3).map(({ label, saysContribution }) => [label, saysContribution]),
    ).toEqual([
      ['D0', '0.05'],
      ['D1', '-0.04'],
      ['3 others, together', '+4.0 points'],
    ])
    expect(whyRows(steps, 5)).toHaveLength(5)
  })
})

describe('a bundled case in a report', () => {
  it.each(bundledNames())('loses nothing: %s', async (name) => {
    const { content } = await briefed(bundledScenario(name), true)
    const report = reportContent(content, SHAPES)
    expect(report).toEqual({
      ...content,
      leftOut: { claims: '', drivers: '', evidence: '', texts: '' },
    })
  })
})

const moreIn = (said: string): number =>
  Number(
    / ([\d,]+) more (?:is|are) in the scenario attached to this file\.$/
      .exec(said)?.[1]
      ?.replaceAll(',', ''),
  )

describe.each(WRITINGS)('the fullest case in a report, of $name', (writing) => {
  let of: Briefed | undefined
  const full = async (): Promise<Briefed> => {
    of ??= await briefed(fullCase(writing, FULL))
    return of
  }

  it('has room on four pages, and says how many of what are left out', async () => {
    const { content } = await full()
    const report = reportContent(content, SHAPES)
    expect(endOf(reportBlocks(report, SHAPES), PAGE_HEIGHT).page).toBe(MOST_PAGES)
    const { conclusion, drivers, evidence, leftOut } = report
    expect(conclusion.claims.length).toBeGreaterThanOrEqual(8)
    expect(drivers.lines.length).toBeGreaterThanOrEqual(5)
    expect(evidence.items.length).toBeGreaterThanOrEqual(12)
    expect(conclusion.claims.length + moreIn(leftOut.claims)).toBe(50)
    expect(drivers.lines.length + moreIn(leftOut.drivers)).toBe(30)
    expect(evidence.items.length + moreIn(leftOut.evidence)).toBe(2000)
    expect(leftOut.texts).toContain('stand whole in the scenario attached')
  })

  it('lists what matters most: none left out comes before one that is listed', async () => {
    const { content, scenario } = await full()
    const { conclusion, drivers, evidence, headline } = reportContent(content, SHAPES)
    const shift = ({ intensity, reference }: (typeof drivers.lines)[number]) =>
      Math.abs(intensity.mode - reference)
    const listed = new Set(drivers.lines.map(({ id }) => id))
    const others = content.drivers.lines.filter(({ id }) => !listed.has(id))
    expect(Math.min(...drivers.lines.map(shift))).toBeGreaterThanOrEqual(
      Math.max(...others.map(shift)),
    )
    expect(headline.claimId).not.toBe('')
    expect(conclusion.claims.map(({ id }) => id)).toContain(headline.claimId)
    const rest = conclusion.claims.filter(({ id }) => id !== headline.claimId)
    const against = content.conclusion.claims.filter(({ verdict }) => verdict === 'against')
    const isAllAgainst = rest.every(({ verdict }) => verdict === 'against')
    expect(
      isAllAgainst || against.every(({ id }) => conclusion.claims.some((c) => c.id === id)),
    ).toBe(true)
    // Eight are counted and two disputed; after them come those of September 2023.
    const ids = evidence.items.map(({ id }) => id)
    const heavy = scenario.case.evidence.filter(
      ({ id, counts }) => counts || scenario.judgment.disputed.includes(id),
    )
    expect(heavy).toHaveLength(10)
    for (const { id } of heavy) expect(ids).toContain(id)
    const newest = scenario.case.evidence.reduce(
      (last, { date }) => (date > last ? date : last),
      '',
    )
    const light = evidence.items.filter(({ id }) => !heavy.some((each) => each.id === id))
    expect(light.length).toBeGreaterThan(0)
    for (const { isoDate } of light) expect(isoDate).toBe(newest)
    expect(evidence.items.map(({ isoDate }) => isoDate)).toEqual(
      evidence.items.map(({ isoDate }) => isoDate).toSorted(),
    )
  })

  it('keeps the figure of the headline', async () => {
    const { content } = await full()
    const { headline, title } = reportContent(content, SHAPES)
    expect(headline.claim).toMatch(/^.{20,}…: \d+\u202f%$/u)
    expect(content.headline.claim.endsWith(headline.claim.split('…').at(-1) ?? '-')).toBe(true)
    expect(title.endsWith('…')).toBe(true)
  })
})

it('evidence gives way before drivers and claims do', async () => {
  const [plain] = WRITINGS
  if (!plain) throw new Error('no writing')
  const { content } = await briefed(
    fullCase(plain, { line: 40, claims: 6, drivers: 8, evidence: 400 }),
  )
  const report = reportContent(content, SHAPES)
  expect(report.conclusion.claims).toHaveLength(6)
  expect(report.drivers.lines).toHaveLength(8)
  expect(report.leftOut.claims).toBe('')
  expect(report.leftOut.drivers).toBe('')
  expect(report.evidence.items.length + moreIn(report.leftOut.evidence)).toBe(400)
})
