import { create } from 'zustand'
import { type Reach, rangeAround, reachOf } from '../../forecast/judged-range'
import type { Driver, Id, Scenario } from '../../forecast/scenario'
import type { FileChange } from '../../ipc/contract'
import { blankScenario } from './blank-scenario'
import { judgmentOf, resetDriver, setIntensity } from './edits'
import { commit, endGesture, type History, redo, startHistory, undo } from './history'

/** What undo goes back over. */
interface Snapshot {
  readonly scenario: Scenario
  /**
   * How wide each driver's range was before an end of the scale cut it, so that a
   * slider drawn to the end and back finds its range again.
   */
  readonly reaches: Readonly<Record<Id, Reach>>
}

interface DocumentState {
  readonly history: History<Snapshot>
  /** What was last opened or saved. */
  readonly saved: Scenario
  /** Main's name for the file; null without one. */
  readonly token: string | null
  readonly fileName: string
  /** What another hand has made of the file, until it is ours again. */
  readonly fileChange: FileChange | undefined
  /** Another for each document opened, so that a late save is known for another's. */
  readonly id: string
}

/** A document to be worked on. */
export interface Opened {
  readonly scenario: Scenario
  readonly token: string | null
  readonly fileName: string
  /** Work on it that its file does not hold, under the id it was noted by. */
  readonly unsaved?: { readonly id: string; readonly scenario: Scenario }
  /** What the analyst should know about where it comes from. */
  readonly notice?: { readonly title: string; readonly details: readonly string[] }
}

interface DocumentActions {
  open(opened: Opened): void
  /** Notes that a scenario, perhaps no longer the present one, of a document is in a file. */
  markSaved(id: string, scenario: Scenario, token: string, fileName: string): void
  /** Takes in what another hand has put into the file, as one step. */
  takeTheirs(theirs: Scenario): void
  /** Notes what another hand has made of the file; undefined once that is undone. */
  noteFileChange(change: FileChange | undefined): void
  /** One step, or a part of a gesture's step. */
  edit(change: (scenario: Scenario) => Scenario, gesture?: string): void
  /** Moves a driver's most likely intensity, its range along with it. */
  moveIntensity(driver: Id, mode: number, gesture?: string): void
  /** Moves several drivers' most likely intensities in one step, their ranges along with them. */
  moveIntensities(modes: Readonly<Record<Id, number>>): void
  resetDrivers(drivers: readonly Driver[]): void
  /** Makes whatever the work edits a part of a gesture's step. */
  inGesture(gesture: string, work: () => void): void
  endGesture(): void
  undo(): void
  redo(): void
}

const reachesOf = (scenario: Scenario): Record<Id, Reach> =>
  Object.fromEntries(
    Object.entries(scenario.judgment.drivers).map(([id, { intensity }]) => [
      id,
      reachOf(intensity),
    ]),
  )

/** A range edited by hand sets its own width; the others keep what they had. */
function reachesAfter(before: Snapshot, scenario: Scenario): Record<Id, Reach> {
  const entries = Object.entries(scenario.judgment.drivers).map(([id, { intensity }]) => {
    const old = before.scenario.judgment.drivers[id]?.intensity
    const kept = intensity === old ? before.reaches[id] : undefined
    return [id, kept ?? reachOf(intensity)] as const
  })
  return Object.fromEntries(entries)
}

/** With a driver's range around another most likely value, as wide as it was. */
function movedTo(scenario: Scenario, driver: Id, mode: number, reach: Reach | undefined): Scenario {
  const known = reach ?? reachOf(judgmentOf(scenario, driver).intensity)
  return setIntensity(scenario, driver, rangeAround(mode, known))
}

const start = (scenario: Scenario): History<Snapshot> =>
  startHistory({ scenario, reaches: reachesOf(scenario) })

export const useDocument = create<DocumentState & DocumentActions>()((set, get) => {
  let around: string | undefined
  const put = (next: Snapshot, gesture: string | undefined = around): void => {
    const { history } = get()
    if (next.scenario !== history.present.scenario) set({ history: commit(history, next, gesture) })
  }
  const present = (): Snapshot => get().history.present

  return {
    history: start(blankScenario),
    saved: blankScenario,
    token: null,
    fileName: '',
    fileChange: undefined,
    id: crypto.randomUUID(),
    open: ({ scenario, token, fileName, unsaved }) => {
      const id = unsaved?.id ?? crypto.randomUUID()
      const history = start(scenario)
      set({ history, saved: scenario, token, fileName, fileChange: undefined, id })
      if (unsaved) get().edit(() => unsaved.scenario)
    },
    markSaved: (id, scenario, token, fileName) => {
      if (id === get().id) set({ saved: scenario, token, fileName, fileChange: undefined })
    },
    takeTheirs: (theirs) => {
      get().edit(() => theirs)
      set({ saved: theirs, fileChange: undefined })
    },
    noteFileChange: (fileChange) => set({ fileChange }),
    edit: (change, gesture) => {
      const before = present()
      const scenario = change(before.scenario)
      put({ scenario, reaches: reachesAfter(before, scenario) }, gesture)
    },
    moveIntensity: (driver, mode, gesture) => {
      const { scenario, reaches } = present()
      put({ scenario: movedTo(scenario, driver, mode, reaches[driver]), reaches }, gesture)
    },
    moveIntensities: (modes) => {
      const { scenario, reaches } = present()
      const moved = Object.entries(modes).reduce(
        (changed, [driver, mode]) => movedTo(changed, driver, mode, reaches[driver]),
        scenario,
      )
      put({ scenario: moved, reaches })
    },
    resetDrivers: (drivers) => {
      const { scenario, reaches } = present()
      const reset = drivers.reduce(
        (changed, driver) =>
          resetDriver(changed, driver, reaches[driver.id] ?? { below: 0, above: 0 }),
        scenario,
      )
      put({ scenario: reset, reaches })
    },
    inGesture: (gesture, work) => {
      around = gesture
      try {
        work()
      } finally {
        around = undefined
      }
    },
    endGesture: () => set({ history: endGesture(get().history) }),
    undo: () => set({ history: undo(get().history) }),
    redo: () => set({ history: redo(get().history) }),
  }
})

export const selectScenario = ({ history }: DocumentState): Scenario => history.present.scenario

/** Whether it differs from what was last opened or saved. */
export const selectIsEdited = ({ history, saved }: DocumentState): boolean =>
  history.present.scenario !== saved

/** Whether what is here is in no file, by edits of one's own or by another hand on the file. */
export const selectIsUnsaved = (state: DocumentState): boolean =>
  selectIsEdited(state) || state.fileChange !== undefined
