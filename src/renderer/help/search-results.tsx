import type { Found } from '../../help/search'
import type { Place } from './block-view'

interface SearchResultsProps {
  readonly found: readonly Found[]
  readonly place: Place
  readonly onGo: (place: Place) => void
}

/** The places found, best first, with the words in the sentence that holds them. */
export const SearchResults = ({ found, place, onGo }: SearchResultsProps) => (
  <>
    <p className="hint" role="status">
      {sayCount(found.length)}
    </p>
    <ul className="help-found">
      {found.map(({ section, excerpt }) => {
        const { topic, topicTitle, heading, title } = section
        const isHere = topic === place.topic && heading === place.heading
        return (
          <li key={`${topic} ${heading ?? ''}`}>
            <button
              type="button"
              aria-current={isHere ? 'location' : undefined}
              onClick={() => onGo({ topic, heading })}
            >
              <strong>{title}</strong>
              {heading !== undefined && <span className="help-found-topic">{topicTitle}</span>}
              <span>
                {excerpt.map(({ text, isMarked }, index) =>
                  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are of one text, in its order
                  isMarked ? <mark key={index}>{text}</mark> : text,
                )}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  </>
)

const sayCount = (count: number): string => {
  if (count === 0) return 'Nothing holds all of these words. Try fewer, or the beginning of one.'
  return count === 1 ? 'One place' : `${count} places`
}
