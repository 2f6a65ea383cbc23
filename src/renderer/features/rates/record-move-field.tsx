import { useId } from 'react'
import type { RecordMove } from '../../../forecast/scenario'
import { LEVEL_WORDS, sayRecordMove } from '../../../history/reference-prior'

interface RecordMoveFieldProps {
  readonly moves: readonly RecordMove[]
  readonly chosen: RecordMove | undefined
  readonly onChoose: (move: RecordMove) => void
}

const LEVELS = ['dispute', 'incident'] as const

const keyOf = ({ level, from, to }: RecordMove): string => `${level} ${from}>${to}`

/** Which move of the record is meant: nothing is chosen until the analyst or the file says so. */
export const RecordMoveField = ({ moves, chosen, onChoose }: RecordMoveFieldProps) => {
  const id = useId()
  return (
    <span className="record-move">
      <label htmlFor={id}>Move of the record</label>
      <select
        id={id}
        value={chosen ? keyOf(chosen) : ''}
        onChange={({ target }) => {
          const move = moves.find((each) => keyOf(each) === target.value)
          if (move) onChoose(move)
        }}
      >
        {!chosen && <option value="">Choose…</option>}
        {LEVELS.map((level) => (
          <optgroup key={level} label={LEVEL_WORDS[level]}>
            {moves
              .filter((move) => move.level === level)
              .map((move) => (
                <option key={keyOf(move)} value={keyOf(move)}>
                  {sayRecordMove(move)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </span>
  )
}
