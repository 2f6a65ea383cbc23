import type { OverturnGoal } from '../../forecast/explain/overturn'
import type { Axis, SweptRange } from '../../forecast/sweep'
import type { ExportCommand } from './export-formats'

/** What a command line asks for. */
export type Invocation = { readonly kind: 'window'; readonly file?: string } | Command

/** What is done without a window. */
export type Command =
  | {
      readonly kind: 'forecast'
      readonly file: string
      readonly asJson: boolean
      readonly chartsFolder?: string
    }
  | {
      readonly kind: 'explain'
      readonly file: string
      readonly asJson: boolean
      /** Of which the event is explained; the gravest where absent. */
      readonly claim?: string
      readonly until: OverturnGoal
    }
  | { readonly kind: 'compare'; readonly files: readonly string[]; readonly asJson: boolean }
  | {
      readonly kind: 'sweep'
      readonly file: string
      /** One at least, each of another quantity, with as many combinations as there may be. */
      readonly axes: readonly Axis[]
      readonly folder: string
      readonly range: SweptRange
    }
  | {
      readonly kind: 'collect'
      /** Results, or folders of them. */
      readonly files: readonly string[]
      /** Standard output where absent. */
      readonly table?: string
      readonly index?: string
    }
  | { readonly kind: 'draws'; readonly file: string; readonly table?: string }
  | ExportCommand
  | { readonly kind: 'help'; readonly topic?: Topic }
  | { readonly kind: 'version' }
  | Misuse

export interface Misuse {
  readonly kind: 'misused'
  readonly message: string
}

export const misused = (message: string): Misuse => ({ kind: 'misused', message })

export const TOPICS = [
  'forecast',
  'explain',
  'compare',
  'export',
  'sweep',
  'collect',
  'draws',
] as const
export type Topic = (typeof TOPICS)[number]
