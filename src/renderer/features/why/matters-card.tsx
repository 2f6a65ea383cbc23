import { useMemo } from 'react'
import { sayProbability, tellProbability } from '../../../forecast/conclusion/words'
import type { HeldAt, TornadoBar } from '../../../forecast/explain/tornado'
import { sayContributor, sayIntensity } from '../../../forecast/explain/words'
import { isolated } from '../../../forecast/isolated'
import type { Scenario } from '../../../forecast/scenario'
import { percentTick } from '../../charts/chart-frame'
import { tornadoRows } from '../../charts/marked-rows'
import { axisTicks, axisTop } from '../../charts/rows'
import { Card, NOT_YET } from '../../components/card'
import { PlainTable } from '../../components/plain-table'
import { MarkedRows } from './marked-rows-chart'

interface MattersCardProps {
  readonly scenario: Scenario
  readonly bars: readonly TornadoBar[] | undefined
  /** The present forecast, which the bars go out from. */
  readonly now: number | undefined
}

export const tornadoTop = (bars: readonly TornadoBar[]): number =>
  axisTop(
    bars.flatMap(({ low, high, none, full }) =>
      [low, high, none, full].map(({ forecast }) => forecast),
    ),
  )

/** What each driver alone can do. */
export const MattersCard = ({ scenario, bars, now }: MattersCardProps) => {
  const rows = useMemo(
    () => (bars && now !== undefined ? tornadoRows(scenario, bars, now) : []),
    [scenario, bars, now],
  )
  const top = bars ? tornadoTop(bars) : 1
  return (
    <Card
      chart="tornado"
      title="What one driver alone can do"
      description={bars ? describe(scenario, bars) : NOT_YET}
      picture={
        <MarkedRows
          {...{ rows, top }}
          ticks={axisTicks(top)}
          sayTick={percentTick}
          valueWidth={104}
        />
      }
      note="Bars: the driver held at the ends of your own range, written beside them; red above the present forecast, green below it. Thin line: held anywhere from 0 to 100."
      table={
        bars && (
          <PlainTable
            caption="The forecast with each driver held at one intensity"
            head={['Driver', 'Low end', 'High end', 'At 0', 'At 100']}
            rows={bars.map(({ driver, low, high, none, full }) => [
              sayContributor(scenario.case, { kind: 'driver', id: driver }),
              sayHeld(low),
              sayHeld(high),
              tellProbability(none.forecast),
              tellProbability(full.forecast),
            ])}
          />
        )
      }
    />
  )
}

const sayHeld = ({ at, forecast }: HeldAt): string =>
  `${tellProbability(forecast)} at ${sayIntensity(at)}`

const describe = (scenario: Scenario, bars: readonly TornadoBar[]): string =>
  bars
    .map(({ driver, low, high }) => {
      const label = sayContributor(scenario.case, { kind: 'driver', id: driver })
      return `${isolated(label)}: ${sayProbability(low.forecast)} at ${sayIntensity(low.at)}, ${sayProbability(high.forecast)} at ${sayIntensity(high.at)}`
    })
    .join('; ')
