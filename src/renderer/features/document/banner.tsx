import { type ReactNode, useLayoutEffect, useRef } from 'react'

interface BannerProps {
  readonly kind: 'info' | 'problem'
  readonly title: ReactNode
  readonly label?: string
  readonly children?: ReactNode
  /** What puts it away, at its end. */
  readonly closing: { readonly label: string; readonly onClick: () => void }
}

/** Where the keyboard goes on when what held it is gone. */
export const DESK_ID = 'desk'

/** What has to be said above a screen; when it goes, the keyboard goes on with the screen. */
export const Banner = ({ kind, title, label, children, closing }: BannerProps) => {
  const element = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const banner = element.current
    return () => {
      if (banner?.contains(document.activeElement)) document.getElementById(DESK_ID)?.focus()
    }
  }, [])
  return (
    <section
      ref={element}
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
