import type { KeyboardEvent } from 'react'
import type { ScreenId } from '../../../ipc/contract'
import { setView, useView } from '../../state/view-store'
import { screens } from './screens'

const ids = Object.keys(screens) as ScreenId[]

/** The screens, one of them in view; arrow keys go from one to the next. */
export const ScreenTabs = () => {
  const screen = useView((view) => view.screen)
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = ids[(ids.indexOf(screen) + step + ids.length) % ids.length] ?? screen
    setView({ screen: next })
    document.getElementById(tabId(next))?.focus()
  }
  return (
    <div className="screen-tabs" role="tablist" aria-label="Screens" onKeyDown={move}>
      {ids.map((id) => (
        <button
          key={id}
          id={tabId(id)}
          type="button"
          role="tab"
          className="screen-tab"
          aria-selected={id === screen}
          aria-controls="screen"
          tabIndex={id === screen ? 0 : -1}
          onClick={() => setView({ screen: id })}
        >
          {screens[id].label}
        </button>
      ))}
    </div>
  )
}

export const tabId = (id: ScreenId): string => `tab-${id}`
