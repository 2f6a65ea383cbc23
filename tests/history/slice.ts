import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type History, historyFrom } from '../../src/history/base-rates'
import { RAW_PATHS, type RawFiles, type Records, readRecords } from '../../src/history/records'

const folder = join(import.meta.dirname, 'slice')

/** The raw files of tests/history/slice, as text. */
export const sliceFiles = (): RawFiles =>
  Object.fromEntries(
    Object.entries(RAW_PATHS).map(([name, path]) => [
      name,
      readFileSync(join(folder, path), 'utf8'),
    ]),
  ) as Record<keyof RawFiles, string>

export const sliceRecords = (): Records => readRecords(sliceFiles())

export const sliceHistory = (): History => historyFrom(sliceRecords())

interface Question {
  readonly outcome: string
  readonly months: number
  readonly model: 'climatology' | 'ladder' | 'persistence'
  readonly forecasts: number
  readonly events: number
  readonly brier: number
  readonly logarithmic: number
}

interface Move {
  readonly from: number
  readonly to: number
  readonly events: number
  readonly months: number
}

/** What tests/reference/history.py makes of the same slice. */
export interface Reference {
  readonly onsets: { readonly months: number; readonly events: readonly number[] }
  readonly moves: Readonly<Record<string, readonly Move[]>>
  readonly pooled: readonly (Move & { readonly low: number; readonly high: number })[]
  readonly backTest: {
    readonly fromYear: number
    readonly toYear: number
    readonly questions: readonly Question[]
    readonly ranked: readonly {
      readonly months: number
      readonly model: 'climatology' | 'ladder'
      readonly score: number
    }[]
  }
  readonly scores: {
    readonly forecasts: readonly number[]
    readonly outcomes: readonly number[]
    readonly brier: number
    readonly logarithmic: number
    readonly decomposition: readonly number[]
    readonly categories: readonly number[]
    readonly distributions: readonly (readonly number[])[]
    readonly ranked: readonly number[]
  }
  readonly holdingTimes: {
    readonly steps: readonly number[]
    readonly ended: readonly boolean[]
    readonly logLikelihood: number
    readonly endings: readonly number[]
    readonly shares: readonly number[]
  }
}

export const reference = (): Reference =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../reference/history.json'), 'utf8'),
  ) as Reference
