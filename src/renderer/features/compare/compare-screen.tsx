import { useCallback, useState } from 'react'
import { MOST_BESIDE } from '../../state/compare-store'
import { useView } from '../../state/view-store'
import { AddTools } from './add-tools'
import { sayExtremes, sayVerdicts } from './compare-words'
import { ComparedClaimsCard } from './compared-claims-card'
import { ComparedEventCard } from './compared-event-card'
import { ComparedRungsCard } from './compared-rungs-card'
import { type ComparisonShown, useComparison } from './comparison'
import { DifferencesCard } from './differences-card'
import { MemberList } from './member-list'
import { NothingBeside } from './nothing-beside'

/** Up to six scenarios side by side, the document the first of them. */
export const CompareScreen = () => {
  const { members, shown } = useComparison()
  const [strong, setStrong] = useState<string>()
  const onStrong = useCallback((key: string | undefined) => setStrong(key), [])
  const isAlone = members.length === 1
  return (
    <div className="compare" aria-busy={!isAlone && !shown}>
      <CompareHeadline shown={shown} isAlone={isAlone} />
      <section className="compare-who" aria-label="Scenarios compared">
        <MemberList {...{ members, strong, onStrong }} />
        <AddTools isFull={members.length > MOST_BESIDE} />
      </section>
      {isAlone && <NothingBeside />}
      {shown && (
        <>
          <ComparedEventCard {...{ shown, strong, onStrong }} />
          <ComparedClaimsCard shown={shown} />
          <ComparedRungsCard shown={shown} />
          <DifferencesCard shown={shown} />
        </>
      )}
    </div>
  )
}

interface CompareHeadlineProps {
  readonly shown: ComparisonShown | undefined
  readonly isAlone: boolean
}

const CompareHeadline = ({ shown, isAlone }: CompareHeadlineProps) => {
  // What a slider passes through on its way is not read out.
  const isDragging = useView((view) => view.isDragging)
  const [claim, rest] = isAlone
    ? ALONE
    : shown
      ? [sayExtremes(shown), sayVerdicts(shown.comparison.claims)]
      : AWAITED
  return (
    <header className="headline" aria-live={isDragging ? 'off' : 'polite'} aria-atomic="true">
      <h1>{claim}</h1>
      <p>{rest}</p>
    </header>
  )
}

const ALONE = [
  'Hold this scenario against others',
  'Put up to five beside it: their curves, what each makes of the claims, and in what they differ.',
] as const
const AWAITED = ['Computing what is compared…', '\u00a0'] as const
