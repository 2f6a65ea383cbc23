import type { ReactNode } from 'react'
import { PART_TITLES, type Part, partElementId } from '../places'

interface CaseSectionProps {
  readonly part: Part
  /** Said where the part holds nothing. */
  readonly empty?: string | false
  readonly children?: ReactNode
}

/** A part of the case under its title. */
export const CaseSection = ({ part, empty, children }: CaseSectionProps) => {
  const id = partElementId(part)
  return (
    <section id={id} className="case-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {PART_TITLES[part]}
      </h2>
      {empty && <p className="case-empty">{empty}</p>}
      {children}
    </section>
  )
}

/** A fact with its name above it. */
export const Fact = ({
  name,
  children,
  isWide,
}: {
  readonly name: string
  readonly children: ReactNode
  readonly isWide?: boolean
}) => (
  <div className={isWide ? 'case-fact case-fact-wide' : 'case-fact'}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** Names one after the other, each keeping its own direction of writing. */
export const NameList = ({ names }: { readonly names: readonly string[] }) => (
  <ul className="case-names">
    {[...new Set(names)].map((name) => (
      <li key={name}>
        <bdi>{name}</bdi>
      </li>
    ))}
  </ul>
)
