import { describe, expect, it } from 'vitest'
import { countChances, shareInBand } from '../../src/history/backtest/bands'
import { ladderForecast, singleParts } from '../../src/history/backtest/ladder-forecast'
import { classLadder } from '../../src/history/backtest/ladders'
import { HORIZONS, hasReached, originsOf } from '../../src/history/backtest/origins'
import { recordTables } from '../../src/history/backtest/record-tables'
import { rollingForecasts } from '../../src/history/backtest/rolling'
import { trackRecord } from '../../src/history/backtest/track-record'
import { spellsUpTo, withSpeeds } from '../../src/history/backtest/two-speeds'
import { historyFrom } from '../../src/history/base-rates'
import type { State } from '../../src/history/ladder'
import { monthOf, yearOf } from '../../src/history/months'
import type { Records } from '../../src/history/records'
import { reference, sliceRecords } from './slice'

const expected = reference().backTest
const records = sliceRecords()
const history = historyFrom(records)
const origins = originsOf(records, history.panel)
const settings = { fromYear: expected.fromYear, toYear: expected.toYear, samples: 100, seed: 1 }
const record = trackRecord(records, history, settings)

describe('the back-test of the slice', () => {
  it.each(expected.questions)(
    'scores $model on reaching $outcome within $months as another program does',
    ({ outcome, months, model, forecasts, events, brier, logarithmic }) => {
      const question = record.questions.find(
        (each) => each.outcome === outcome && each.months === months,
      )
      expect([question?.forecasts, question?.events]).toEqual([forecasts, events])
      const score = question?.scores.find((each) => each.model === model)
      // The ladder's mean is over 256 draws here and 8,000 random ones there.
      const digits = model === 'ladder' ? 2.7 : 9
      expect(score?.brier.value).toBeCloseTo(brier, digits)
      expect(score?.logarithmic.value).toBeCloseTo(logarithmic, model === 'ladder' ? 2 : 9)
    },
  )

  it.each(expected.ranked)(
    'scores $model on the rung after $months months as another program does',
    ({ months, model, score }) => {
      const ranked = record.ranked.find((each) => each.months === months)
      const own = ranked?.scores.find((each) => each.model === model)
      expect(own?.score.value).toBeCloseTo(score, model === 'ladder' ? 2.7 : 9)
    },
  )

  it('takes the Brier score apart so that the parts add up', () => {
    for (const { brier, decomposition } of record.questions.flatMap(({ scores }) => scores)) {
      const { reliability, resolution, uncertainty, withinBins } = decomposition
      expect(reliability - resolution + uncertainty + withinBins).toBeCloseTo(brier.value, 12)
    }
  })

  it('counts every forecast in one bin', () => {
    for (const { forecasts, reliability } of record.questions) {
      for (const { bins } of reliability) {
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(forecasts)
      }
    }
  })

  it('says the same every time, and its tables too', () => {
    expect(trackRecord(records, history, settings)).toEqual(record)
    expect(recordTables(record)).toContain('### Reaching use of force within 3 months')
  })
})

describe('nothing from the future', () => {
  /** The record with every incident from a year on turned into a display that lasts. */
  const distorted = (year: number): Records => ({
    ...records,
    incidents: records.incidents.map((incident) =>
      yearOf(incident.from) < year
        ? { ...incident, to: Math.min(incident.to, monthOf(year, 1) - 1) }
        : {
            ...incident,
            participants: incident.participants.map((each) => ({ ...each, hostility: 3 })),
          },
    ),
    disputes: records.disputes.map((each) => ({ ...each, fatality: 6 })),
  })

  it('is in a forecast: another future leaves it as it was', () => {
    const year = 2003
    const rolling = { fromYear: year, toYear: year, horizons: [3] }
    const isNewYear = ({ month }: { month: number }) => month === monthOf(year, 1)
    const other = distorted(year)
    const otherHistory = historyFrom(other)
    // Both futures have to have somebody to forecast for, on the same rung.
    const known = originsOf(records, history.panel).filter(({ month }) => month < monthOf(year, 1))
    const asked = { ...(known.at(-1) ?? origins[0]), month: monthOf(year, 1), later: [0, 0, 0] }
    const origin = asked as (typeof origins)[number]
    const said = (from: typeof history, all: typeof origins) =>
      rollingForecasts(from, [...all.filter(({ month }) => yearOf(month) < year), origin], rolling)
        .filter((each) => isNewYear(each.origin))
        .map((each) => each.said)
    const here = said(history, origins)
    const there = said(otherHistory, originsOf(other, otherHistory.panel))
    expect(here).toHaveLength(1)
    expect(there).toEqual(here)
  })

  it('but the past is: another past changes it', () => {
    const before = classLadder(history, 'land-neighbours', 2003)
    const after = classLadder(historyFrom(distorted(1999)), 'land-neighbours', 2003)
    expect(after).not.toEqual(before)
  })
})

