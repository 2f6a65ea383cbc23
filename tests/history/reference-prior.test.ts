import { describe, expect, it } from 'vitest'
import type { PriorReference, RecordMove } from '../../src/forecast/scenario'
import type { BaseRateTable } from '../../src/history/base-rate-table'
import type { ClassRates } from '../../src/history/base-rates'
import shipped from '../../src/history/base-rates.json'
import {
  classRows,
  priorFromRecord,
  recordMoves,
  rowOfReference,
  sayBesideRecord,
  sayBorrowed,
  sayClassRow,
  sayRecordMove,
} from '../../src/history/reference-prior'
import { baselineScenario } from '../bundled'

const table = shipped as unknown as BaseRateTable

const ONSET: RecordMove = { level: 'dispute', from: 'calm', to: 'any' }
const UP: RecordMove = { level: 'incident', from: 'threat', to: 'deaths' }

/** Two classes in round numbers: one with a record of its own, one that borrows. */
const wide: ClassRates = {
  id: 'wide',
  label: 'All pairs',
  description: '',
  source: '',
  incident: { fromYear: 1993, toYear: 2014, pairs: 40 },
  transitions: [
    {
      ...UP,
      events: 120,
      disputes: 60,
      months: 310,
      unknownDeaths: 0,
      own: { events: 120.5, months: 310, mean: 0.38871, low: 0.33, high: 0.45 },
    },
  ],
}
const narrow: ClassRates = {
  ...wide,
  id: 'narrow',
  label: 'Few pairs',
  transitions: [
    {
      ...UP,
      events: 1,
      disputes: 1,
      months: 1,
      unknownDeaths: 0,
      own: { events: 1.5, months: 1, mean: 1.5, low: 0.2, high: 3.9 },
      pooled: { events: 6, months: 12, mean: 0.5, low: 0.2, high: 0.9 },
      weightOfWider: 0.624,
      borrowsFrom: 'wide',
    },
  ],
}
const small = { classes: [wide, narrow] }
const rowIn = (id: string) => {
  const found = rowOfReference(small, { class: id, ...UP })
  if (!found) throw new Error(id)
  return found
}

describe('the prior of a class', () => {
  it('has the rate after borrowing, and the weight that is given', () => {
    // 2 events at 0.5 a month take 4 months; 120.5 in 310 months is 0.38871, so 1 takes 2.57261.
    expect(priorFromRecord(rowIn('narrow').estimate, 2)).toEqual({ events: 2, months: 4 })
    expect(priorFromRecord(rowIn('wide').estimate, 1)).toEqual({ events: 1, months: 2.57261 })
  })

  it('keeps the class’s rate to the digits of the library, whatever the weight', () => {
    for (const each of recordMoves(table).flatMap((move) => classRows(table, move))) {
      for (const weight of [0.5, 1, 3, 120]) {
        const { events, months } = priorFromRecord(each.estimate, weight)
        expect(events).toBe(weight)
        expect(Math.abs(events / months / each.estimate.mean - 1)).toBeLessThan(5.1e-6)
        expect(months).toBeLessThan(1e9)
      }
    }
  })
})

describe('the moves of the library', () => {
  it('are five into a dispute and twenty between months, each in words of its own', () => {
    const moves = recordMoves(table)
    expect(moves.filter(({ level }) => level === 'dispute')).toHaveLength(5)
    expect(moves.filter(({ level }) => level === 'incident')).toHaveLength(20)
    expect(new Set(moves.map(sayRecordMove)).size).toBe(25)
  })

  it('are in the classes that have the level', () => {
    const ids = (move: RecordMove) => classRows(table, move).map(({ each }) => each.id)
    const narrower = ['bilateral', 'land-neighbours', 'rivals', 'former-soviet-neighbours']
    expect(ids(ONSET)).toEqual(['all-1946', 'all-1992', ...narrower, 'pair-373-630'])
    expect(ids(UP)).toEqual(['all-1992', ...narrower, 'pair-373-630'])
    expect(ids({ level: 'dispute', from: 'war', to: 'calm' })).toEqual([])
  })

  it('are said as one would', () => {
    expect(sayRecordMove(ONSET)).toBe('peace → a dispute of any kind')
    expect(sayRecordMove({ ...ONSET, to: 'threat' })).toBe(
      'peace → at worst threat or display of force',
    )
    expect(sayRecordMove(UP)).toBe('threat or display of force → use of force with deaths')
    expect(sayRecordMove({ level: 'incident', from: 'war', to: 'calm' })).toBe('war → quiet')
  })
})

describe('what is said of a class', () => {
  it('cites it by its counts', () => {
    expect(sayClassRow(rowIn('wide'))).toBe(
      'All pairs, threat → deaths, incidents 1993–2014: 120 events in 310 months (MID 5.0)',
    )
    expect(sayClassRow(rowIn('narrow'))).toContain(': 1 event in 1 month (MID 5.0)')
  })

  it('says how much it borrows, and from whom', () => {
    expect(sayBorrowed(small, rowIn('narrow'))).toBe('borrows 62\u202f% from All pairs')
    expect(sayBorrowed(small, rowIn('wide'))).toBe('its own record alone')
    const withShare = (weightOfWider: number) => {
      const found = rowIn('narrow')
      return sayBorrowed(small, { ...found, row: { ...found.row, weightOfWider } })
    }
    expect(withShare(0.002)).toBe('borrows <\u202f1\u202f% from All pairs')
    expect(withShare(1)).toBe('borrowed whole from All pairs')
  })

  it('holds a prior against it', () => {
    // 0.5 a month is 6 a year; one event in 8 months is 1.5 a year.
    expect(sayBesideRecord(rowIn('narrow'), { events: 1, months: 8 })).toBe(
      'The record of this class: 6 a year; this prior: 1.5 a year.',
    )
    expect(sayBesideRecord(rowIn('narrow'), { events: 3, months: 6 })).toBe(
      'This prior has the rate of the record, 6 a year.',
    )
  })
})

describe('the bundled case', () => {
  it('rests four of its priors on classes that the library has', () => {
    const cited = baselineScenario().case.transitions.flatMap(({ id, prior, reference }) =>
      reference ? [{ id, prior, reference }] : [],
    )
    const found = ({ reference }: { reference: PriorReference }) => {
      const row = rowOfReference(table, reference)
      return row && sayClassRow(row)
    }
    expect(cited.map((each) => [each.id, each.prior, found(each)])).toEqual([
      [
        'diplomatic>show-of-force',
        { events: 1, months: 17 },
        'The pair itself: Iran and Azerbaijan, calm → any dispute, disputes 1992–2014: 4 events in 264 months (MID 5.0)',
      ],
      [
        'show-of-force>diplomatic',
        { events: 3, months: 3 },
        'All disputes since 1992, threat → calm, incidents 1993–2014: 840 events in 893.5 months (MID 5.0)',
      ],
      [
        'show-of-force>confrontation',
        { events: 1, months: 8 },
        'Land neighbours, threat → deaths, incidents 1993–2014: 19 events in 496.5 months (MID 5.0)',
      ],
      [
        'confrontation>show-of-force',
        { events: 2, months: 4 },
        'Bilateral disputes, deaths → calm, incidents 1993–2014: 105 events in 183.5 months (MID 5.0)',
      ],
    ])
  })
})
