import { type ReactNode, useId } from 'react'

interface PlainCardProps {
  readonly title: string
  readonly children: ReactNode
}

/** A card of words or of a table that needs no other behind it. */
export const PlainCard = ({ title, children }: PlainCardProps) => {
  const id = useId()
  return (
    <section className="card" aria-labelledby={id}>
      <header className="card-header">
        <h2 id={id}>{title}</h2>
      </header>
      {children}
    </section>
  )
}
