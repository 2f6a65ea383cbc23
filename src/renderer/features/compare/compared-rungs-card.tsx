import { useMemo } from 'react'
import { sayProbability, sayRange, tellProbability } from '../../../forecast/conclusion/words'
import { isolated } from '../../../forecast/isolated'
import { type LadderGroup, ladderGroups } from '../../charts/compared-rows'
import { RungBarsChart } from '../../charts/rung-bars-chart'
import { layOutBars } from '../../charts/rung-bars-layout'
import { Card } from '../../components/card'
import { useWidth } from '../../components/use-width'
import { atMonths } from './compare-words'
import type { ComparisonShown } from './comparison'

/** Where each scenario stands at the nearest horizon. */
export const ComparedRungsCard = ({ shown }: { readonly shown: ComparisonShown }) => {
  const { compared, comparison } = shown
  const { months } = comparison
  const [ref, width] = useWidth()
  const groups = useMemo(() => ladderGroups(compared, months), [compared, months])
  const { strips, height } = useMemo(() => layOutBars(groups, width), [groups, width])
  return (
    <Card
      chart="compared-rungs"
      title={`Where each stands, ${atMonths(months)}`}
      description={groups.map(describeGroup).join(' ')}
      picture={
        <div ref={ref} className="chart rung-bars" style={{ height }}>
          {width > 0 && <RungBarsChart {...{ strips, width, height }} />}
        </div>
      }
      table={<RungNumbers shown={shown} />}
    />
  )
}

const describeGroup = ({ bars }: LadderGroup): string =>
  bars
    .map(
      ({ name, rungs }) =>
        `${isolated(name)}: ${rungs.map(({ label, share }) => `${isolated(label)} ${sayProbability(share)}`).join(', ')}.`,
    )
    .join(' ')

const RungNumbers = ({ shown: { comparison, compared } }: { readonly shown: ComparisonShown }) => (
  <table className="series-table">
    <caption className="sr-only">Chance of each rung, {atMonths(comparison.months)}</caption>
    <thead>
      <tr>
        <th scope="col">Rung</th>
        {compared.map(({ key, name }) => (
          <th key={key} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {comparison.rungs.map(({ id, label, cells }) => (
        <tr key={id}>
          <th scope="row">{label}</th>
          {cells.map((cell, index) => (
            <td key={compared[index]?.key}>
              {cell ? `${tellProbability(cell.mean)} (${sayRange(cell.p05, cell.p95)})` : '–'}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
