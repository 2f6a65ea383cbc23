import { useEffect, useState } from 'react'
import type { Version } from '../../../ipc/contract'
import { bridge } from '../../bridge'
import { type Notice, setView, useView } from '../../state/view-store'
import { Banner } from './banner'
import { sayMoment } from './moment'
import { save } from './saving'

const PUT_AWAY = { label: 'Put away', onClick: () => setView({ notice: undefined }) }

/** What happened, where and what now; stays until it is put away. */
export const NoticeBanner = () => {
  const notice = useView((view) => view.notice)
  if (!notice) return null
  const { kind, title, details, save: told, versionsOf } = notice
  return (
    <Banner kind={kind} title={title} closing={PUT_AWAY}>
      {details.length > 0 && (
        <ul>
          {[...new Set(details)].map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
      {told && <SaveActions told={told} />}
      {versionsOf !== undefined && <LastVersion key={versionsOf} token={versionsOf} />}
    </Banner>
  )
}

const SaveActions = ({ told }: { readonly told: NonNullable<Notice['save']> }) => (
  <div className="banner-actions">
    {(told === 'failed' || told === 'unconfirmed') && (
      <button type="button" onClick={() => void save(false)}>
        Save again
      </button>
    )}
    <button type="button" onClick={() => void save(true)}>
      Save As…
    </button>
  </div>
)

/** The way back where a file is damaged or gone, if anything of it was kept. */
const LastVersion = ({ token }: { readonly token: string }) => {
  const [newest, setNewest] = useState<Version>()
  useEffect(() => void bridge.listVersions(token).then(([first]) => setNewest(first)), [token])
  if (!newest) return null
  return (
    <div className="banner-actions">
      <button type="button" onClick={() => void bridge.openVersionInWindow(token, newest.id)}>
        Open the version of {sayMoment(newest.savedAt)}
      </button>
    </div>
  )
}
