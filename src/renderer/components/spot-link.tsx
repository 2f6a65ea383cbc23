import type { ReactNode } from 'react'
import type { ScreenId } from '../../ipc/contract'
import { leadTo, leadToScreen } from '../state/spots'
import { type Spot, setView } from '../state/view-store'

interface SpotLinkProps {
  readonly spot: Spot
  /** Where to look at it; the screen that it is at home on if absent. */
  readonly screen?: ScreenId
  /** For screen readers, where the text alone does not say where it leads. */
  readonly label?: string
  readonly children: ReactNode
}

/** A link to a part of the case: it is brought into sight and marked there. */
export const SpotLink = ({ spot, screen, label, children }: SpotLinkProps) => (
  <button
    type="button"
    className="link spot-link"
    aria-label={label}
    onClick={() => setView(screen === undefined ? leadTo(spot) : leadToScreen(spot, screen))}
  >
    {children}
  </button>
)
