import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { toDesk } from '../../components/desk'

interface BannerProps {
  readonly kind: 'info' | 'problem'
  readonly title: ReactNode
  /** By which the keyboard is led to it. */
  readonly id?: string
  readonly label?: string
  readonly children?: ReactNode
  /** What puts it away, at its end. */
  readonly closing: { readonly label: string; readonly onClick: () => void }
}

/** What has to be said above a screen; when it goes, the keyboard goes on with the screen. */
export const Banner = ({ kind, id, title, label, children, closing }: BannerProps) => {
  const element = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const banner = element.current
    return () => {
      if (banner?.contains(document.activeElement)) toDesk()
    }
  }, [])
  return (
    <section
      ref={element}
      id={id}
      tabIndex={id === undefined ? undefined : -1}
      className={`banner banner-${kind}`}
      role={kind === 'problem' ? 'alert' : 'status'}
      aria-label={label}
    >
      <div>
        <p className="banner-title">{title}</p>
        {children}
      </div>
      <button type="button" className="quiet" onClick={closing.onClick}>
        {closing.label}
      </button>
    </section>
  )
}
