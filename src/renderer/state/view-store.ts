import { create } from 'zustand'
import type { OverturnGoal } from '../../forecast/explain/overturn'
import type { Topic } from '../../forecast/links'
import type { Id, TransitionId } from '../../forecast/scenario'
import type { StateName } from '../../history/ladder'
import type { ExportFormat, ScreenId } from '../../ipc/contract'

export type ChartKind =
  | 'ladder'
  | 'event'
  | 'conclusion'
  | 'waterfall'
  | 'tornado'
  | 'spread'
  | 'overturn'
  | 'compared-event'
  | 'compared-claims'
  | 'compared-rungs'
  | 'compared-differences'
  | 'timeline'
  | 'rates'
  | 'moved-rates'
  | 'reliability'
  | 'scores'

export interface Notice {
  readonly kind: 'info' | 'problem'
  readonly title: string
  readonly details: readonly string[]
  /**
   * Told of a save of the document, to its own file or to a place just chosen: it offers another
   * place, and goes with the next that succeeds; one that failed also once undo has led back to
   * what the file holds, which nobody knows of one that the disk did not confirm.
   */
  readonly save?: 'failed' | 'failed-elsewhere' | 'unconfirmed' | 'slow'
  /** Main's name for a file that could not be opened: what is kept of it is offered. */
  readonly versionsOf?: string
}

/** A part of the case that one screen can point to on another. */
export type Spot =
  | { readonly kind: 'rung' | 'driver' | 'evidence' | 'claim' | 'response'; readonly id: Id }
  | { readonly kind: 'transition'; readonly id: TransitionId }

export interface RecordQuestion {
  readonly outcome: StateName
  readonly months: number
}

interface ViewState {
  readonly screen: ScreenId
  /** What a link led to: it is brought into sight and marked, until something else is looked for. */
  readonly spot: Spot | undefined
  readonly isEditingCase: boolean
  /** What the evidence shown is about; all of it by default. */
  readonly topic: Topic | undefined
  /** The claim whose event is charted; the first one that is about reaching a rung by default. */
  readonly claim: Id | undefined
  /** What counts as overturning a claim. */
  readonly overturnGoal: OverturnGoal
  /** What the track record is shown of: reaching a rung of its ladder within so many months. */
  readonly recordQuestion: RecordQuestion
  readonly expandedDriver: Id | undefined
  readonly showsOnlyChanged: boolean
  /** The driver that holds the focus; it stays in sight whatever it comes to. */
  readonly heldDriver: Id | undefined
  /** Charts shown as the table behind them. */
  readonly tables: ReadonlySet<ChartKind>
  /** The chart last touched; what an export takes unless told otherwise. */
  readonly chartInView: ChartKind
  /** A slider is held: axes stand still. */
  readonly isDragging: boolean
  readonly exporting: { readonly chart: ChartKind; readonly format: ExportFormat } | undefined
  readonly notice: Notice | undefined
  readonly dialog:
    | 'about'
    | 'describe'
    | 'scenarios'
    | 'versions'
    | 'recovery'
    | 'briefing'
    | undefined
  /** Why the tour is going through the parts of the screen, if it is. */
  readonly tour: 'first-start' | 'asked-for' | undefined
  /** The question about a file changed by another hand is left for later. */
  readonly isFileChangePutOff: boolean
  /** Whether unsaved work could be kept for the case of a crash. */
  readonly isUnsavedNoted: boolean
}

/** What is looked at and how; nothing of it goes into a file. */
export const useView = create<ViewState>()(() => ({
  screen: 'forecast',
  spot: undefined,
  isEditingCase: false,
  topic: undefined,
  claim: undefined,
  overturnGoal: 'opposite',
  recordQuestion: { outcome: 'force', months: 12 },
  expandedDriver: undefined,
  showsOnlyChanged: false,
  heldDriver: undefined,
  tables: new Set<ChartKind>(),
  chartInView: 'event',
  isDragging: false,
  exporting: undefined,
  notice: undefined,
  dialog: undefined,
  tour: undefined,
  isFileChangePutOff: false,
  isUnsavedNoted: true,
}))

export const setView = useView.setState

/** Tells of a problem without putting away what is told already. */
export const addNotice = ({ title, details }: Omit<Notice, 'kind'>): void =>
  setView(({ notice }) => ({
    notice: notice
      ? { ...notice, details: [...notice.details, title, ...details] }
      : { kind: 'problem', title, details },
  }))

export const toggleTable = (chart: ChartKind): void => {
  const tables = new Set(useView.getState().tables)
  if (!tables.delete(chart)) tables.add(chart)
  setView({ tables, chartInView: chart })
}
