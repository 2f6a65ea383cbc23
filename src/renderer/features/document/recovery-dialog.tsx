import { useEffect, useId, useState } from 'react'
import { isolated } from '../../../forecast/isolated'
import type { Recovered } from '../../../ipc/contract'
import { parseScenario } from '../../../scenario-file/parse'
import { bridge } from '../../bridge'
import { Dialog } from '../../components/dialog'
import { useDocument } from '../../state/document-store'
import { setView } from '../../state/view-store'
import { ChangeList } from './change-list'
import { hasUnsavedWork, openWith } from './document-actions'
import { sayMoment } from './moment'

const close = (): void => setView({ dialog: undefined })

/** Offers the work that an earlier session left unsaved, beside what its file holds. */
export const RecoveryDialog = () => {
  const [waiting, setWaiting] = useState<readonly Recovered[]>()
  useEffect(() => void bridge.listRecovered().then(setWaiting), [])
  const renew = async (): Promise<void> => {
    const left = await bridge.listRecovered()
    // With the last of it this has served.
    if (left.length === 0) close()
    else setWaiting(left)
  }
  if (!waiting) return null
  return (
    <Dialog title="Recovered work" onClose={close} isWide>
      {waiting.length === 0 ? (
        <p>There is no unsaved work from an earlier session.</p>
      ) : (
        <p>
          Brink was stopped before this work was saved. Neither the work nor its file is touched
          until you choose; closing this leaves the choice for later, under File &gt; Recovered
          Work.
        </p>
      )}
      {waiting.map((work) => (
        <RecoveredWork key={work.id} work={work} onGone={() => void renew()} />
      ))}
    </Dialog>
  )
}

interface RecoveredWorkProps {
  readonly work: Recovered
  readonly onGone: () => void
}

const RecoveredWork = ({ work, onGone }: RecoveredWorkProps) => {
  const heading = useId()
  const { id, title, fileName, notedAt, text, baseText, file, token } = work
  const [mine, base] = [parseScenario(text), parseScenario(baseText)]
  const discard = async (): Promise<void> => {
    if (await bridge.discardRecovered(id)) onGone()
  }
  const open = async (): Promise<void> => {
    // A window that holds nothing of its own, or only the file of this work, need not be kept beside it.
    const { token: here } = useDocument.getState()
    if ((here === null || here === token) && !(await hasUnsavedWork())) {
      await openWith(() => bridge.openRecovered(id))
      // Opening has closed this; what else was left is not to be forgotten over it.
      if (useDocument.getState().id !== id) return
      if ((await bridge.listRecovered()).length > 0) setView({ dialog: 'recovery' })
    } else {
      await bridge.openRecoveredInWindow(id)
      onGone()
    }
  }
  return (
    <section className="recovered" aria-labelledby={heading}>
      <h3 id={heading}>
        <bdi>{title}</bdi>
      </h3>
      <p>
        As it was on {sayMoment(notedAt)}. {sayFile(file, fileName)}
      </p>
      {mine.ok && base.ok ? (
        <ChangeList
          before={base.scenario}
          after={mine.scenario}
          heads={[
            file === 'changed' || file === 'as-saved' ? 'In the file' : 'Before',
            'Recovered',
          ]}
        />
      ) : (
        <p className="hint">
          It was written by another version of Brink and cannot be shown here. It stays kept.
        </p>
      )}
      <div className="dialog-actions">
        {mine.ok && (
          <button type="button" onClick={() => void open()}>
            Open the recovered work
          </button>
        )}
        <button type="button" className="quiet" onClick={() => void discard()}>
          Discard it…
        </button>
      </div>
    </section>
  )
}

function sayFile(file: Recovered['file'], fileName: string): string {
  const name = isolated(fileName)
  switch (file) {
    case 'none':
      return 'It was in no file yet.'
    case 'as-saved':
      return `${name} still holds what was last saved.`
    case 'changed':
      return `${name} has been changed since; saving will ask.`
    case 'out-of-reach':
      return `${name} cannot be reached at present; saving will ask.`
    case 'gone':
      return `${name} is no longer where it was; saving will ask.`
  }
}
