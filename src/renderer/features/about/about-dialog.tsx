import './about.css'
import { useEffect, useState } from 'react'
import { ENGINE_VERSION } from '../../../forecast/forecast'
import type { Output } from '../../../ipc/contract'
import { bridge } from '../../bridge'
import { BrinkMark } from '../../components/brink-mark'
import { CopyButton } from '../../components/copy-button'
import { Dialog } from '../../components/dialog'
import { setView } from '../../state/view-store'
import { LicencesText } from './licences-text'
import { versionDetails, versionFacts } from './version-details'

const close = (): void => setView({ dialog: undefined })

/** Which Brink this is, what it is built of, and under which licences. */
export const AboutDialog = () => {
  const [info, setInfo] = useState<Output<'app:info'>>()
  const [showsLicences, setShowsLicences] = useState(false)
  useEffect(() => void bridge.appInfo().then(setInfo), [])
  if (!info) return null
  return (
    <Dialog
      title={showsLicences ? 'Licences' : 'About Brink'}
      onClose={close}
      className={showsLicences ? 'about-licences' : 'about'}
    >
      {showsLicences ? (
        <LicencesText onBack={() => setShowsLicences(false)} />
      ) : (
        <Facts info={info} onLicences={() => setShowsLicences(true)} />
      )}
    </Dialog>
  )
}

interface FactsProps {
  readonly info: Output<'app:info'>
  readonly onLicences: () => void
}

const Facts = ({ info, onLicences }: FactsProps) => {
  const facts = versionFacts(info, ENGINE_VERSION)
  return (
    <>
      <div className="about-head">
        <BrinkMark size={64} />
        <div>
          <p className="about-name">Brink</p>
          <p>
            A workbench for judging how a conflict may escalate, and for holding a published
            conclusion against it.
          </p>
        </div>
      </div>
      <p className="about-promise">Nothing leaves this machine.</p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} className="about-fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div className="about-fact">
          <dt>Licence</dt>
          <dd>MIT</dd>
        </div>
      </dl>
      <div className="dialog-actions">
        <CopyButton text={versionDetails(facts)} label="Copy version details" />
        <button type="button" onClick={onLicences}>
          Licences…
        </button>
      </div>
    </>
  )
}
