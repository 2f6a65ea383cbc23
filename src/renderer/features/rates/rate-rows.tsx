import { type ReactNode, useId, useRef, useState } from 'react'
import { claimsOf, driversOf } from '../../../forecast/links'
import { sayFigure, sayRate, sayWait } from '../../../forecast/rate-words'
import type { Scenario } from '../../../forecast/scenario'
import type { RateRow } from '../../charts/rates-rows'
import { Citation } from '../../components/citation'
import { Listed } from '../../components/listed'
import { SpotLink } from '../../components/spot-link'
import { useIsSpot } from '../../components/use-spot'
import { useDocument } from '../../state/document-store'
import { citeNothing } from '../../state/evidence-edits'
import type { Spot } from '../../state/view-store'
import { PriorFields } from './prior-fields'
import { sayInterval } from './rates-words'
import { RecordPanel } from './record-panel'

interface RateProps {
  readonly scenario: Scenario
  readonly row: RateRow
}

interface RateRowsProps extends RateProps {
  /** Whether the classes of the record are shown below it. */
  readonly isFromRecord: boolean
  readonly onFromRecord: (isOpen: boolean) => void
}

/** A base rate in two lines: its figures, then what they rest on; below them, on request, the record. */
export const RateRows = ({ scenario, row, isFromRecord, onFromRecord }: RateRowsProps) => {
  const { id, label, move, posterior, after } = row
  const spot: Spot = { kind: 'from' in move ? 'transition' : 'response', id }
  const isSpot = useIsSpot(spot.kind, id)
  const toggle = useRef<HTMLButtonElement>(null)
  const panelId = useId()
  const close = (): void => {
    onFromRecord(false)
    toggle.current?.focus()
  }
  return (
    <tbody {...{ [`data-${spot.kind}`]: id }} data-spotted={isSpot} tabIndex={-1}>
      <tr className="rate-figures">
        <th scope="row">{label}</th>
        <td className="column-prior">
          <PriorFields row={row} />
        </td>
        <td className="column-counted">
          <Counted row={row} />
        </td>
        <td className="column-posterior">{sayRate(posterior)}</td>
        <td className="column-strip" />
        <td className="column-rate">
          <strong>{sayFigure(after.mean)}</strong>
          <span>{sayInterval(after)}</span>
        </td>
        <td className="column-wait">{sayWait(after.meanWaitMonths)}</td>
      </tr>
      <tr className="rate-basis">
        <td colSpan={7}>
          <Basis scenario={scenario} row={row}>
            {'from' in move && (
              <button
                ref={toggle}
                type="button"
                className="link"
                aria-expanded={isFromRecord}
                aria-controls={isFromRecord ? panelId : undefined}
                aria-label={`From the record: ${label}`}
                onClick={() => onFromRecord(!isFromRecord)}
              >
                From the record…
                <span className="chevron" aria-hidden="true" />
              </button>
            )}
          </Basis>
          {move.reference && <CitedClass row={row} onGone={() => toggle.current?.focus()} />}
        </td>
      </tr>
      {isFromRecord && (
        <tr className="rate-record">
          <td colSpan={7}>
            <RecordPanel id={panelId} scenario={scenario} row={row} onClose={close} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

const Counted = ({ row: { label, move, counted } }: { readonly row: RateRow }) => {
  const months = move.observedMonths ?? 0
  const watched = months > 0 ? `in ${months} ${months === 1 ? 'month' : 'months'}` : ''
  if (!('from' in move) || !move.prior) return <span className="hint">none is counted</span>
  if (counted === 0) return <span>{months > 0 ? `no event ${watched}` : 'nothing'}</span>
  return (
    <>
      <SpotLink
        spot={{ kind: 'transition', id: move.id }}
        screen="evidence"
        label={`${counted} ${counted === 1 ? 'event' : 'events'} of evidence for ${label}`}
      >
        {counted} {counted === 1 ? 'event' : 'events'}
      </SpotLink>{' '}
      {watched}
    </>
  )
}

interface BasisProps extends RateProps {
  readonly children: ReactNode
}

/** Where the rate comes from, and on request what acts on it and which claims speak of its end. */
const Basis = ({ scenario: { case: conflictCase }, row, children }: BasisProps) => {
  const { id, label, move } = row
  const [isOpen, setOpen] = useState(false)
  const drivers = driversOf(conflictCase, move)
  const claims =
    'from' in move
      ? claimsOf(conflictCase, move)
      : conflictCase.conclusion.filter(
          ({ event }) => event.kind === 'response' && event.response === id,
        )
  return (
    <>
      <p>
        {move.basis}{' '}
        <span className="rate-tools">
          <button
            type="button"
            className="link"
            aria-expanded={isOpen}
            aria-label={`Drivers and claims of ${label}`}
            onClick={() => setOpen(!isOpen)}
          >
            {drivers.length} {drivers.length === 1 ? 'driver' : 'drivers'}, {claims.length}{' '}
            {claims.length === 1 ? 'claim' : 'claims'}
            <span className="chevron" aria-hidden="true" />
          </button>
          {children}
        </span>
      </p>
      {isOpen && (
        <>
          <p>
            Drivers that act on it: {drivers.length === 0 && 'none'}
            <Listed>
              {drivers.map((driver) => (
                <SpotLink key={driver.id} spot={{ kind: 'driver', id: driver.id }}>
                  {driver.label}
                </SpotLink>
              ))}
            </Listed>
          </p>
          <p>
            Claims about where it ends: {claims.length === 0 && 'none'}
            <Listed>
              {claims.map((claim) => (
                <SpotLink key={claim.id} spot={{ kind: 'claim', id: claim.id }}>
                  {claim.statement}
                </SpotLink>
              ))}
            </Listed>
          </p>
        </>
      )}
    </>
  )
}

interface CitedClassProps {
  readonly row: RateRow
  /** Told when it is cited no more, for the focus to go elsewhere. */
  readonly onGone: () => void
}

/** The class that the prior rests on, and the way to cite none. */
const CitedClass = ({ row: { id, label, move }, onGone }: CitedClassProps) => (
  <p>
    <Citation base={move} />{' '}
    <button
      type="button"
      className="link"
      aria-label={`Cite no class for ${label}`}
      onClick={() => {
        useDocument.getState().edit((before) => citeNothing(before, id))
        onGone()
      }}
    >
      Cite none
    </button>
  </p>
)
