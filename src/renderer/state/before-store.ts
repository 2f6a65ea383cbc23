import { create } from 'zustand'
import type { ScheduledUpdate } from '../../engine/scheduler'
import { useForecast } from './forecast-store'

/** The forecast as it was before an edit, to hold the present one against. */
interface BeforeState {
  readonly update: ScheduledUpdate | undefined
  /** Before what, as the end of a sentence. */
  readonly what: string
}

export const useBefore = create<BeforeState>()(() => ({ update: undefined, what: '' }))

/** Takes the present forecast as the one before what comes; edits in quick succession are one. */
export function holdBefore(what: string): void {
  const { update, isPending } = useForecast.getState()
  if (!isPending) useBefore.setState({ update, what })
}

export const forgetBefore = (): void => useBefore.setState({ update: undefined })
