import { useEffect, useMemo, useRef, useState } from 'react'
import { search } from '../../help/search'
import { bridge } from '../bridge'
import { Blocks, headingId, type Place } from './block-view'
import { ContentsList } from './contents-list'
import { pages, sections } from './pages'
import { SearchResults } from './search-results'
import { usePlaces } from './use-places'

/** The help: what there is on the left, with a search over all of it, and the text on the right. */
export const HelpPage = ({ first }: { readonly first: string }) => {
  const { place, go, back, forward, canGoBack, canGoForward } = usePlaces({ topic: first })
  const [query, setQuery] = useState('')
  const found = useMemo(() => search(sections, query), [query])
  const field = useRef<HTMLInputElement>(null)
  const isSearching = query.trim() !== ''
  useEffect(
    () =>
      bridge.onCommand(
        (command) => command.kind === 'help' && command.topic && go({ topic: command.topic }),
      ),
    [go],
  )
  useHelpKeys(
    () => field.current?.focus(),
    query,
    () => setQuery(''),
  )
  return (
    <div className="help">
      <nav className="help-side" aria-label="Contents of the help">
        <div className="help-search">
          <input
            ref={field}
            type="search"
            aria-label="Search the help"
            placeholder="Search the help"
            value={query}
            onChange={({ target }) => setQuery(target.value)}
            onKeyDown={({ key }) => {
              const [best] = found
              if (key === 'Enter' && best) {
                go({ topic: best.section.topic, heading: best.section.heading })
              }
            }}
          />
        </div>
        <div className="help-list" key={isSearching ? 'found' : 'contents'}>
          {isSearching ? (
            <SearchResults {...{ found, place }} onGo={go} />
          ) : (
            <ContentsList place={place} onGo={go} />
          )}
        </div>
      </nav>
      <main className="help-main">
        <div className="help-steps">
          <button type="button" className="quiet" disabled={!canGoBack} onClick={back}>
            ‹ Back
          </button>
          <button type="button" className="quiet" disabled={!canGoForward} onClick={forward}>
            Forward ›
          </button>
        </div>
        <Article place={place} onGo={go} />
      </main>
    </div>
  )
}

interface ArticleProps {
  readonly place: Place
  readonly onGo: (place: Place) => void
}

const Article = ({ place, onGo }: ArticleProps) => {
  const index = Math.max(
    pages.findIndex(({ id }) => id === place.topic),
    0,
  )
  const page = pages[index]
  const article = useRef<HTMLElement>(null)
  useEffect(() => {
    const heading = place.heading ? document.getElementById(headingId(place.heading)) : null
    const head = heading ?? article.current?.querySelector<HTMLElement>('h1')
    head?.focus({ preventScroll: true })
    if (heading) heading.scrollIntoView({ block: 'start' })
    else article.current?.closest('main')?.scrollTo(0, 0)
  }, [place])
  if (!page) return null
  const [before, after] = [pages[index - 1], pages[index + 1]]
  return (
    <article ref={article} className="help-article" data-topic={page.id}>
      <Blocks key={page.id} blocks={page.blocks} onGo={onGo} />
      <footer className="help-foot">
        {before && (
          <button type="button" className="link" onClick={() => onGo({ topic: before.id })}>
            ‹ {before.title}
          </button>
        )}
        <span />
        {after && (
          <button type="button" className="link" onClick={() => onGo({ topic: after.id })}>
            {after.title} ›
          </button>
        )}
      </footer>
    </article>
  )
}

/** Ctrl+F goes to the search; Escape leaves it, and then the help. */
function useHelpKeys(toSearch: () => void, query: string, clear: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key === 'f') {
        event.preventDefault()
        toSearch()
      } else if (event.key === 'Escape') {
        event.preventDefault()
        if (query === '') window.close()
        else clear()
      }
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [toSearch, query, clear])
}
