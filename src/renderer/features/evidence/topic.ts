import { sayTopic } from '../../../forecast/evidence-words'
import type { Topic } from '../../../forecast/links'
import type { Case } from '../../../forecast/scenario'
import { useView } from '../../state/view-store'

/** A topic that the case holds; one left over from another document is none. */
const heldBy = (conflictCase: Case, topic: Topic | undefined): Topic | undefined =>
  topic && sayTopic(conflictCase, topic) !== '' ? topic : undefined

/** What the evidence shown is about; undefined for all of it. */
export const useTopic = (conflictCase: Case): Topic | undefined =>
  heldBy(
    conflictCase,
    useView((view) => view.topic),
  )

/** The same outside of what is drawn. */
export const presentTopic = (conflictCase: Case): Topic | undefined =>
  heldBy(conflictCase, useView.getState().topic)
