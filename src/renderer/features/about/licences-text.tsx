import { useEffect, useRef, useState } from 'react'
import ownLicence from '../../../../LICENSE?raw'
import type { Licences } from '../../../ipc/contract'
import { bridge } from '../../bridge'

/** Brink's own licence, and those of everything that it is built of, as they were written. */
export const LicencesText = ({ onBack }: { readonly onBack: () => void }) => {
  const [others, setOthers] = useState<Licences>()
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    back.current?.focus()
    void bridge
      .thirdPartyLicences()
      .catch((): Licences => ({ kind: 'none', reason: 'The list of licences could not be read.' }))
      .then(setOthers)
  }, [])
  return (
    <>
      <div className="dialog-actions">
        <button ref={back} type="button" onClick={onBack}>
          Back
        </button>
      </div>
      <section
        className="licence-text"
        aria-label="Licences"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled text has to be reachable by keyboard
        tabIndex={0}
      >
        <h3>Brink</h3>
        <pre>{ownLicence.trim()}</pre>
        <h3>What Brink is built of</h3>
        {others?.kind === 'text' && <pre>{others.text}</pre>}
        {others?.kind === 'none' && <p>{others.reason}</p>}
      </section>
    </>
  )
}
