import { useMemo, useState } from 'react'
import { sayRate } from '../../../forecast/rate-words'
import type { RecordMove, Scenario } from '../../../forecast/scenario'
import type { BaseRateTable } from '../../../history/base-rate-table'
import { isSameMove, recordMoves } from '../../../history/reference-prior'
import type { RateRow } from '../../charts/rates-rows'
import { NumberField } from '../../components/number-field'
import { useRecord } from '../../components/use-record'
import { candidatesFor } from './class-rows'
import { ClassTable } from './class-table'
import { RecordMoveField } from './record-move-field'

interface RecordPanelProps {
  readonly id: string
  readonly scenario: Scenario
  readonly row: RateRow
  readonly onClose: () => void
}

/** The least and most events that a class may weigh as much as. */
const [LIGHTEST, HEAVIEST] = [0.01, 10_000]

/** One rate as every class of the record has it, beside what each would make of the forecast. */
export const RecordPanel = ({ id, scenario, row, onClose }: RecordPanelProps) => {
  const table = useRecord(true)
  const [move, setMove] = useState<RecordMove | undefined>(row.move.reference)
  const [weight, setWeight] = useState(row.move.prior?.events ?? 1)
  const moves = useMemo(() => (table ? recordMoves(table) : []), [table])
  const chosen = moves.find((each) => move && isSameMove(each, move))
  return (
    <section
      id={id}
      className="record-panel"
      aria-label={`${row.label}, from the record`}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className="record-choices">
        <RecordMoveField moves={moves} chosen={chosen} onChoose={setMove} />
        <span className="record-weight">
          <NumberField
            label="carries the weight of"
            isLabelShown
            value={weight}
            least={LIGHTEST}
            most={HEAVIEST}
            step={0.5}
            onCommit={setWeight}
          />
          <span>{weight === 1 ? 'event' : 'events'}</span>
        </span>
        <button type="button" className="quiet small record-close" onClick={onClose}>
          Close
        </button>
      </div>
      {table && chosen ? (
        <Classes {...{ scenario, row, table, weight }} move={chosen} />
      ) : (
        <p className="hint">
          {table
            ? `The rungs of the record are not those of this case. Choose the move of the record that ${row.label} comes closest to; the prior stays ${sayRate(row.prior)} until a class is used.`
            : 'Reading the library of base rates…'}
        </p>
      )}
    </section>
  )
}

interface ClassesProps extends Pick<RecordPanelProps, 'scenario' | 'row'> {
  readonly table: BaseRateTable
  readonly move: RecordMove
  readonly weight: number
}

const Classes = ({ scenario, row, table, move, weight }: ClassesProps) => {
  const candidates = useMemo(
    () => candidatesFor(scenario, row, table, move, weight),
    [scenario, row, table, move, weight],
  )
  return <ClassTable {...{ scenario, row, table, weight, candidates }} />
}
