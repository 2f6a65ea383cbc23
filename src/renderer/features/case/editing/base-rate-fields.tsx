import type { BaseRate } from '../../../../forecast/scenario'
import { limits } from '../../../../scenario-file/schema'
import { ChoiceField } from '../../../components/choice-field'
import { Citation } from '../../../components/citation'
import { NumberField } from '../../../components/number-field'
import { TextField } from '../../../components/text-field'
import {
  takeAsKnown,
  takeAsUncertain,
  withOptional,
  withPrior,
  withRate,
} from '../../../state/case-edits/change'

const KINDS = [
  { value: 'prior', label: 'uncertain, from a prior' },
  { value: 'rate', label: 'taken as known' },
] as const

interface BaseRateFieldsProps<T extends BaseRate> {
  readonly item: T
  readonly onChange: (change: (item: T) => T) => void
}

/** How often something comes about before the drivers, and where that is from. */
export const BaseRateFields = <T extends BaseRate>({ item, onChange }: BaseRateFieldsProps<T>) => {
  const { prior, rate = 0, observedMonths = Number.NaN, basis } = item
  const setMonths = (months: number | undefined): void =>
    onChange((old) => withOptional<BaseRate, 'observedMonths'>(old, 'observedMonths', months) as T)
  return (
    <>
      <div className="case-row">
        <ChoiceField
          label="Base rate"
          value={prior ? 'prior' : 'rate'}
          choices={KINDS}
          onChoose={(kind) => onChange(kind === 'prior' ? takeAsUncertain : takeAsKnown)}
        />
        {prior ? (
          <>
            <Amount
              label="Events it is worth"
              value={prior.events}
              least={0.0001}
              onCommit={(events) => onChange((old) => withPrior(old, { ...prior, events }))}
            />
            <Amount
              label="in months"
              value={prior.months}
              least={0.0001}
              onCommit={(months) => onChange((old) => withPrior(old, { ...prior, months }))}
            />
          </>
        ) : (
          <Amount
            label="Rate a month"
            value={rate}
            least={0}
            most={1e6}
            step={0.01}
            onCommit={(next) => onChange((old) => withRate(old, next))}
          />
        )}
        <NumberField
          label="Months watched"
          isLabelShown
          isOptional
          value={observedMonths}
          least={0}
          most={1e9}
          onCommit={setMonths}
          onClear={() => setMonths(undefined)}
        />
      </div>
      <TextField
        label="Basis: where the base rate comes from"
        value={basis}
        longest={limits.text}
        lines={2}
        onCommit={(text) => onChange((old) => ({ ...old, basis: text }))}
      />
      <Citation base={item} />
    </>
  )
}

interface AmountProps {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most?: number
  readonly step?: number
  readonly onCommit: (value: number) => void
}

const Amount = ({ most = 1e9, ...props }: AmountProps) => (
  <NumberField isLabelShown most={most} {...props} />
)
