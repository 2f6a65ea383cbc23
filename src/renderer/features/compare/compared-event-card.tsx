import { sayRange, tellProbability } from '../../../forecast/conclusion/words'
import { isolated } from '../../../forecast/isolated'
import { ComparedChart } from '../../charts/compared-chart'
import { comparedTop } from '../../charts/compared-rows'
import { Card } from '../../components/card'
import { EventSelect } from '../../components/event-select'
import { SeriesTable } from '../../components/series-table'
import { useStillTop } from '../../components/use-still-top'
import { useWidth } from '../../components/use-width'
import { describeCurves, HOW_CURVES_ARE_DRAWN, sayBesideCurves } from './compare-words'
import type { ComparisonShown } from './comparison'

interface ComparedEventCardProps {
  readonly shown: ComparisonShown
  readonly strong: string | undefined
  readonly onStrong: (key: string | undefined) => void
}

const HEIGHT = 288

/** The chance of one event by month in every scenario that has it. */
export const ComparedEventCard = ({ shown, strong, onStrong }: ComparedEventCardProps) => {
  const [ref, width] = useWidth()
  const { choice, choices, comparison } = shown
  const { curves, asOf } = shown.curves
  const who = curves.map(({ key }) => key).join(' ')
  const top = useStillTop(comparedTop(curves), `${choice?.id} ${comparison.months} ${who}`)
  const beside = sayBesideCurves(shown)
  if (!choice) return null
  return (
    <Card
      chart="compared-event"
      title="Chance by month"
      description={describeCurves(shown)}
      tools={<EventSelect label="Event compared" value={choice.id} choices={choices} />}
      picture={
        <>
          <div ref={ref} className="chart" style={{ height: HEIGHT }}>
            {width > 0 && (
              <ComparedChart {...{ curves, asOf, top, strong, onStrong, width }} height={HEIGHT} />
            )}
          </div>
          {beside !== '' && <p className="hint">{beside}</p>}
        </>
      }
      note={HOW_CURVES_ARE_DRAWN}
      table={
        <SeriesTable
          caption={`${choice.label}: chance by month, compared`}
          asOf={asOf}
          months={Array.from({ length: comparison.months + 1 }, (_, month) => month)}
          columns={curves.flatMap(({ name, mean, p05, p95 }) => [
            { name, cells: mean.map(tellProbability) },
            {
              name: `${isolated(name)}: judgment band`,
              cells: p05.map((low, month) => sayRange(low, p95[month] ?? low)),
            },
          ])}
        />
      }
    />
  )
}
