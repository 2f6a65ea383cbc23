import type { Scenario } from '../forecast/scenario'
import type { RunProgress, RunUpdate } from './runner'

/** To the worker; `run` numbers are the sender's. */
export type Request =
  | { readonly kind: 'start'; readonly run: number; readonly scenario: Scenario }
  | { readonly kind: 'stop' | 'abandon'; readonly run: number }

export type Reply =
  | { readonly kind: 'update'; readonly run: number; readonly update: RunUpdate }
  | { readonly kind: 'progress'; readonly run: number; readonly progress: RunProgress }
  | { readonly kind: 'failure'; readonly run: number; readonly message: string }
