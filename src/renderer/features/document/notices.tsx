import { setView, useView } from '../../state/view-store'
import { Banner } from './banner'

const PUT_AWAY = { label: 'Put away', onClick: () => setView({ notice: undefined }) }

/** What happened, where and what now; stays until it is put away. */
export const NoticeBanner = () => {
  const notice = useView((view) => view.notice)
  if (!notice) return null
  const { kind, title, details } = notice
  return (
    <Banner kind={kind} title={title} closing={PUT_AWAY}>
      {details.length > 0 && (
        <ul>
          {[...new Set(details)].map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
    </Banner>
  )
}
