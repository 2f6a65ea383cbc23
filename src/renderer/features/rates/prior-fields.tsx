import type { RateRow } from '../../charts/rates-rows'
import { NumberField } from '../../components/number-field'
import { holdBefore } from '../../state/before-store'
import { useDocument } from '../../state/document-store'
import { setKnownRate, setPrior } from '../../state/evidence-edits'

/** The least and most that a prior may be worth, in events or months. */
const [LEAST, MOST] = [0.001, 1e9]
const FASTEST_RATE = 1e6

/** What is known of a rate before the case's own evidence, to be judged otherwise. */
export const PriorFields = ({ row: { id, label, move } }: { readonly row: RateRow }) => {
  const { edit } = useDocument.getState()
  const { prior } = move
  return (
    <fieldset
      className="prior-fields"
      onFocus={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) holdBefore('this prior was edited')
      }}
    >
      <legend className="sr-only">Prior of {label}</legend>
      {prior ? (
        <>
          <NumberField
            label={`Events of the prior, ${label}`}
            value={prior.events}
            least={LEAST}
            most={MOST}
            step={0.5}
            onCommit={(events) => edit((before) => setPrior(before, id, { ...prior, events }))}
          />
          <span aria-hidden="true">{prior.events === 1 ? 'event' : 'events'}</span>
          <NumberField
            label={`Months of the prior, ${label}`}
            value={prior.months}
            least={LEAST}
            most={MOST}
            onCommit={(months) => edit((before) => setPrior(before, id, { ...prior, months }))}
          />
          <span aria-hidden="true">{prior.months === 1 ? 'month' : 'months'}</span>
        </>
      ) : (
        <>
          <NumberField
            label={`Rate a month, ${label}`}
            value={move.rate ?? 0}
            least={0}
            most={FASTEST_RATE}
            step={0.01}
            onCommit={(rate) => edit((before) => setKnownRate(before, id, rate))}
          />
          <span aria-hidden="true">a month</span>
        </>
      )}
    </fieldset>
  )
}
