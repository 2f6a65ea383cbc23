import { sayEvent } from '../../../../forecast/conclusion/words'
import type { Claim, ForecastEvent, Scenario } from '../../../../forecast/scenario'
import { limits } from '../../../../scenario-file/schema'
import { ChoiceField } from '../../../components/choice-field'
import { TextField } from '../../../components/text-field'
import { changeClaim } from '../../../state/case-edits/change'
import { useDocument } from '../../../state/document-store'
import { IdField } from './id-field'
import { WordingFields } from './wording-fields'

const EVENT_KINDS = [
  { value: 'reach', label: 'a rung is reached, or a higher one' },
  { value: 'at-or-above', label: 'it stands on a rung, or a higher one' },
] as const

const RESPONSE_KIND = { value: 'response', label: 'a response comes' } as const

interface ClaimFieldsProps {
  readonly claim: Claim
  readonly scenario: Scenario
}

export const ClaimFields = ({ claim, scenario }: ClaimFieldsProps) => {
  const { id, statement, locator } = claim
  const change = (next: (claim: Claim) => Claim): void =>
    useDocument.getState().edit((before) => changeClaim(before, id, next))
  return (
    <>
      <TextField
        label="What the article says"
        value={statement}
        longest={limits.line}
        isRequired
        onCommit={(text) => change((old) => ({ ...old, statement: text }))}
      />
      <div className="case-row case-row-named">
        <TextField
          label="Where in the source"
          value={locator}
          longest={limits.line}
          isRequired
          onCommit={(text) => change((old) => ({ ...old, locator: text }))}
        />
        <IdField kind="claim" id={id} conflictCase={scenario.case} />
      </div>
      <WordingFields claim={claim} yardstick={scenario.judgment.yardstick} onChange={change} />
      <EventFields
        claim={claim}
        scenario={scenario}
        onChange={(event) => change((old) => ({ ...old, event }))}
      />
    </>
  )
}

interface EventFieldsProps extends ClaimFieldsProps {
  readonly onChange: (event: ForecastEvent) => void
}

/** The event of the model that the claim is about, and its sentence as the forecast says it. */
const EventFields = ({ claim: { event }, scenario, onChange }: EventFieldsProps) => {
  const { ladder, responses } = scenario.case
  const chooseKind = (kind: ForecastEvent['kind']): void => {
    const [response] = responses
    if (kind !== 'response') {
      const rung = event.kind === 'response' ? ladder.at(-1)?.id : event.rung
      if (rung !== undefined) onChange({ kind, rung })
    } else if (response) onChange({ kind, response: response.id })
  }
  const items = event.kind === 'response' ? responses : ladder.toReversed()
  return (
    <div>
      <div className="case-row">
        <ChoiceField
          label="It is about whether"
          value={event.kind}
          choices={responses.length > 0 ? [...EVENT_KINDS, RESPONSE_KIND] : EVENT_KINDS}
          onChoose={chooseKind}
        />
        <ChoiceField
          label={event.kind === 'response' ? 'Response' : 'Rung'}
          value={event.kind === 'response' ? event.response : event.rung}
          choices={items.map(({ id, label }) => ({ value: id, label }))}
          onChoose={(id) =>
            onChange(
              event.kind === 'response' ? { ...event, response: id } : { ...event, rung: id },
            )
          }
        />
      </div>
      <p className="hint">
        <bdi>{sayEvent(scenario.case, event, scenario.judgment.horizonMonths)}</bdi>
      </p>
    </div>
  )
}
