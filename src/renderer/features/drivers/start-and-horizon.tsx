import { longMonth, sayDate } from '../../../forecast/calendar'
import type { Scenario } from '../../../forecast/scenario'
import { NumberField } from '../../components/number-field'
import { useDocument } from '../../state/document-store'
import { setHorizon, setStart } from '../../state/edits'

/** How far ahead, and where the conflict stands now. */
export const StartAndHorizon = ({ scenario }: { readonly scenario: Scenario }) => {
  const { edit } = useDocument.getState()
  const { asOf, ladder } = scenario.case
  const { start, horizonMonths } = scenario.judgment
  return (
    <section className="start-and-horizon" aria-labelledby="start-and-horizon">
      <h3 id="start-and-horizon">Horizon and start</h3>
      <div className="field-line">
        <NumberField
          label="Months ahead"
          isLabelShown
          isWhole
          value={horizonMonths}
          least={1}
          most={120}
          onCommit={(months) => edit((before) => setHorizon(before, months))}
        />
        <span className="hint">to {longMonth(asOf, horizonMonths)}</span>
      </div>
      <fieldset className="start-fields">
        <legend>Where it stands on {sayDate(asOf)}</legend>
        {ladder.map(({ id, label }) => (
          <NumberField
            key={id}
            label={label}
            isLabelShown
            value={(start[id] ?? 0) * 100}
            least={0}
            most={100}
            step={5}
            unit="%"
            onCommit={(percent) => edit((before) => setStart(before, id, percent / 100))}
          />
        ))}
        <p className="hint">The other rungs share what is left in proportion.</p>
      </fieldset>
    </section>
  )
}
