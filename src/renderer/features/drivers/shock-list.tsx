import { sayDatedShock } from '../../../forecast/judgment-words'
import type { Driver, Shock } from '../../../forecast/scenario'
import { NumberField } from '../../components/number-field'
import { TextField } from '../../components/text-field'
import { useDocument } from '../../state/document-store'
import { setShocks } from '../../state/edits'

interface ShockListProps {
  readonly driver: Driver
  readonly shocks: readonly Shock[]
  readonly asOf: string
}

const NEW_SHOCK: Shock = { month: 3, change: 0.2 }

/** Dated steps of intensity: what would happen, when, how much and for how long. */
export const ShockList = ({ driver, shocks, asOf }: ShockListProps) => {
  const put = (next: readonly Shock[]): void =>
    useDocument.getState().edit((scenario) => setShocks(scenario, driver.id, next))
  const replace = (index: number, shock: Shock): void =>
    put(shocks.map((old, at) => (at === index ? shock : old)))
  return (
    <fieldset className="shock-list">
      <legend>Dated shocks</legend>
      {shocks.map((shock, index) => (
        // A shock has no identity but its place: two may be alike in everything.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div className="shock" key={index}>
          <TextField
            label="What happens"
            value={shock.label ?? ''}
            longest={500}
            placeholder="unnamed"
            onCommit={(label) => replace(index, withLabel(shock, label))}
          />
          <div className="shock-numbers">
            <NumberField
              label="In month"
              isLabelShown
              value={shock.month}
              least={0}
              most={10000}
              onCommit={(month) => replace(index, { ...shock, month })}
            />
            <NumberField
              label="Change"
              isLabelShown
              value={shock.change * 100}
              least={-100}
              most={100}
              step={5}
              onCommit={(change) => replace(index, { ...shock, change: change / 100 })}
            />
            <NumberField
              label="Months it lasts"
              isLabelShown
              isOptional
              value={shock.lasts ?? Number.NaN}
              least={0.1}
              most={10000}
              onCommit={(lasts) => replace(index, { ...shock, lasts })}
              onClear={() => replace(index, withoutEnd(shock))}
            />
            <button
              type="button"
              className="quiet"
              aria-label={`Remove the shock ${shock.label ?? index + 1}`}
              onClick={() => put(shocks.filter((_, at) => at !== index))}
            >
              Remove
            </button>
          </div>
          <p className="hint">{sayDatedShock(shock, asOf)}</p>
        </div>
      ))}
      <button type="button" className="small" onClick={() => put([...shocks, NEW_SHOCK])}>
        Add a shock
      </button>
    </fieldset>
  )
}

const withLabel = ({ label: _, ...shock }: Shock, label: string): Shock =>
  label.trim() === '' ? shock : { ...shock, label }

const withoutEnd = ({ lasts: _, ...shock }: Shock): Shock => shock
