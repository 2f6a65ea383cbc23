import { beforeAll, describe, expect, it } from 'vitest'
import { printable } from '../../src/briefing/printable'
import { whyRows } from '../../src/briefing/why-part'
import { sha256 } from '../../src/provenance/provenance'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { baselineScenario, bundledScenario } from '../bundled'
import { type Briefed, briefed } from './briefed'

const strike = bundledScenario('iran-azerbaijan-2023-strike-from-azerbaijan.brink')
const disputing = (id: string) => {
  const scenario = baselineScenario()
  return { ...scenario, judgment: { ...scenario.judgment, disputed: [id] } }
}

/** In whole per cent, by other means than the program's. */
const percent = (share: number | undefined): string =>
  new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 }).format((share ?? Number.NaN) * 100)
const end = (values: readonly number[]): number => values.at(-1) ?? Number.NaN

/** Every text within plain data. */
const textsOf = (data: unknown): string[] =>
  typeof data === 'string'
    ? [data]
    : typeof data === 'object' && data !== null
      ? Object.values(data).flatMap(textsOf)
      : []

describe('what a document says', () => {
  let of: Briefed
  beforeAll(async () => {
    of = await briefed(strike, true)
  })

  it('heads with the gravest event, its chance and its band', () => {
    const { claim, band, standing, reason } = of.content.headline
    const confrontation = of.run.reach[4]
    expect(claim.replaceAll('\u202f', ' ')).toBe(
      `Direct confrontation within 12 months: ${percent(end(confrontation?.mean ?? []))} %`,
    )
    expect(band.replaceAll('\u202f', ' ')).toBe(
      `(${percent(end(confrontation?.p05 ?? []))}–${percent(end(confrontation?.p95 ?? []))} %)`,
    )
    expect(standing).toContain('The article’s own drivers give')
    expect(reason).toMatch(/^The largest step up is .+ \(\+.+ points\)\.$/)
  })

  it('holds every claim against its own series', () => {
    const { claims } = of.content.conclusion
    expect(claims.map(({ id }) => id)).toEqual(strike.case.conclusion.map(({ id }) => id))
    for (const [index, { figures, saysForecast, range, called }] of claims.entries()) {
      const own = of.run.conclusion[index]
      expect(figures.mean).toBe(end(own?.mean ?? []))
      expect(figures.p95).toBe(end(own?.p95 ?? []))
      expect(saysForecast.replace(/\D/g, '')).toBe(percent(figures.mean))
      expect(range[0]).toBeLessThan(range[1])
      expect(called).not.toBe('')
    }
  })

  it('gives the chances of the rungs, which are everything there is', () => {
    const shares = of.content.ladder.rungs.map(({ figures }) => figures.mean)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  })

  it('marks the drivers that differ from the article, as they stand in the file', () => {
    const changed = of.content.drivers.lines.filter(({ isChanged }) => isChanged)
    const count = strike.case.drivers.filter(({ id, reference }) => {
      const { intensity, multiplier, trendPerYear, shocks } = strike.judgment.drivers[id] ?? {}
      return (
        intensity?.mode !== reference || multiplier || trendPerYear || (shocks?.length ?? 0) > 0
      )
    }).length
    expect(changed).toHaveLength(count)
    expect(of.content.drivers.sentence).toMatch(new RegExp(`^${count} of \\d+ drivers differ`))
  })

  it('marks of each driver the very values that differ', () => {
    for (const { id, differs, isChanged } of of.content.drivers.lines) {
      const judged = strike.judgment.drivers[id]
      const own = strike.case.drivers.find((driver) => driver.id === id)
      expect(differs).toEqual({
        intensity: judged?.intensity.mode !== own?.reference,
        weight: judged?.multiplier !== undefined,
        course: Boolean(judged?.trendPerYear) || Boolean(judged?.shocks?.length),
      })
      expect(isChanged).toBe(Object.values(differs).includes(true))
    }
    expect(of.content.drivers.caveat).toMatch(/^Note: these intensities sit oddly together: /)
  })

  it('makes one row of the steps too small for their own', () => {
    const line = (id: string, contribution: number) => ({
      ...{ id, label: id, contribution, standardError: 0, sentence: '', step: '' },
      saysContribution: `says ${contribution}`,
    })
    const large = line('a', 0.02)
    const rows = (...small: number[]) =>
      whyRows([large, ...small.map((step) => line('small', step))]).map(
        ({ label, saysContribution }) => `${label}: ${saysContribution}`,
      )
    expect(rows(0.0004, -0.0002)).toEqual(['a: says 0.02', '2 others, together: under 0.1 points'])
    expect(rows(0.0009, 0.0008, 0.0007)[1]).toBe('3 others, together: +0.2 points')
    expect(rows(0.0004)).toEqual(['a: says 0.02', 'small: says 0.0004'])
  })

  it('gives no table of steps where nothing differs from the article', async () => {
    const { content } = await briefed(baselineScenario(), true)
    expect(content.why?.sentence).toContain('hardly a difference')
    expect(content.why?.rows).toEqual([])
  })

  it('shares out the whole difference to the article', () => {
    const { why } = of.content
    const sum = (why?.contributions ?? []).reduce((all, each) => all + each.contribution, 0)
    expect(why?.article ?? 0).toBeGreaterThan(0)
    expect(sum).toBeCloseTo((why?.forecast ?? 0) - (why?.article ?? 0), 10)
  })

  it('names the months of the charts by the calendar', () => {
    const { months, rungs, event } = of.content.charts
    expect(months.map(({ date }) => date)).toEqual(
      ['05', '06', '07', '08', '09', '10', '11', '12']
        .map((month) => `2023-${month}`)
        .concat(['01', '02', '03', '04', '05'].map((month) => `2024-${month}`)),
    )
    expect(rungs.every(({ mean }) => mean.length === months.length)).toBe(true)
    expect(event?.p95).toEqual(of.run.reach[4]?.p95)
    expect(event?.saysArticle).toMatch(/^The article calls it “.+” in ICD 203: \d+–\d+\u202f%\.$/)
  })

  it('carries the sum of the very file', async () => {
    const fields = new Map(of.content.provenance.fields.map(({ name, value }) => [name, value]))
    expect(fields.get('SHA-256 of the scenario’s file')).toBe(
      await sha256(serializeScenario(strike)),
    )
    expect(fields.get('Draws')).toBe(String(strike.run.draws))
  })

  it('is plain data, and speaks of likelihood and confidence in no one sentence', () => {
    expect(JSON.parse(JSON.stringify(of.content))).toEqual(of.content)
    const sentences = textsOf(of.content).flatMap((text) => text.split(/(?<=[.!?])\s/))
    const both = sentences.filter(
      (text) => /confiden/i.test(text) && /likel|chance|probab|\d\s?%/i.test(text),
    )
    expect(both).toEqual([])
  })
})

describe('evidence in a document', () => {
  it('comes in order of time, with what is disputed marked', async () => {
    const { content } = await briefed(disputing('embassy-attack'))
    const { items, sentences } = content.evidence
    const days = items.map(({ isoDate }) => Date.parse(`${isoDate}-01-01`.slice(0, 10)))
    expect(days).toEqual([...days].sort((a, b) => a - b))
    expect(items.filter(({ isDisputed }) => isDisputed).map(({ id }) => id)).toEqual([
      'embassy-attack',
    ])
    expect(sentences[0]).toContain(`${items.length} items of evidence, 1 disputed.`)
  })
})

describe('a text for a document', () => {
  it('has no control, no half of a character, and one kind of line end', () => {
    expect(printable('a\u0000b\u0008c\u001fd\ufffee\u0085f')).toBe('abcdef')
    expect(printable('one\r\ntwo\rthree\u2028four\tfive')).toBe('one\ntwo\nthree\nfour\tfive')
    expect(printable('\ud83d!')).toBe('\ufffd!')
    expect(printable('🕊️ שלום <b>&amp;</b>')).toBe('🕊️ שלום <b>&amp;</b>')
  })
})
