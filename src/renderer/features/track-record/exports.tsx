import type { QuestionRecord } from '../../../history/backtest/track-record'
import type { LibrarySource } from '../../../provenance/library'
import { useView } from '../../state/view-store'
import type { ChartExport } from '../export/chart-export'
import { reliabilityPicture, scoresPicture } from './pictures'
import { questionOf, record, recordSource } from './record'
import { ladderRows } from './reliability-card'
import { reliabilityTable, scoresTable } from './tables'

/** The charts of the question chosen. They are of no scenario, and say so. */
export async function chartExports(): Promise<ChartExport[]> {
  const question = questionOf(record, useView.getState().recordQuestion)
  return question ? exportsOf(question, await recordSource()) : []
}

const exportsOf = (question: QuestionRecord, source: LibrarySource): ChartExport[] => [
  {
    kind: 'reliability',
    label: 'What was called, and what came',
    source,
    picture: (look) => reliabilityPicture(question, look),
    table: () => reliabilityTable(question, ladderRows(question)),
  },
  {
    kind: 'scores',
    label: 'Scores, beside climatology and persistence',
    source,
    picture: () => scoresPicture(record, question),
    table: () => scoresTable(record, question),
  },
]
