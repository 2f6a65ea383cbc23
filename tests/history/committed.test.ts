import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordTables } from '../../src/history/backtest/record-tables'
import type { TrackRecord } from '../../src/history/backtest/track-record'
import type { BaseRateTable } from '../../src/history/base-rate-table'
import { derivedJson } from '../../src/history/derived-json'
import { PUBLISHED } from '../../src/history/published'
import { gammaBelow } from './gamma-by-sum'

/** What is committed and ships, read as it is. */

const read = (path: string): string =>
  readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8')
const ratesText = read('src/history/base-rates.json')
const recordText = read('src/history/track-record.json')
const rates = JSON.parse(ratesText) as BaseRateTable
const record = JSON.parse(recordText) as TrackRecord

describe('the base rates that ship', () => {
  it('come from the records that gave the figures known before', () => {
    expect(rates.figures).toEqual(PUBLISHED)
    expect(PUBLISHED).toMatchObject({ disputesAtWar: 106, disputes: 2436 })
    expect(PUBLISHED).toMatchObject({ disputesSince1946AtWar: 29, disputesSince1946: 1726 })
    expect(PUBLISHED).toMatchObject({
      bilateralLandNeighboursAtWar: 11,
      bilateralLandNeighbours: 957,
    })
    expect(PUBLISHED.opposed).toEqual([4317, 4409, 4418, 4642])
  })

  it('hold the classes that were asked for', () => {
    expect(rates.classes.map(({ id }) => id)).toEqual([
      'all-1946',
      'all-1992',
      'bilateral',
      'land-neighbours',
      'rivals',
      'former-soviet-neighbours',
      'pair-373-630',
    ])
  })

  it('have the posterior that their counts give, and its interval', () => {
    for (const { own, events, months } of rates.classes.flatMap(({ transitions }) => transitions)) {
      if (!own) {
        expect(months).toBe(0)
        continue
      }
      expect(own.events).toBe(events + 0.5)
      expect(own.months).toBe(months)
      expect(own.mean / (own.events / own.months)).toBeCloseTo(1, 5)
      expect(own.low).toBeLessThan(own.mean)
      if (events > 20) continue
      expect(gammaBelow(own.events, own.low * own.months)).toBeCloseTo(0.05, 5)
      expect(gammaBelow(own.events, own.high * own.months)).toBeCloseTo(0.95, 5)
    }
  })

  it('borrow within what is known: pooled means lie between their own and some wider rate', () => {
    for (const { weightOfWider, pooled, own } of rates.classes.flatMap(
      (each) => each.transitions,
    )) {
      expect(pooled ?? own).toBeDefined()
      if (weightOfWider === undefined) continue
      expect(weightOfWider).toBeGreaterThanOrEqual(0)
      expect(weightOfWider).toBeLessThanOrEqual(1)
    }
  })
})

describe('the track record that ships', () => {
  it('has a question for each rung and horizon', () => {
    expect(record.questions.map(({ outcome, months }) => `${outcome} ${months}`)).toEqual(
      ['force', 'deaths', 'war'].flatMap((rung) =>
        [1, 3, 6, 12].map((months) => `${rung} ${months}`),
      ),
    )
  })

  it('is what the tables of the document were made of', () => {
    expect(read('docs/validation-tables.md')).toBe(`${recordTables(record)}\n`)
  })

  it('takes every Brier score apart so that the parts add up', () => {
    for (const { brier, decomposition } of record.questions.flatMap(({ scores }) => scores)) {
      const { reliability, resolution, uncertainty, withinBins } = decomposition
      expect(reliability - resolution + uncertainty + withinBins).toBeCloseTo(brier.value, 5)
    }
  })

  it('gives a second speed by the rule set down beforehand', () => {
    const [all, ...single] = record.secondSpeed.comparisons
    for (const { passes, rankedDifference, brierForceDifference } of record.secondSpeed
      .comparisons) {
      expect(passes).toBe(rankedDifference.high < 0 && brierForceDifference.low <= 0)
    }
    const given = single.filter(({ passes }) => passes).flatMap(({ rungs }) => rungs)
    expect(record.secondSpeed.rungsGiven).toEqual(all?.passes ? given : [])
  })
})

describe('derived tables as text', () => {
  it('are as they were written', () => {
    expect(`${derivedJson(rates)}\n`).toBe(ratesText)
    expect(`${derivedJson(record)}\n`).toBe(recordText)
  })

  it('keep six digits, a row to a line, and leave out what is not there', () => {
    const value = { a: Math.PI * 1000, rows: [{ b: 1, c: { d: [1, 2] }, e: undefined }], none: [] }
    expect(derivedJson(value)).toBe(
      '{\n  "a": 3141.59,\n  "rows": [\n    {\n      "b": 1,\n      "c": { "d": [1, 2] }\n    }\n  ],\n  "none": []\n}',
    )
  })
})
