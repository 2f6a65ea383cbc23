import { plainText } from '../../help/blocks'
import type { Place } from './block-view'
import { type Page, pages } from './pages'

interface ContentsListProps {
  readonly place: Place
  readonly onGo: (place: Place) => void
}

const groups = [...new Set(pages.map(({ group }) => group))]

/** Every page by its group; that being read shows its parts. */
export const ContentsList = ({ place, onGo }: ContentsListProps) =>
  groups.map((group) => (
    <section key={group} aria-label={group}>
      <h2>{group}</h2>
      <ul>
        {pages
          .filter((page) => page.group === group)
          .map((page) => (
            <li key={page.id}>
              <button
                type="button"
                aria-current={page.id === place.topic ? 'page' : undefined}
                onClick={() => onGo({ topic: page.id })}
              >
                {page.title}
              </button>
              {page.id === place.topic && <Parts page={page} onGo={onGo} />}
            </li>
          ))}
      </ul>
    </section>
  ))

interface PartsProps {
  readonly page: Page
  readonly onGo: (place: Place) => void
}

const Parts = ({ page, onGo }: PartsProps) => {
  const parts = page.blocks
    .filter((block) => block.kind === 'heading')
    .filter(({ level }) => level === 2)
  if (parts.length < 2) return null
  return (
    <ul className="help-parts">
      {parts.map(({ id, of }) => (
        <li key={id}>
          <button type="button" onClick={() => onGo({ topic: page.id, heading: id })}>
            {plainText(of)}
          </button>
        </li>
      ))}
    </ul>
  )
}
