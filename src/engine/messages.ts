import type { ExplanationSoFar } from '../forecast/explain/explain'
import type { Scenario } from '../forecast/scenario'
import type { Tally } from '../forecast/tally'
import type { Question } from './explainer'
import type { RunProgress, RunUpdate } from './runner'

/** To the forecast worker; `run` numbers are the sender's. */
export type Request =
  | {
      readonly kind: 'start'
      readonly run: number
      readonly scenario: Scenario
      readonly isInMotion: boolean
    }
  | { readonly kind: 'explain'; readonly run: number; readonly question: Question }
  | { readonly kind: 'stop' | 'abandon'; readonly run: number }

export type Reply =
  /** Once, when the worker has come up. */
  | { readonly kind: 'up' }
  | { readonly kind: 'update'; readonly run: number; readonly update: RunUpdate }
  | { readonly kind: 'progress'; readonly run: number; readonly progress: RunProgress }
  | { readonly kind: 'answer'; readonly run: number; readonly soFar: ExplanationSoFar }
  | { readonly kind: 'failure'; readonly run: number; readonly message: string }

/** From the forecast worker to one of its helpers; `run` numbers are its own. */
export type HelpRequest =
  | { readonly kind: 'begin'; readonly run: number; readonly scenario: Scenario }
  | { readonly kind: 'segment'; readonly run: number; readonly segment: number }
  | { readonly kind: 'end'; readonly run: number }

export type HelpReply =
  | {
      readonly kind: 'tally'
      readonly run: number
      readonly segment: number
      readonly tally: Tally
    }
  | { readonly kind: 'failure'; readonly run: number; readonly message: string }
