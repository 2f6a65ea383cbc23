import { useMemo } from 'react'
import type { QuestionRecord } from '../../../history/backtest/track-record'
import { ReliabilityChart } from '../../charts/reliability-chart'
import { type ReliabilityRow, reliabilityRows, reliabilityTop } from '../../charts/reliability-rows'
import { Card } from '../../components/card'
import { PlainTable } from '../../components/plain-table'
import { useWidth } from '../../components/use-width'
import { describeReliability, HOW_RELIABILITY_IS_DRAWN, saySharpness } from './reliability-words'
import { RELIABILITY_HEAD, reliabilityCells } from './tables'
import { sayQuestion } from './track-record-words'

const HEIGHT = 356

/** The ladder's forecasts of the question, in the order of what they were called. */
export const ladderRows = ({ reliability }: QuestionRecord): ReliabilityRow[] =>
  reliabilityRows(reliability.find(({ model }) => model === 'ladder')?.bins ?? [])

/** How often what the ladder called came, at the question chosen. */
export const ReliabilityCard = ({ question }: { readonly question: QuestionRecord }) => {
  const [ref, width] = useWidth()
  const rows = useMemo(() => ladderRows(question), [question])
  const top = reliabilityTop(rows)
  const overall = question.events / question.forecasts
  return (
    <Card
      chart="reliability"
      title="What was called, and what came"
      description={describeReliability(question, rows)}
      picture={
        <div ref={ref} className="chart" style={{ height: HEIGHT }}>
          {width > 0 && <ReliabilityChart {...{ rows, top, overall, width }} height={HEIGHT} />}
        </div>
      }
      note={
        <>
          {HOW_RELIABILITY_IS_DRAWN} {saySharpness(question)}
        </>
      }
      table={
        <PlainTable
          caption={`What was called and what came: ${sayQuestion(question)}`}
          head={RELIABILITY_HEAD}
          rows={rows.map(reliabilityCells)}
        />
      }
    />
  )
}
