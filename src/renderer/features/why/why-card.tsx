import { useMemo } from 'react'
import type { Attribution } from '../../../forecast/explain/attribution'
import { HOW_STEPS_ADD, sayContributor, sayPoints, sayWhy } from '../../../forecast/explain/words'
import type { Scenario } from '../../../forecast/scenario'
import { percentTick } from '../../charts/chart-frame'
import { waterfallRows } from '../../charts/marked-rows'
import { axisTicks, axisTop } from '../../charts/rows'
import { Card, NOT_YET } from '../../components/card'
import { PlainTable } from '../../components/plain-table'
import { MarkedRows } from './marked-rows-chart'

interface WhyCardProps {
  readonly scenario: Scenario
  readonly attribution: Attribution | undefined
}

/** Where a waterfall's scale ends: above every step. */
export const waterfallTop = ({ baseline, forecast, contributions }: Attribution): number => {
  let reached = baseline
  const heights = contributions.map(({ contribution }) => {
    reached += contribution
    return reached
  })
  return axisTop([baseline, forecast, ...heights])
}

/** From the article's figure to the scenario's. */
export const WhyCard = ({ scenario, attribution }: WhyCardProps) => {
  const rows = useMemo(
    () => (attribution ? waterfallRows(scenario, attribution) : []),
    [scenario, attribution],
  )
  const top = attribution ? waterfallTop(attribution) : 1
  return (
    <Card
      chart="waterfall"
      title="Why it differs from the article"
      description={attribution ? sayWhy(scenario.case, attribution) : NOT_YET}
      picture={
        <MarkedRows
          {...{ rows, top }}
          ticks={axisTicks(top)}
          sayTick={percentTick}
          valueWidth={92}
        />
      }
      note={HOW_STEPS_ADD}
      table={
        attribution && (
          <PlainTable
            caption="What each driver adds to the article’s figure"
            head={['Driver', 'Adds', 'Sampling error ±']}
            rows={attribution.contributions.map((each) => [
              sayContributor(scenario.case, each),
              sayPoints(each.contribution),
              each.standardError === 0 ? 'exact' : sayPoints(each.standardError).slice(1),
            ])}
          />
        )
      }
    />
  )
}
