import { sayRange, sayReading } from '../../../../forecast/conclusion/words'
import {
  isWordOfProbability,
  readClaim,
  yardsticks,
} from '../../../../forecast/conclusion/yardstick'
import type { Claim, YardstickId } from '../../../../forecast/scenario'
import { limits } from '../../../../scenario-file/schema'
import { NumberField } from '../../../components/number-field'
import { TextField } from '../../../components/text-field'
import { withOptional } from '../../../state/case-edits/change'

/** As close as the ends of a range are set by hand, in points of per cent. */
const LEAST_WIDTH = 0.1

const WORDS = [
  ...new Set(Object.values(yardsticks).flatMap(({ terms }) => terms.map(({ word }) => word))),
]

interface WordingFieldsProps {
  readonly claim: Claim
  readonly yardstick: YardstickId
  readonly onChange: (change: (claim: Claim) => Claim) => void
}

/** The article's word of probability, and the range that it is read as. */
export const WordingFields = ({ claim, yardstick, onChange }: WordingFieldsProps) => {
  const { wording, range } = claim
  const reading = readClaim(claim, yardstick)
  const needsRange = !isWordOfProbability(wording)
  const findProblem = (text: string): string | undefined =>
    range || isWordOfProbability(text)
      ? undefined
      : `“${text}” is not a word of a yardstick; give the claim a range of its own first.`
  return (
    <div>
      <div className="case-row case-row-named">
        <TextField
          label="Word of probability"
          value={wording}
          longest={limits.line}
          isRequired
          suggestions={WORDS}
          findProblem={findProblem}
          onCommit={(text) => onChange((old) => ({ ...old, wording: text }))}
        />
        {range && <RangeFields range={range} onChange={onChange} />}
      </div>
      <label
        className="case-own-range"
        title={needsRange && range ? `“${wording}” is not a word of a yardstick.` : undefined}
      >
        <input
          type="checkbox"
          checked={range !== undefined}
          disabled={needsRange && range !== undefined}
          onChange={(event) =>
            onChange((old) =>
              withOptional(old, 'range', event.target.checked ? reading.stated : undefined),
            )
          }
        />
        A range of its own, as the author of the case reads the word
      </label>
      <p className="hint">
        {sayRange(...reading.stated)}: {sayReading(claim, reading, yardstick)}
      </p>
    </div>
  )
}

interface RangeFieldsProps {
  readonly range: readonly [low: number, high: number]
  readonly onChange: WordingFieldsProps['onChange']
}

const RangeFields = ({ range: [low, high], onChange }: RangeFieldsProps) => {
  const put = (next: readonly [number, number]): void =>
    onChange((old) => ({ ...old, range: next }))
  return (
    <div className="case-row">
      <NumberField
        label="From"
        isLabelShown
        unit="%"
        value={low * 100}
        least={0}
        most={Math.max(high * 100 - LEAST_WIDTH, low * 100)}
        onCommit={(percent) => put([percent / 100, high])}
      />
      <NumberField
        label="To"
        isLabelShown
        unit="%"
        value={high * 100}
        least={Math.min(low * 100 + LEAST_WIDTH, high * 100)}
        most={100}
        onCommit={(percent) => put([low, percent / 100])}
      />
    </div>
  )
}
