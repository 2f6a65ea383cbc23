import { sayDate } from '../../../../forecast/calendar'
import type { Scenario } from '../../../../forecast/scenario'
import { partElementId } from '../places'
import { ConclusionReading } from './conclusion-reading'
import { DriversReading } from './drivers-reading'
import { EvidenceReading } from './evidence-reading'
import { LadderReading } from './ladder-reading'
import { ResponsesReading } from './responses-reading'
import { SourceReading } from './source-reading'
import { TogetherReading } from './together-reading'
import { TransitionsReading } from './transitions-reading'

/** The whole case, set as a document. */
export const CaseDocument = ({ scenario }: { readonly scenario: Scenario }) => {
  const { case: conflictCase } = scenario
  return (
    <article className="case-document" aria-label="The case">
      <TitleReading {...conflictCase} />
      <LadderReading ladder={conflictCase.ladder} />
      <DriversReading conflictCase={conflictCase} />
      <TogetherReading conflictCase={conflictCase} />
      <TransitionsReading scenario={scenario} />
      <ResponsesReading conflictCase={conflictCase} />
      <EvidenceReading scenario={scenario} />
      <ConclusionReading scenario={scenario} />
      <SourceReading source={conflictCase.source} />
    </article>
  )
}

const TitleReading = ({ title, asOf, source }: Scenario['case']) => (
  <header id={partElementId('title')} className="case-title">
    <h1 tabIndex={-1} dir="auto">
      {title}
    </h1>
    <p>As of {sayDate(asOf)}</p>
    <p className="case-title-source">
      after “<bdi>{source.title}</bdi>”, <bdi>{source.publisher}</bdi>
    </p>
  </header>
)