describe('an origin', () => {
  it('has what came after it, as far as the record goes', () => {
    const pair = origins.filter((each) => each.pair.a === 373 && each.pair.b === 630)
    expect(pair.map(({ month, state }) => [month, state])).toEqual([
      [monthOf(2001, 7), 1],
      [monthOf(2001, 8), 1],
      [monthOf(2002, 2), 1],
      [monthOf(2003, 5), 1],
      [monthOf(2011, 10), 3],
      [monthOf(2011, 11), 3],
    ])
    expect(pair.map(({ monthsOnRung }) => monthsOnRung)).toEqual([1, 2, 1, 1, 1, 2])
    const [july] = pair
    expect(july?.later).toEqual([1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
    expect(july && HORIZONS.map((months) => hasReached(july, 2, months))).toEqual(
      HORIZONS.map(() => false),
    )
    expect(july?.classId).toBe('former-soviet-neighbours')
  })
})

describe('a ladder', () => {
  const known = { events: 1e9, months: 1e9 }
  const part = (state: State, phase = 0) => ({ state, phase })
  const model = {
    parts: singleParts,
    rates: [
      { from: part(1), to: part(2), rate: { ...known, months: 1e10 } },
      { from: part(1), to: part(0), rate: { ...known, months: 5e9 } },
    ],
  }

  it('forecasts what its rates say', () => {
    // Leaves at 0.3 a month, a third of the time upwards.
    const { reach, states } = ladderForecast(model, part(1), 3)
    const left = 1 - Math.exp(-0.9)
    expect(reach[0]?.[0]).toBeCloseTo(left / 3, 4)
    expect(reach[1]?.[0]).toBeCloseTo(0, 9)
    expect(states[1]).toBeCloseTo(1 - left, 4)
    expect(states[0]).toBeCloseTo((2 * left) / 3, 4)
  })

  it('with two speeds is a mixture of both', () => {
    const phases = [
      { share: 0.75, ending: 0.5 },
      { share: 0.25, ending: 0.1 },
    ]
    const wide = withSpeeds(model, [{ state: 1, phases, factors: [2, 0.25] }])
    expect(wide.parts).toHaveLength(6)
    const [fast, slow] = [0, 1].map(
      (phase) => ladderForecast(wide, part(1, phase), 3).reach[0]?.[0],
    )
    expect(fast).toBeCloseTo((1 - Math.exp(-1.8)) / 3, 4)
    expect(slow).toBeCloseTo((1 - Math.exp(-0.225)) / 3, 4)
  })
})

describe('stays on a rung', () => {
  it('are known as far as a year', () => {
    const stays = (year: number) =>
      spellsUpTo(
        {
          histories: history.panel.histories.filter(({ pair }) => pair.a === 373 && pair.b === 630),
          monthsOfUnknownDeaths: 0,
        },
        year,
      )
        .filter(({ state }) => state > 0)
        .map(({ state, steps, hasEnded }) => `${state}: ${steps}${hasEnded ? '' : '+'}`)
    expect(stays(2000)).toEqual([])
    expect(stays(2001)).toEqual(['1: 2'])
    expect(stays(2014)).toEqual(['1: 2', '1: 1', '1: 1', '3: 2'])
  })
})

describe('bands', () => {
  it('with chance are the binomial’s where the chance is known', () => {
    const chances = countChances(Float64Array.of(0.5), 2)
    for (const [at, each] of [0.25, 0.5, 0.25].entries()) expect(chances[at]).toBeCloseTo(each, 9)
  })

  it('hold the nominal share of what they forecast, on average', () => {
    const chances = countChances(Float64Array.of(0.1, 0.3, 0.35), 7)
    for (const nominal of [0.5, 0.9]) {
      const inside = chances.reduce(
        (sum, chance, count) => sum + chance * shareInBand(chances, count, nominal),
        0,
      )
      expect(inside).toBeCloseTo(nominal, 9)
    }
  })
})
