import { useMemo } from 'react'
import { tellProbability } from '../../../forecast/conclusion/words'
import type { Spread, SpreadShare } from '../../../forecast/explain/spread'
import { sayInput, saySpread } from '../../../forecast/explain/words'
import type { Scenario } from '../../../forecast/scenario'
import { percentTick } from '../../charts/chart-frame'
import { spreadRows } from '../../charts/marked-rows'
import { axisTicks, axisTop } from '../../charts/rows'
import { Card, NOT_YET } from '../../components/card'
import { PlainTable } from '../../components/plain-table'
import { MarkedRows } from './marked-rows-chart'

interface SpreadCardProps {
  readonly scenario: Scenario
  readonly spread: Spread | undefined
}

export const spreadTop = ({ inputs }: Spread): number =>
  axisTop(inputs.map(({ total, totalInterval }) => Math.min(Math.max(total, totalInterval[1]), 1)))

/** An interaction is a part of every input in it: only the dark bars are parts of one whole. */
export const HOW_SPREAD_IS_DRAWN =
  'Dark: share of the variance that would go if this alone were known. Pale: with all that it interacts in; what several share is counted for each, so that pale bars can add up to more than 100\u202f%. Whisker: 95\u202f% interval of the pale bar’s end.'

/** Where the width of the judgment band comes from. */
export const SpreadCard = ({ scenario, spread }: SpreadCardProps) => {
  const rows = useMemo(() => (spread ? spreadRows(scenario, spread) : []), [scenario, spread])
  const top = spread ? spreadTop(spread) : 1
  return (
    <Card
      chart="spread"
      title="Where the width of the judgment band comes from"
      description={spread ? saySpread(spread) : NOT_YET}
      lead={<p className="card-sentence">{spread ? saySpread(spread) : '\u00a0'}</p>}
      picture={
        <>
          {spread && spread.inputs.length > 0 && <Parts spread={spread} />}
          <MarkedRows
            {...{ rows, top }}
            ticks={axisTicks(top)}
            sayTick={percentTick}
            valueWidth={60}
          />
        </>
      }
      note={HOW_SPREAD_IS_DRAWN}
      table={
        spread && (
          <PlainTable
            caption="Shares of the variance by input"
            head={['Input', 'Alone', '95 % interval', 'In all', '95 % interval of it']}
            rows={spread.inputs.map((input) => [
              sayInput(scenario.case, input),
              sayShare(input.first),
              sayInterval(input.firstInterval),
              sayShare(input.total),
              sayInterval(input.totalInterval),
            ])}
          />
        )
      }
    />
  )
}

const sayShare = (share: number): string => tellProbability(Math.min(Math.max(share, 0), 1))
const sayInterval = ([low, high]: SpreadShare['firstInterval']): string =>
  `${sayShare(low)} – ${sayShare(high)}`

const PARTS = [
  ['baseRates', 'base rates'],
  ['together', 'both'],
  ['drivers', 'drivers'],
] as const

/** The three sources in one bar. */
const Parts = ({ spread }: { readonly spread: Spread }) => (
  <div className="spread-parts" aria-hidden="true">
    {PARTS.map(([part, label]) => (
      <span key={part} className={`spread-part spread-${part}`} style={{ flexGrow: spread[part] }}>
        {spread[part] > 0.08 && label}
      </span>
    ))}
  </div>
)
