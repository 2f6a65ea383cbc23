import type { Driver, DriverJudgment, EvidenceItem, Judged } from '../../../forecast/scenario'
import { JudgedFields } from '../../components/judged-fields'
import { NumberField } from '../../components/number-field'
import { TextField } from '../../components/text-field'
import { useDocument } from '../../state/document-store'
import { setIntensity, setMultiplier, setNote, setTrend } from '../../state/edits'
import { EvidenceList } from './evidence-list'
import { ShockList } from './shock-list'

interface DriverDetailsProps {
  readonly driver: Driver
  readonly judgment: DriverJudgment
  readonly evidence: readonly EvidenceItem[]
  readonly asOf: string
}

const scaled = ({ low, mode, high }: Judged, factor: number): Judged => ({
  low: Number((low * factor).toFixed(6)),
  mode: Number((mode * factor).toFixed(6)),
  high: Number((high * factor).toFixed(6)),
})

/** Everything about a driver that its slider does not show. */
export const DriverDetails = ({ driver, judgment, evidence, asOf }: DriverDetailsProps) => {
  const { edit } = useDocument.getState()
  const { id } = driver
  return (
    <div className="driver-details">
      <p className="driver-description">{driver.description}</p>
      <JudgedFields
        legend="Intensity, 0 to 100"
        value={scaled(judgment.intensity, 100)}
        least={0}
        most={100}
        step={1}
        onCommit={(next) => edit((scenario) => setIntensity(scenario, id, scaled(next, 0.01)))}
      />
      <JudgedFields
        legend="Weight: rates at 100 as a multiple of those at 0"
        value={judgment.multiplier ?? driver.multiplier}
        least={1}
        most={100}
        step={0.1}
        unit="×"
        onCommit={(next) => edit((scenario) => setMultiplier(scenario, id, next))}
      />
      {judgment.multiplier && (
        <p className="hint">
          The case gives ×{driver.multiplier.mode} ({driver.multiplier.low}–{driver.multiplier.high}
          ).{' '}
          <button
            type="button"
            className="link"
            onClick={() => edit((scenario) => setMultiplier(scenario, id, undefined))}
          >
            Use the case’s weight
          </button>
        </p>
      )}
      <NumberField
        label="Trend, points a year"
        isLabelShown
        className="trend-field"
        value={(judgment.trendPerYear ?? 0) * 100}
        least={-10000}
        most={10000}
        step={5}
        onCommit={(points) => edit((scenario) => setTrend(scenario, id, points / 100))}
      />
      <ShockList driver={driver} shocks={judgment.shocks ?? []} asOf={asOf} />
      <TextField
        label="Note"
        value={judgment.note ?? ''}
        longest={20000}
        lines={3}
        placeholder="Why you judge it so"
        onCommit={(note) => edit((scenario) => setNote(scenario, id, note))}
      />
      <EvidenceList driver={id} items={evidence} />
    </div>
  )
}
