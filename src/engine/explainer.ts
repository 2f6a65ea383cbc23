import type { EventChoice } from '../forecast/conclusion/outlook'
import type { ExplanationPart, ExplanationSoFar } from '../forecast/explain/explain'
import type { OverturnGoal } from '../forecast/explain/overturn'
import type { Scenario } from '../forecast/scenario'

/** What is to be explained. */
export interface Question {
  readonly scenario: Scenario
  readonly choice: EventChoice
  readonly goal: OverturnGoal
  /** All parts where absent. */
  readonly parts?: readonly ExplanationPart[]
}

export interface ExplainListener {
  /** Whenever a part is there, now and then between, and with `done` 1 at the end. */
  onAnswer(soFar: ExplanationSoFar): void
  /** The work broke: a fault of the program, not of the scenario. */
  onFailure(message: string): void
}

/** Answers questions somewhere else. */
export interface Explainer {
  explain(question: Question, listener: ExplainListener): { abandon(): void }
}
