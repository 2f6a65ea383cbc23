import { create } from 'zustand'
import type { RunHandle, RunProgress } from '../../engine/runner'
import type { Forecast } from '../../forecast/forecast'
import type { Scenario } from '../../forecast/scenario'
import { serializeScenario } from '../../scenario-file/serialize'
import { runnerInUse } from './runner-in-use'

/**
 * Where a scenario was taken in from; `saved` is the document as last saved or opened, `version`
 * a state that its file had before.
 */
export interface Origin {
  readonly kind: 'bundled' | 'file' | 'saved' | 'version'
  /** Main's name for the file; null without one. */
  readonly token: string | null
  readonly fileName: string
  /** When a version was saved, ISO. */
  readonly savedAt?: string
}

/** A scenario that stands beside the document, computed once. */
export interface Entry {
  readonly key: string
  /** Its own until it is left out, from 1; 0 is the document's. */
  readonly colour: number
  readonly origin: Origin
  readonly scenario: Scenario
  /** As it stands in a file: what tells it from the others. */
  readonly written: string
  readonly forecast: Forecast | undefined
  /** While it is being computed. */
  readonly progress: RunProgress | undefined
  readonly failure: string | undefined
}

interface CompareState {
  readonly entries: readonly Entry[]
}

/** With the document six. */
export const MOST_BESIDE = 5

/** What is compared with the document; nothing of it goes into a file. */
export const useCompare = create<CompareState>()(() => ({ entries: [] }))

const runs = new Map<string, RunHandle>()
let lastKey = 0

/** Puts a scenario beside the others and computes it; one that is there already stays as it is. */
export function takeIn(scenario: Scenario, origin: Origin): void {
  const { entries } = useCompare.getState()
  const written = serializeScenario(scenario)
  const colour = freeColour(entries)
  if (colour === undefined || entries.some((entry) => entry.written === written)) return
  const key = `beside-${++lastKey}`
  const progress = { drawsDone: 0, drawsWanted: scenario.run.draws }
  const awaited = { forecast: undefined, progress, failure: undefined }
  useCompare.setState({
    entries: [...entries, { key, colour, origin, scenario, written, ...awaited }],
  })
  const handle = runnerInUse().start(scenario, false, {
    onUpdate: ({ forecast, isLast }) =>
      change(key, isLast ? { forecast, progress: undefined } : { forecast }),
    onProgress: (done) => change(key, { progress: done }),
    onFailure: (failure) => change(key, { failure, progress: undefined }),
  })
  runs.set(key, handle)
}

/** Takes a scenario away again; its run ends if it is still under way. */
export function leaveOut(key: string): void {
  runs.get(key)?.abandon()
  runs.delete(key)
  useCompare.setState(({ entries }) => ({ entries: entries.filter((entry) => entry.key !== key) }))
}

const freeColour = (entries: readonly Entry[]): number | undefined =>
  Array.from({ length: MOST_BESIDE }, (_, index) => index + 1).find((colour) =>
    entries.every((entry) => entry.colour !== colour),
  )

const change = (
  key: string,
  part: Partial<Pick<Entry, 'forecast' | 'progress' | 'failure'>>,
): void =>
  useCompare.setState(({ entries }) => ({
    entries: entries.map((entry) => (entry.key === key ? { ...entry, ...part } : entry)),
  }))
