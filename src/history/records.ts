import { type Row, rowsOf } from './csv'
import type { Fatality } from './ladder'
import { type Month, monthOf } from './months'

/** The raw files, as text. */
export interface RawFiles {
  readonly disputes: string
  readonly participants: string
  readonly incidents: string
  readonly incidentParticipants: string
  readonly contiguity: string
  readonly states: string
  readonly rivalries: string
}

/** Where each raw file stands in the folder of the data. */
export const RAW_PATHS: Readonly<Record<keyof RawFiles, string>> = {
  disputes: 'mid5/mida.csv',
  participants: 'mid5/midb.csv',
  incidents: 'mid5/midi.csv',
  incidentParticipants: 'mid5/midip.csv',
  contiguity: 'contiguity.csv',
  states: 'states.csv',
  rivalries: 'rivalries.csv',
}

/** A span of months, both ends within. */
export interface Span {
  readonly from: Month
  readonly to: Month
}

export interface Dispute extends Span {
  readonly id: number
  readonly hostility: number
  readonly fatality: Fatality
  readonly statesOnSideA: number
  readonly statesOnSideB: number
  /** Days at the least and at the most, where days of the beginning or end are not known. */
  readonly days: { readonly least: number; readonly most: number }
  /** Still going on when the record ends. */
  readonly isOpen: boolean
}

/** A state in a dispute or an incident. */
export interface Participant {
  readonly state: number
  readonly isSideA: boolean
  readonly hostility: number
  readonly fatality: Fatality
}

export interface DisputeParticipant extends Participant, Span {
  readonly dispute: number
}

export interface Incident extends Span {
  readonly id: number
  readonly dispute: number
  readonly participants: readonly Participant[]
}

/** Two states between two years, both within; the lower code first. */
export interface PairYears {
  readonly a: number
  readonly b: number
  readonly fromYear: number
  readonly toYear: number
}

export interface Contiguity extends PairYears {
  /** 1 is a border by land or river, 2 to 5 across more and more water. */
  readonly kind: number
}

export interface Membership extends Span {
  readonly state: number
}

/** Everything that base rates and the back-test are made of. */
export interface Records {
  readonly disputes: readonly Dispute[]
  readonly participants: readonly DisputeParticipant[]
  readonly incidents: readonly Incident[]
  /** Incidents that had to be left out because their month is not known. */
  readonly incidentsWithoutMonth: number
  readonly contiguity: readonly Contiguity[]
  readonly memberships: readonly Membership[]
  readonly rivalries: readonly PairYears[]
}

function number(row: Row, column: string): number {
  const value = Number(row[column] || Number.NaN)
  if (!Number.isFinite(value)) throw new RangeError(`no number in column ${column}: ${row[column]}`)
  return value
}

const fatalityOf = (row: Row): Fatality => {
  const level = number(row, 'fatality')
  return level < 0 ? undefined : level
}

/** Days that are not known do no harm: everything is counted by month. */
const spanOf = (row: Row): Span => {
  const from = monthOf(number(row, 'styear'), number(row, 'stmon'))
  const to = monthOf(number(row, 'endyear'), number(row, 'endmon'))
  return { from, to: Math.max(from, to) }
}

const disputeOf = (row: Row): Dispute => ({
  ...spanOf(row),
  id: number(row, 'dispnum'),
  hostility: number(row, 'hostlev'),
  fatality: fatalityOf(row),
  statesOnSideA: number(row, 'numa'),
  statesOnSideB: number(row, 'numb'),
  days: { least: number(row, 'mindur'), most: number(row, 'maxdur') },
  isOpen: number(row, 'ongo2014') === 1,
})

const participantOf = (row: Row, side: string): Participant => ({
  state: number(row, 'ccode'),
  isSideA: number(row, side) === 1,
  hostility: number(row, 'hostlev'),
  fatality: fatalityOf(row),
})

const pairOfRow = (row: Row): Pick<PairYears, 'a' | 'b'> => {
  const codes = [number(row, 'ccode1'), number(row, 'ccode2')]
  return { a: Math.min(...codes), b: Math.max(...codes) }
}

/** `YYYY-MM-DD` */
const yearOfDate = (row: Row, column: string): number => Number((row[column] ?? '').slice(0, 4))

function incidentsOf(files: RawFiles): Pick<Records, 'incidents' | 'incidentsWithoutMonth'> {
  const participants = new Map<number, Participant[]>()
  for (const row of rowsOf(files.incidentParticipants)) {
    const id = number(row, 'incidnum')
    const known = participants.get(id)
    const participant = participantOf(row, 'insidea')
    if (known) known.push(participant)
    else participants.set(id, [participant])
  }
  const rows = rowsOf(files.incidents)
  const dated = rows.filter((row) => number(row, 'stmon') > 0)
  const incidents = dated.map((row) => {
    const id = number(row, 'incidnum')
    // Without a month for its end, an incident is known for the month of its beginning.
    const span =
      number(row, 'endmon') > 0
        ? spanOf(row)
        : spanOf({ ...row, endmon: row.stmon ?? '', endyear: row.styear ?? '' })
    return {
      ...span,
      id,
      dispute: number(row, 'dispnum'),
      participants: participants.get(id) ?? [],
    }
  })
  return { incidents, incidentsWithoutMonth: rows.length - dated.length }
}

/** Reads the raw files. A file of another shape is an error that says which column. */
export function readRecords(files: RawFiles): Records {
  return {
    disputes: rowsOf(files.disputes).map(disputeOf),
    participants: rowsOf(files.participants).map((row) => ({
      ...participantOf(row, 'sidea'),
      ...spanOf(row),
      dispute: number(row, 'dispnum'),
    })),
    ...incidentsOf(files),
    contiguity: rowsOf(files.contiguity).map((row) => ({
      ...pairOfRow(row),
      kind: number(row, 'conttype'),
      fromYear: yearOfDate(row, 'stdate'),
      toYear: yearOfDate(row, 'enddate'),
    })),
    memberships: rowsOf(files.states).map((row) => ({
      state: number(row, 'ccode'),
      from: monthOf(number(row, 'styear'), number(row, 'stmonth')),
      to: monthOf(number(row, 'endyear'), number(row, 'endmonth')),
    })),
    rivalries: rowsOf(files.rivalries).map((row) => ({
      ...pairOfRow(row),
      fromYear: number(row, 'start'),
      toYear: number(row, 'end'),
    })),
  }
}
