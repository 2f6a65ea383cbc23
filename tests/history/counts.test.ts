import { describe, expect, it } from 'vitest'
import { classRates, transitionsAt } from '../../src/history/base-rates'
import { cellsOf, classNamed, pairClass, WIDE_CLASSES } from '../../src/history/classes'
import { rowsOf } from '../../src/history/csv'
import { STATES, type State, stateOf } from '../../src/history/ladder'
import { monthOf, monthText } from '../../src/history/months'
import { pairDisputesOf, pairOf, pairText } from '../../src/history/pairs'
import { countPublished } from '../../src/history/published'
import { readRecords } from '../../src/history/records'
import { tallyMove } from '../../src/history/tally'
import { readCsv } from '../read-csv'
import { reference, sliceFiles, sliceHistory, sliceRecords } from './slice'

const expected = reference()
const history = sliceHistory()
const incidentCells = (id: string) => cellsOf(classNamed(id), history.cells.incident)

describe('the raw records', () => {
  it('are read as another reader has them', () => {
    for (const text of Object.values(sliceFiles())) {
      const [names = [], ...rows] = readCsv(text.replaceAll('\n', '\r\n'))
      const read = rowsOf(text).map((row) => names.map((name) => row[name]))
      expect(read.length).toBeGreaterThan(7)
      expect(read).toEqual(rows)
    }
  })

  it('may have cells in quotation marks, with commas and marks in them', () => {
    expect(rowsOf('"a","b",c\r\n"x, ""y""",2,\r\n')).toEqual([{ a: 'x, "y"', b: '2', c: '' }])
  })

  it('stop the reading where a number is missing', () => {
    const files = { ...sliceFiles(), disputes: 'dispnum,stmon\n1,5\n' }
    expect(() => readRecords(files)).toThrow('no number in column styear')
  })

  it('have months without days, and deaths that are not known', () => {
    const dispute = sliceRecords().disputes.find(({ id }) => id === 4317)
    expect(dispute).toMatchObject({ from: monthOf(2001, 7), to: monthOf(2001, 12), fatality: 0 })
    expect(monthText(dispute?.to ?? 0)).toBe('2001-12')
    expect([stateOf(4, undefined), stateOf(4, 0), stateOf(4, 1), stateOf(3, 2)]).toEqual([
      2, 2, 3, 1,
    ])
  })
})

describe('Iran and Azerbaijan', () => {
  const pair = pairOf(630, 373)

  it('stood on opposite sides in four disputes, and on the same in one', () => {
    const { opposed, together } = countPublished(sliceRecords())
    expect(opposed).toEqual([4317, 4409, 4418, 4642])
    expect(together).toEqual([3564])
  })

  // By hand from the rows of midi.csv: incidents in July and August 2001, February 2002, May
  // 2003, October and November 2011; a move in the month after August 2001, and so on.
  it('moved as their incidents say', () => {
    const own = pairClass(pair, history.cells.dispute)
    const found = transitionsAt(history, own, 'incident')
      .filter(({ events }) => events > 0)
      .map(({ from, to, events, months }) => `${from}>${to} ${events} in ${months}`)
    expect(found).toEqual([
      // Quiet: Sept 2001 to Jan 2002, March 2002 to Feb 2003, June 2003 to May 2004, Dec 2011 to
      // Nov 2012: 5 + 12 + 12 + 12 months, of which one led back, by half.
      'calm>threat 1 in 40.5',
      // July 2001 stayed; August 2001, February 2002 and May 2003 were left.
      'threat>calm 3 in 2.5',
      // October 2011 stayed, November 2011 was left.
      'deaths>calm 1 in 1.5',
    ])
    expect(classRates(history, own).incident?.pairs).toBe(1)
  })

  it('fell into three disputes of display and one with deaths, in 23 years', () => {
    const rows = transitionsAt(history, pairClass(pair, history.cells.dispute), 'dispute')
    const events = Object.fromEntries(rows.map(({ to, events }) => [to, events]))
    expect(events).toEqual({ threat: 3, force: 0, deaths: 1, war: 0, any: 4 })
    // 276 months from 1992, less 6 + 1 + 1 + 2 in disputes (the first months of which began in
    // peace), less half a month for each onset.
    const inDisputeBefore = 5 + 0 + 0 + 1
    const afterDispute = 4
    expect(rows[0]?.months).toBe(276 - inDisputeBefore - afterDispute - 3 * 0.5 - 0.5)
  })

  it('face nobody on their own side', () => {
    const opponents = pairDisputesOf(sliceRecords()).filter(({ dispute }) => dispute.id === 3564)
    expect(opponents.map((each) => pairText(each.pair))).not.toContain('373-630')
    expect(opponents.map((each) => pairText(each.pair))).toContain('371-373')
  })
})

describe('counts and exposure', () => {
  it('of onsets are those of another program', () => {
    const row = (to: State) => tallyMove(history.cells.dispute, 0, to)
    expect([1, 2, 3, 4].map((to) => row(to as State).events)).toEqual(expected.onsets.events)
    expect(row(1).months).toBe(expected.onsets.months)
  })

  it.each(Object.keys(expected.moves))('of moves in %s are those of another program', (id) => {
    const cells = incidentCells(id)
    for (const { from, to, events, months } of expected.moves[id] ?? []) {
      const tally = tallyMove(cells, from as State, to as State)
      expect([from, to, tally.events, tally.months]).toEqual([from, to, events, months])
    }
  })

  it('add up over pairs, and over classes that share nothing', () => {
    const all = tallyMove(history.cells.incident, 2, 0)
    const pairs = [...all.byPair.values()]
    expect(pairs.reduce((sum, { events }) => sum + events, 0)).toBe(all.events)
    expect(pairs.reduce((sum, { months }) => sum + months, 0)).toBe(all.months)
    const land = history.cells.incident.filter(({ relation }) => relation.areLandNeighbours)
    const other = history.cells.incident.filter(({ relation }) => !relation.areLandNeighbours)
    expect(tallyMove(land, 2, 0).months + tallyMove(other, 2, 0).months).toBe(all.months)
  })

  it('borrow from a class that contains them', () => {
    for (const each of WIDE_CLASSES) {
      for (const [level, parent] of Object.entries(each.borrowsFrom)) {
        const cells = history.cells[level as 'dispute' | 'incident']
        const wider = new Set(cellsOf(classNamed(parent), cells))
        const own = each.countsMove ? [] : cellsOf(each, cells)
        expect(own.filter((cell) => !wider.has(cell))).toEqual([])
      }
    }
  })
})

describe('pooled rates', () => {
  it('are those of another program, with their intervals', () => {
    const rows = transitionsAt(history, classNamed('former-soviet-neighbours'), 'incident')
    for (const each of expected.pooled) {
      const [from, to] = [STATES[each.from], STATES[each.to]]
      const { pooled } = rows.find((row) => row.from === from && row.to === to) ?? {}
      // Two grids of different make: to 0.2 % in the mean and the upper end; the lower end of a
      // shape near ½ moves with the square of what the shape does.
      expect((pooled?.mean ?? 0) / (each.events / each.months)).toBeCloseTo(1, 2.4)
      expect((pooled?.low ?? 0) / each.low).toBeCloseTo(1, 1.5)
      expect((pooled?.high ?? 0) / each.high).toBeCloseTo(1, 2.4)
    }
  })
})
