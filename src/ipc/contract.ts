import { z } from 'zod'

/**
 * Everything that crosses between the main process and a window, once: each
 * channel with what it takes and what it answers. Main parses what it is given;
 * what it answers is typed by the same schemas.
 */

/** A file that main knows by its path; the window never sees the path itself. */
const token = z.uuid()

const openedDocument = z.strictObject({
  /** Where a save goes; null for a document that has no file yet. */
  token: token.nullable(),
  /** The file's name for the title bar; empty without a file. */
  fileName: z.string(),
  text: z.string(),
})

const openResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opened'), document: openedDocument }),
  z.strictObject({ kind: z.literal('cancelled') }),
  /** `title` says what happened to which file; `details` say where and what was expected. */
  z.strictObject({ kind: z.literal('refused'), title: z.string(), details: z.array(z.string()) }),
])

const saveResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('saved'), token, fileName: z.string() }),
  z.strictObject({ kind: z.literal('cancelled') }),
  z.strictObject({ kind: z.literal('failed'), title: z.string(), details: z.array(z.string()) }),
])

const exportResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('written'), fileName: z.string() }),
  z.strictObject({ kind: z.literal('cancelled') }),
  z.strictObject({ kind: z.literal('failed'), title: z.string(), details: z.array(z.string()) }),
])

const exportFormat = z.enum(['png', 'svg', 'csv'])

const chartFile = z.strictObject({
  /** Without folder or ending, e.g. `ladder`. */
  name: z.string().regex(/^[a-z0-9-]+$/),
  format: exportFormat,
  content: z.union([z.string(), z.instanceof(Uint8Array)]),
})

const nothing = z.void()

export const channels = {
  /** What this window is to show first: the file given at start, or the bundled baseline. */
  'document:first': { input: nothing, output: openResult },
  'document:open': { input: nothing, output: openResult },
  /** A recent file, or one handed over by the system. */
  'document:open-token': { input: z.strictObject({ token }), output: openResult },
  /** A dropped file; the path is read off the File by the preload script. */
  'document:open-dropped': { input: z.strictObject({ path: z.string() }), output: openResult },
  'document:save': {
    input: z.strictObject({
      token: token.nullable(),
      /** Ask for a place even where the document has one. */
      elsewhere: z.boolean(),
      suggestedName: z.string(),
      text: z.string(),
    }),
    output: saveResult,
  },
  /** What the title bar and the question on close go by. */
  'document:state': {
    input: z.strictObject({ title: z.string(), fileName: z.string(), edited: z.boolean() }),
    output: nothing,
  },
  /** Asks what to do with unsaved work before something else takes its place. */
  'document:ask-unsaved': {
    input: z.strictObject({ title: z.string() }),
    output: z.enum(['save', 'discard', 'cancel']),
  },
  'bundled:list': {
    input: nothing,
    output: z.array(z.strictObject({ name: z.string(), text: z.string() })),
  },
  'recent:list': {
    input: nothing,
    output: z.array(z.strictObject({ token, fileName: z.string(), folder: z.string() })),
  },
  'export:save': {
    input: z.strictObject({
      suggestedName: z.string(),
      format: exportFormat,
      content: z.union([z.string(), z.instanceof(Uint8Array)]),
    }),
    output: exportResult,
  },
  /** Closes the window without asking; the window has settled its unsaved work. */
  'window:close': { input: nothing, output: nothing },
  'app:info': {
    input: nothing,
    output: z.strictObject({ version: z.string(), runtime: z.string() }),
  },
  /** For the window without a face that draws charts for the command line. */
  'charts:job': {
    input: nothing,
    output: z.strictObject({ scenarioText: z.string() }),
  },
  'charts:done': { input: z.strictObject({ files: z.array(chartFile) }), output: nothing },
  'charts:failed': { input: z.strictObject({ message: z.string() }), output: nothing },
} as const

export type Channel = keyof typeof channels
export type Input<C extends Channel> = z.input<(typeof channels)[C]['input']>
export type Output<C extends Channel> = z.output<(typeof channels)[C]['output']>

/** The screens of the window, in the order of their tabs. */
const screen = z.enum(['forecast', 'why', 'compare', 'evidence', 'rates', 'case'])

/** What the menu, or the system, asks of the window. */
export const commandSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum([
      'new',
      'new-case',
      'open',
      'save',
      'save-as',
      'save-and-close',
      'undo',
      'redo',
      'reset-drivers',
      'show-changed',
      'about',
    ]),
  }),
  z.strictObject({ kind: z.literal('open-token'), token }),
  z.strictObject({ kind: z.literal('open-bundled'), name: z.string() }),
  z.strictObject({ kind: z.literal('export'), format: exportFormat }),
  z.strictObject({ kind: z.literal('show-screen'), screen }),
])

export type Command = z.infer<typeof commandSchema>
export type ScreenId = z.infer<typeof screen>
export type OpenResult = z.infer<typeof openResult>
export type SaveResult = z.infer<typeof saveResult>
export type ExportResult = z.infer<typeof exportResult>
export type ExportFormat = z.infer<typeof exportFormat>
export type ChartFile = z.infer<typeof chartFile>

/** The name under which the preload script shows the bridge to the page. */
export declare const bridgeName: 'brink'

/** What the page may ask of main: a function for each channel, and nothing else. */
export interface Bridge {
  firstDocument(): Promise<OpenResult>
  open(): Promise<OpenResult>
  openToken(token: string): Promise<OpenResult>
  openDropped(file: File): Promise<OpenResult>
  save(input: Input<'document:save'>): Promise<SaveResult>
  setDocumentState(state: Input<'document:state'>): Promise<void>
  askUnsaved(title: string): Promise<Output<'document:ask-unsaved'>>
  listBundled(): Promise<Output<'bundled:list'>>
  listRecent(): Promise<Output<'recent:list'>>
  saveExport(input: Input<'export:save'>): Promise<ExportResult>
  closeWindow(): Promise<void>
  appInfo(): Promise<Output<'app:info'>>
  chartsJob(): Promise<Output<'charts:job'>>
  chartsDone(files: ChartFile[]): Promise<void>
  chartsFailed(message: string): Promise<void>
  /** Answers a function that stops listening. */
  onCommand(listener: (command: Command) => void): () => void
}
