import { useEffect, useState } from 'react'
import type { Version } from '../../../ipc/contract'
import { bridge } from '../../bridge'
import { Dialog } from '../../components/dialog'
import { takeIn } from '../../state/compare-store'
import { selectScenario, useDocument } from '../../state/document-store'
import { setView } from '../../state/view-store'
import { ChangeList } from './change-list'
import { sayChanges } from './changes'
import { isPast, sayMoment } from './moment'
import { type KeptScenario, useKeptScenarios } from './use-kept-scenarios'

const close = (): void => setView({ dialog: undefined })

const NONE: readonly Version[] = []

/** The states in which the document was saved, and the way back to each. */
export const VersionsDialog = () => {
  const token = useDocument((state) => state.token)
  const [versions, setVersions] = useState<readonly Version[]>()
  const [chosen, setChosen] = useState<string>()
  useEffect(() => {
    if (token) void bridge.listVersions(token).then(setVersions)
    else setVersions([])
  }, [token])
  const kept = useKeptScenarios(token, versions ?? NONE)
  if (!versions) return null
  return (
    <Dialog title="Versions" onClose={close} isWide>
      <p>
        {token === null
          ? 'This scenario is in no file yet. Its versions are kept from the first save on.'
          : versions.length === 0
            ? 'Nothing has been kept yet. Versions are kept on this machine from the next save on.'
            : 'What was saved here, newest first: up to twenty of the last hour, then one an hour, a day and a month, forty in all. They are kept on this machine, in Brink’s own data.'}
      </p>
      <ul className="choice-list versions">
        {versions.map(({ id, savedAt, title }, index) => (
          <li key={id}>
            <button
              type="button"
              aria-expanded={chosen === id}
              onClick={() => setChosen(chosen === id ? undefined : id)}
            >
              <strong>{sayMoment(savedAt)}</strong>
              <span>
                <bdi>{title}</bdi>
                {/* What was kept before the clock was set back comes first, and is not the last. */}
                {index === 0 && isPast(savedAt) && ', last saved'}
              </span>
              <span className="version-change">{sayStep(kept, versions[index + 1]?.id, id)}</span>
            </button>
            {token !== null && chosen === id && (
              <VersionShown token={token} id={id} savedAt={savedAt} version={kept.get(id)} />
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** What a version brought that the one kept before it had not; empty while it is not yet known. */
function sayStep(
  kept: ReadonlyMap<string, KeptScenario>,
  earlierId: string | undefined,
  id: string,
): string {
  if (earlierId === undefined) return 'The earliest kept'
  const [earlier, version] = [kept.get(earlierId), kept.get(id)]
  if (version === 'unreadable') return 'Can no longer be read'
  if (!earlier || earlier === 'unreadable' || !version) return ''
  return sayChanges(earlier, version)
}

interface VersionShownProps {
  readonly token: string
  readonly id: string
  readonly savedAt: string
  readonly version: KeptScenario | undefined
}

const VersionShown = ({ token, id, savedAt, version }: VersionShownProps) => {
  const present = useDocument(selectScenario)
  const fileName = useDocument((state) => state.fileName)
  if (version === undefined) return null
  if (version === 'unreadable') {
    return <p className="hint">This version can no longer be read; its file is set aside.</p>
  }
  const goBack = (): void => {
    useDocument.getState().edit(() => version)
    close()
  }
  const compare = (): void => {
    takeIn(version, { kind: 'version', token, fileName, savedAt })
    setView({ dialog: undefined, screen: 'compare' })
  }
  return (
    <div className="version-shown">
      <ChangeList before={version} after={present} heads={['This version', 'Now']} />
      <div className="dialog-actions">
        <button type="button" onClick={goBack}>
          Go back to it
        </button>
        <button type="button" onClick={compare}>
          Compare
        </button>
        <button
          type="button"
          onClick={() => void bridge.openVersionInWindow(token, id).then(close)}
        >
          Open in a new window
        </button>
      </div>
      <p className="hint">
        Going back is one step that can be undone; the file stays as it is until you save.
      </p>
    </div>
  )
}
