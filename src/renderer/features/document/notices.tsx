import { setView, useView } from '../../state/view-store'

/** What happened, where and what now; stays until it is put away. */
export const NoticeBanner = () => {
  const notice = useView((view) => view.notice)
  if (!notice) return null
  return (
    <section
      className={`banner banner-${notice.kind}`}
      role={notice.kind === 'problem' ? 'alert' : 'status'}
    >
      <div>
        <p className="banner-title">{notice.title}</p>
        {notice.details.length > 0 && (
          <ul>
            {notice.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
      </div>
      <button type="button" className="quiet" onClick={() => setView({ notice: undefined })}>
        Put away
      </button>
    </section>
  )
}
