import type { Judged } from '../../forecast/scenario'
import { NumberField } from './number-field'

interface JudgedFieldsProps {
  readonly legend: string
  readonly value: Judged
  readonly least: number
  readonly most: number
  readonly step: number
  readonly unit?: string
  readonly onCommit: (value: Judged) => void
}

/** Low, most likely and high; each field keeps to between its neighbours. */
export const JudgedFields = (props: JudgedFieldsProps) => {
  const { legend, value, least, most, step, unit, onCommit } = props
  const field = (key: keyof Judged, label: string, from: number, to: number) => (
    <NumberField
      label={label}
      isLabelShown
      value={value[key]}
      least={from}
      most={to}
      step={step}
      {...(unit ? { unit } : {})}
      onCommit={(next) => onCommit({ ...value, [key]: next })}
    />
  )
  return (
    <fieldset className="judged-fields">
      <legend>{legend}</legend>
      {field('low', 'Low', least, value.mode)}
      {field('mode', 'Most likely', value.low, value.high)}
      {field('high', 'High', value.mode, most)}
    </fieldset>
  )
}
