import type { PolicedFormat, PressJob, PressMade } from '../../ipc/contract'

/** What the command line needs of the world around it. */
export interface Terminal {
  out(text: string): Promise<void>
  error(text: string): Promise<void>
  readonly version: string
  /** Why something may not leave in these forms; undefined if it may. */
  whyNotExported(formats: readonly PolicedFormat[]): string | undefined
  /** Makes files of a scenario in a window that is never shown. */
  press(job: PressJob): Promise<readonly PressMade[]>
}
