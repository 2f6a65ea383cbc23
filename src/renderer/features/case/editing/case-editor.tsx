import type { Gap } from '../../../../forecast/case-gaps'
import type { Scenario } from '../../../../forecast/scenario'
import { rungColour } from '../../../charts/chart-frame'
import { CaseSection } from '../reading/case-section'
import { AddTransition } from './add-transition'
import { ClaimFields } from './claim-fields'
import { CrossImpactFields } from './cross-impact-fields'
import { DriverFields } from './driver-fields'
import { EvidenceFields } from './evidence-fields'
import { GapList } from './gap-list'
import { AddButton, ItemList } from './item-list'
import { ResponseFields } from './response-fields'
import { RungFields } from './rung-fields'
import { SourceFields } from './source-fields'
import { TitleFields } from './title-fields'
import { TransitionFields } from './transition-fields'

interface CaseEditorProps {
  readonly scenario: Scenario
  readonly gaps: readonly Gap[]
}

/** Every part of the case, to be changed. */
export const CaseEditor = ({ scenario, gaps }: CaseEditorProps) => {
  const { case: conflictCase } = scenario
  const { drivers, responses, evidence, conclusion, source } = conflictCase
  return (
    <div className="case-editor">
      <header className="case-title">
        <h1 dir="auto">{conflictCase.title}</h1>
        <p className="hint">What you change counts at once, and can be undone.</p>
      </header>
      <GapList gaps={gaps} conflictCase={conflictCase} />
      <TitleFields conflictCase={conflictCase} />
      <LadderPart scenario={scenario} />
      <CaseSection part="drivers">
        <ItemList
          kind="driver"
          items={drivers}
          fields={(driver) => <DriverFields {...{ driver, conflictCase }} />}
        />
        <AddButton kind="driver" conflictCase={conflictCase}>
          Add a driver
        </AddButton>
      </CaseSection>
      <CrossImpactFields conflictCase={conflictCase} />
      <TransitionsPart scenario={scenario} />
      <CaseSection part="responses">
        <ItemList
          kind="response"
          items={responses}
          fields={(response) => <ResponseFields {...{ response, conflictCase }} />}
        />
        <AddButton kind="response" conflictCase={conflictCase}>
          Add a response
        </AddButton>
      </CaseSection>
      <CaseSection part="evidence">
        <ItemList
          kind="evidence"
          items={evidence}
          fields={(item) => <EvidenceFields {...{ item, conflictCase }} />}
        />
        <AddButton kind="evidence" conflictCase={conflictCase}>
          Add an item of evidence
        </AddButton>
      </CaseSection>
      <CaseSection part="conclusion">
        <ItemList
          kind="claim"
          items={conclusion}
          fields={(claim) => <ClaimFields {...{ claim, scenario }} />}
        />
        <AddButton kind="claim" conflictCase={conflictCase}>
          Add a claim
        </AddButton>
      </CaseSection>
      <SourceFields source={source} />
    </div>
  )
}

/** The ladder as it is read: the top rung above, and a new one on top of it. */
const LadderPart = ({ scenario }: { readonly scenario: Scenario }) => {
  const { case: conflictCase } = scenario
  const { ladder } = conflictCase
  return (
    <CaseSection part="ladder">
      <AddButton kind="rung" conflictCase={conflictCase}>
        Add a rung on top
      </AddButton>
      <ItemList
        kind="rung"
        items={ladder.toReversed()}
        up={1}
        mark={(_, place) => (
          <span
            className="case-rung-colour"
            style={{ background: rungColour(ladder.length - 1 - place, ladder.length) }}
            aria-hidden="true"
          />
        )}
        fields={(rung) => <RungFields {...{ rung, conflictCase }} />}
      />
    </CaseSection>
  )
}

const TransitionsPart = ({ scenario }: { readonly scenario: Scenario }) => {
  const { case: conflictCase } = scenario
  return (
    <CaseSection part="transitions">
      <ItemList
        kind="transition"
        items={conflictCase.transitions}
        fields={(transition) => <TransitionFields {...{ transition, conflictCase }} />}
      />
      <AddTransition conflictCase={conflictCase} />
    </CaseSection>
  )
}
