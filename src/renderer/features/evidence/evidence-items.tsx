import { memo, useEffect, useMemo, useRef } from 'react'
import { sayDate } from '../../../forecast/calendar'
import { sayConsequence, sayShown, sayTopic } from '../../../forecast/evidence-words'
import { claimsOf, evidenceOn, type Topic } from '../../../forecast/links'
import type { Case, EvidenceItem, Judgment, Scenario } from '../../../forecast/scenario'
import { daysOf } from '../../charts/time-scale'
import { Listed } from '../../components/listed'
import { SpotLink } from '../../components/spot-link'
import { useIsSpot, useSpotInSight } from '../../components/use-spot'
import { holdBefore } from '../../state/before-store'
import { useDocument } from '../../state/document-store'
import { setDisputed } from '../../state/evidence-edits'
import { setView } from '../../state/view-store'
import { useTopic } from './topic'

/** The evidence shown in words, from the oldest on, each item to be disputed or accepted again. */
export const EvidenceItems = ({ scenario }: { readonly scenario: Scenario }) => {
  const topic = useTopic(scenario.case)
  const { evidence, asOf } = scenario.case
  const items = useMemo(() => {
    const found = topic ? evidenceOn(scenario.case, topic) : evidence
    return inOrderOfTime(found, asOf)
  }, [scenario.case, topic, evidence, asOf])
  const heading = useRef<HTMLHeadingElement>(null)
  useSpotInSight('evidence')
  // The link that changed the topic may be gone with what it stood on, and the focus with it.
  useEffect(() => {
    if (topic && document.activeElement === document.body) heading.current?.focus()
  }, [topic])
  return (
    <section className="card evidence-items" aria-labelledby="evidence-items">
      <header className="card-header">
        <h2 id="evidence-items" ref={heading} tabIndex={-1}>
          {topic ? sayShown(scenario.case, topic, items.length) : `All ${evidence.length} items`}
        </h2>
        {topic && <TopicTools topic={topic} onLeave={() => heading.current?.focus()} />}
      </header>
      {items.length === 0 && <p className="empty">Nothing in the case’s evidence does.</p>}
      <ol>
        {items.map((item) => (
          <Item
            key={item.id}
            conflictCase={scenario.case}
            disputed={scenario.judgment.disputed}
            item={item}
          />
        ))}
      </ol>
    </section>
  )
}

interface TopicToolsProps {
  readonly topic: Topic
  /** When all the evidence is shown again, and this is gone. */
  readonly onLeave: () => void
}

const TopicTools = ({ topic, onLeave }: TopicToolsProps) => (
  <span className="card-tools">
    <SpotLink spot={topic}>{LOOK_AT[topic.kind]}</SpotLink>
    <button
      type="button"
      className="link"
      onClick={() => {
        setView({ topic: undefined })
        onLeave()
      }}
    >
      Show everything
    </button>
  </span>
)

const LOOK_AT = {
  driver: 'Go to the driver',
  transition: 'Go to its base rate',
  response: 'Go to its base rate',
  claim: 'Go to the claim',
} as const

const inOrderOfTime = (items: readonly EvidenceItem[], asOf: string): EvidenceItem[] =>
  items
    .map((item) => ({ item, span: daysOf(item.date, asOf) }))
    .sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
    .map(({ item }) => item)

interface ItemProps {
  readonly conflictCase: Case
  readonly disputed: Judgment['disputed']
  readonly item: EvidenceItem
}

/** Drawn anew when the case or what is disputed changes, and not when a slider moves. */
const Item = memo(({ conflictCase, disputed, item }: ItemProps) => {
  const isDisputed = disputed.includes(item.id)
  const isSpot = useIsSpot('evidence', item.id)
  const dispute = (): void => {
    holdBefore(isDisputed ? 'an item was accepted again' : 'an item was disputed')
    useDocument.getState().edit((before) => setDisputed(before, item.id, !isDisputed))
  }
  return (
    <li
      className="evidence-item"
      data-evidence={item.id}
      data-spotted={isSpot}
      data-disputed={isDisputed}
      tabIndex={-1}
    >
      <time dateTime={item.date}>{sayDate(item.date)}</time>
      <div>
        <p className="evidence-summary">{item.summary}</p>
        <p className="evidence-links">
          <span className="locator">{item.locator}</span>
          <Links conflictCase={conflictCase} item={item} />
        </p>
        <Consequence {...{ conflictCase, disputed, item }} />
      </div>
      <button
        type="button"
        className="small"
        aria-label={`${isDisputed ? 'Accept again' : 'Dispute'}: ${item.summary}`}
        onClick={dispute}
      >
        {isDisputed ? 'Accept again' : 'Dispute'}
      </button>
    </li>
  )
})

/** What an item bears on, what it counts for, and the claims that stand on that. */
const Links = ({
  conflictCase,
  item,
}: {
  readonly conflictCase: Case
  readonly item: EvidenceItem
}) => {
  const transition = conflictCase.transitions.find(({ id }) => id === item.counts)
  const claims = transition ? claimsOf(conflictCase, transition) : []
  return (
    <>
      {item.bearsOn.length > 0 && (
        <span>
          Bears on{' '}
          <Listed>
            {item.bearsOn.map((id) => (
              <SpotLink key={id} spot={{ kind: 'driver', id }}>
                {sayTopic(conflictCase, { kind: 'driver', id })}
              </SpotLink>
            ))}
          </Listed>
          {!transition && <span className="hint">, changes no number by itself</span>}
        </span>
      )}
      {transition && (
        <span>
          Counts for{' '}
          <SpotLink spot={{ kind: 'transition', id: transition.id }}>
            {sayTopic(conflictCase, { kind: 'transition', id: transition.id })}
          </SpotLink>
        </span>
      )}
      {claims.length > 0 && (
        <span>
          Behind the claim{claims.length > 1 && 's'}{' '}
          <Listed>
            {claims.map(({ id, statement }) => (
              <SpotLink key={id} spot={{ kind: 'claim', id }}>
                {statement}
              </SpotLink>
            ))}
          </Listed>
        </span>
      )}
    </>
  )
}

/** What follows for the numbers; of what is accepted and not counted, nothing does. */
const Consequence = ({ conflictCase, disputed, item }: ItemProps) => {
  if (item.counts !== undefined) {
    return <p className="hint">{sayConsequence(conflictCase, disputed, item)}</p>
  }
  if (item.bearsOn.length === 0) {
    return <p className="hint">It is not counted and bears on no driver: no number rests on it.</p>
  }
  if (!disputed.includes(item.id)) return null
  return (
    <p className="hint">
      No number has changed. If the judgment rested on it, judge the{' '}
      {item.bearsOn.length === 1 ? 'driver' : 'drivers'} anew.
    </p>
  )
}
