import { LineSwatch } from '../../charts/compared-marks'
import { leaveOut } from '../../state/compare-store'
import { openEntry } from './compare-actions'
import type { Member } from './members'

interface MemberListProps {
  readonly members: readonly Member[]
  readonly strong: string | undefined
  readonly onStrong: (key: string | undefined) => void
}

/** Who is compared, each with its line; the one pointed at stands out in the chart. */
export const MemberList = ({ members, strong, onStrong }: MemberListProps) => (
  <ul className="members">
    {members.map((member) => (
      <li
        key={member.key}
        className="member"
        data-member={member.key}
        data-strong={member.key === strong}
        onPointerEnter={() => onStrong(member.key)}
        onPointerLeave={() => onStrong(undefined)}
        onFocus={() => onStrong(member.key)}
        onBlur={() => onStrong(undefined)}
      >
        <LineSwatch colour={member.colour} />
        <span className="member-words">
          <bdi className="member-name" title={member.name}>
            {member.name}
          </bdi>
          <MemberState member={member} />
        </span>
        <MemberTools member={member} />
      </li>
    ))}
  </ul>
)

const MemberState = ({ member }: { readonly member: Member }) => {
  const { failure, progress, note, name } = member
  if (failure) {
    return (
      <span className="member-failure" role="alert">
        It could not be computed: {failure}.
      </span>
    )
  }
  return (
    <span className="member-note">
      {progress ? (
        <progress
          max={progress.drawsWanted}
          value={progress.drawsDone}
          aria-label={`Draws of ${name} done`}
        />
      ) : (
        note
      )}
    </span>
  )
}

const MemberTools = ({ member: { entry, key, name } }: { readonly member: Member }) =>
  entry && (
    <span className="member-tools">
      <button
        type="button"
        className="quiet small"
        aria-label={`Open: ${name}`}
        title="Make it the document; the one open now takes its place here"
        onClick={() => void openEntry(entry)}
      >
        Open
      </button>
      <button
        type="button"
        className="quiet small"
        aria-label={`Remove: ${name}`}
        title="Compare without it"
        onClick={() => leaveOut(key)}
      >
        ✕
      </button>
    </span>
  )
