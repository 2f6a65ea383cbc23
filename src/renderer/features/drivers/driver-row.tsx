import { memo } from 'react'
import type { Driver, DriverJudgment, EvidenceItem } from '../../../forecast/scenario'
import { NumberField } from '../../components/number-field'
import { useIsSpot } from '../../components/use-spot'
import { useDocument } from '../../state/document-store'
import { setView } from '../../state/view-store'
import { DriverDetails } from './driver-details'
import { IntensitySlider } from './intensity-slider'

interface DriverRowProps {
  readonly driver: Driver
  readonly judgment: DriverJudgment
  readonly evidence: readonly EvidenceItem[]
  readonly asOf: string
  /** What is odd about its state beside the others, in a sentence. */
  readonly strain: string | undefined
  readonly isChanged: boolean
  readonly isExpanded: boolean
}

/** One driver: its name, its number, its slider, and more when asked. */
export const DriverRow = memo((props: DriverRowProps) => {
  const { driver, judgment, evidence, asOf, strain, isChanged, isExpanded } = props
  const { intensity } = judgment
  const detailsId = `details-${driver.id}`
  const isSpot = useIsSpot('driver', driver.id)
  return (
    <li
      className="driver"
      data-driver={driver.id}
      data-spotted={isSpot}
      onFocus={() => setView({ heldDriver: driver.id })}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setView({ heldDriver: undefined })
      }}
    >
      <div className="driver-head">
        <button
          type="button"
          className="driver-name"
          aria-expanded={isExpanded}
          aria-controls={detailsId}
          onClick={() => setView({ expandedDriver: isExpanded ? undefined : driver.id })}
        >
          {isChanged && <span className="changed-dot" title="Differs from the article" />}
          <span>{driver.label}</span>
          {isChanged && <span className="sr-only">, differs from the article</span>}
          {strain && <span className="strain-sign" title={strain} aria-hidden="true" />}
          {strain && <span className="sr-only">. {strain}.</span>}
          <span className="chevron" aria-hidden="true" />
        </button>
        <NumberField
          className="driver-value"
          label={`${driver.label}, exact intensity`}
          value={intensity.mode * 100}
          least={0}
          most={100}
          onCommit={(value) => useDocument.getState().moveIntensity(driver.id, value / 100)}
        />
      </div>
      <IntensitySlider driver={driver} intensity={intensity} />
      <p className="driver-facts">
        <span>{sayJudgment(driver, judgment)}</span>
        {isChanged ? (
          <button
            type="button"
            className="link"
            aria-label={`Reset ${driver.label} to the article`}
            onClick={() => useDocument.getState().resetDrivers([driver])}
          >
            reset to {Math.round(driver.reference * 100)}
          </button>
        ) : (
          <span>{evidence.length} evidence</span>
        )}
      </p>
      <div id={detailsId} hidden={!isExpanded}>
        {isExpanded && (
          <DriverDetails driver={driver} judgment={judgment} evidence={evidence} asOf={asOf} />
        )}
      </div>
    </li>
  )
})

function sayJudgment(
  driver: Driver,
  { intensity, multiplier, trendPerYear, shocks }: DriverJudgment,
) {
  const { low, mode, high } = multiplier ?? driver.multiplier
  const percent = (share: number): number => Math.round(share * 100)
  const facts = [
    `${percent(intensity.low)}–${percent(intensity.high)}`,
    `weight ×${mode} (${low}–${high})`,
    ...(trendPerYear
      ? [`${trendPerYear > 0 ? '+' : '−'}${percent(Math.abs(trendPerYear))} a year`]
      : []),
    ...(shocks?.length ? [`${shocks.length} ${shocks.length === 1 ? 'shock' : 'shocks'}`] : []),
  ]
  // A line is broken between two facts, not within one.
  return facts.map((fact) => fact.replaceAll(' ', '\u00a0')).join('\u00a0· ')
}
