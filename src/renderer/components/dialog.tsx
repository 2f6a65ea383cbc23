import { type ReactNode, useEffect, useId, useRef } from 'react'
import { toDesk } from './desk'

interface DialogProps {
  readonly title: string
  readonly children: ReactNode
  readonly onClose: () => void
  readonly isWide?: boolean
  readonly className?: string
}

/** A modal dialog; Escape and the button close it, and focus goes back to where it was, or to the screen. */
export const Dialog = ({ title, children, onClose, isWide, className = '' }: DialogProps) => {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const before = document.activeElement
    element.current?.showModal()
    return () => {
      const isThere = before instanceof HTMLElement && before.isConnected
      if (isThere && before !== document.body) before.focus()
      else toDesk()
    }
  }, [])
  return (
    <dialog
      ref={element}
      className={`dialog ${isWide ? 'dialog-wide' : ''} ${className}`}
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <header className="dialog-header">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="quiet" aria-label="Close" onClick={onClose}>
          ✕
        </button>
      </header>
      <div className="dialog-body">{children}</div>
    </dialog>
  )
}
