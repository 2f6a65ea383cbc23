import { drawColumns, drawRows } from '../forecast/draw-rows'
import type { Scenario } from '../forecast/scenario'
import { writeCsv } from './csv'

/** A piece of the table, and how many draws are written with it. */
export interface DrawsPiece {
  readonly text: string
  readonly done: number
}

/** Every draw of a forecast as CSV, its head first; numbers in the fewest digits that give the same bits again. */
export function* drawsTable(scenario: Scenario): Generator<DrawsPiece, void, undefined> {
  yield { text: writeCsv([['draw', ...drawColumns(scenario)]]), done: 0 }
  for (const { firstDraw, size, columns } of drawRows(scenario)) {
    const rows = Array.from({ length: size }, (_, at) => [
      firstDraw + at + 1,
      ...columns.map((column) => column[at] as number),
    ])
    yield { text: writeCsv(rows, 'exact'), done: firstDraw + size }
  }
}
