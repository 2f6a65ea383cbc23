import { basename, extname, resolve } from 'node:path'
import type { Cell } from '../../briefing/cell'
import { readFailureWords, readTextFile } from '../documents/read-file'
import { csvRows } from './csv-rows'

/** Which values of what the files of a sweep were given; empty where there is no index. */
export interface SweepIndex {
  /** The names of what was varied. */
  readonly varied: readonly string[]
  /** Of the files, in their order. */
  readonly stems: readonly string[]
  /** One for each name of `varied`; undefined for a file that the index does not know. */
  valuesOf(stem: string): readonly Cell[] | undefined
}

/** The name by which a scenario file and the result of it belong together. */
export const stemOf = (file: string): string => basename(file, extname(file))

const NO_INDEX: SweepIndex = { varied: [], stems: [], valuesOf: () => [] }

/** Reads the index of a sweep, or says what is wrong with it. */
export async function readSweepIndex(
  file: string | undefined,
): Promise<SweepIndex | { problem: string }> {
  if (file === undefined) return NO_INDEX
  const read = await readTextFile(resolve(file))
  if (!read.ok) {
    const isOther = read.failure === 'folder' || read.failure === 'not-a-file'
    return {
      problem: isOther ? 'The index of a sweep was expected.' : readFailureWords[read.failure],
    }
  }
  const [head = [], ...rows] = csvRows(read.text)
  const [first, ...varied] = head
  if (/^"?file"?;/.test(read.text.replace(/^\ufeff/, ''))) {
    return {
      problem:
        'line 1: the cells are separated by semicolons; they are wanted with commas, as brink sweep writes them. Save the table as CSV with commas, or give the index as it was written',
    }
  }
  if (first !== 'file' || varied.length === 0) {
    return { problem: 'line 1: expected “file” and what was varied, as brink sweep writes it' }
  }
  const wrong = rows.findIndex((row) => row.length !== head.length)
  if (wrong >= 0) {
    return {
      problem: `line ${wrong + 2}: expected ${head.length} cells, found ${rows[wrong]?.length}`,
    }
  }
  const values = new Map(rows.map(([name = '', ...cells]) => [stemOf(name), cells.map(asCell)]))
  return { varied, stems: [...values.keys()], valuesOf: (stem) => values.get(stem) }
}

const asCell = (text: string): Cell => {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : text
}
