import { goToPart, PART_TITLES, type Part } from './places'

interface ContentsListProps {
  readonly parts: readonly Part[]
  readonly current: Part | undefined
  readonly counts: Readonly<Partial<Record<Part, number>>>
}

/** The parts of the case, to go to; the one being read is marked. */
export const ContentsList = ({ parts, current, counts }: ContentsListProps) => (
  <nav className="case-contents" aria-label="Contents of the case">
    <ul>
      {parts.map((part) => (
        <li key={part}>
          <button
            type="button"
            aria-current={part === current ? 'location' : undefined}
            onClick={() => goToPart(part)}
          >
            <span>{PART_TITLES[part]}</span>
            {counts[part] !== undefined && <span className="case-count">{counts[part]}</span>}
          </button>
        </li>
      ))}
    </ul>
  </nav>
)
