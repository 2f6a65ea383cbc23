import { type Notice, setView, useView } from '../../state/view-store'
import { Banner } from './banner'
import { save } from './saving'

const PUT_AWAY = { label: 'Put away', onClick: () => setView({ notice: undefined }) }

/** What happened, where and what now; stays until it is put away. */
export const NoticeBanner = () => {
  const notice = useView((view) => view.notice)
  if (!notice) return null
  const { kind, title, details, save: told } = notice
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
