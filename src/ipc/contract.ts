import { z } from 'zod'

/**
 * Everything that crosses between the main process and a window, once: each
 * channel with what it takes and what it answers. Main parses what it is given;
 * what it answers is typed by the same schemas.
 */

/** More than any scenario or picture, so that a page gone wrong cannot fill main's memory. */
const MOST_CHARACTERS = 20_000_000
const MOST_BYTES = 64_000_000

const title = z.string().max(500)
const fileName = z.string().max(600)
const scenarioText = z.string().max(MOST_CHARACTERS)
const clipboardText = z.string().max(MOST_CHARACTERS)
const bytes = z
  .instanceof(Uint8Array)
  .refine(({ length }) => length <= MOST_BYTES, 'a smaller picture')
const content = z.union([z.string().max(MOST_CHARACTERS), bytes])

/** A file that main knows by its path; the window never sees the path itself. */
const token = z.uuid()

/** A document while it is open, from the time it is shown until another takes its place. */
const documentId = z.uuid()

const openedDocument = z.strictObject({
  /** Where a save goes; null for a document that has no file yet. */
  token: token.nullable(),
  /** The file's name for the title bar; empty without a file. */
  fileName: z.string(),
  text: z.string(),
  /** Work on it that no file holds, under the id it was noted by; null for none. */
  unsaved: z.strictObject({ id: documentId, text: z.string() }).nullable(),
  /** What the analyst should know about where it comes from. */
  notice: z.strictObject({ title: z.string(), details: z.array(z.string()) }).optional(),
})

const openResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opened'), document: openedDocument }),
  z.strictObject({ kind: z.literal('cancelled') }),
  /** It is open in another window, which has been brought to the front. */
  z.strictObject({ kind: z.literal('elsewhere') }),
  /** `title` says what happened to which file; `details` say where and what was expected. */
  z.strictObject({
    kind: z.literal('refused'),
    title: z.string(),
    details: z.array(z.string()),
    /** Main's name for a damaged or missing file, of which former versions may be kept. */
    versionsOf: token.optional(),
  }),
])

/** What became of an open document's file by another hand. */
const fileChange = z.strictObject({
  fileName: z.string(),
  kind: z.enum(['changed', 'gone']),
  /** What it holds now; null where that cannot be taken in, and then `details` say why. */
  theirs: z.string().nullable(),
  details: z.array(z.string()),
  /** Of a newer version of Brink, which this one never writes over, not even when asked to. */
  isNewer: z.boolean(),
  /** What was found there, so that nothing else is written over. */
  seen: z.string(),
})

const saveResult = z.discriminatedUnion('kind', [
  /** `notes` are what the analyst should know about where it went. */
  z.strictObject({
    kind: z.literal('saved'),
    token,
    fileName: z.string(),
    notes: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal('cancelled') }),
  /** Nothing was written: the file is no longer what was opened or saved here. */
  z.strictObject({ kind: z.literal('changed'), change: fileChange }),
  z.strictObject({
    kind: z.literal('failed'),
    title: z.string(),
    details: z.array(z.string()),
    /** The file has the new content all the same; only the disk did not confirm it. */
    isUnconfirmed: z.boolean().optional(),
  }),
])

/** Unsaved work that an earlier session left behind. */
const recovered = z.strictObject({
  id: documentId,
  title: z.string(),
  /** Empty for work that never had a file. */
  fileName: z.string(),
  folder: z.string(),
  /** When it was noted, ISO. */
  notedAt: z.string(),
  text: z.string(),
  /** What it is held against: the file as it is now, or else what was last saved. */
  baseText: z.string(),
  file: z.enum(['none', 'as-saved', 'changed', 'gone', 'out-of-reach']),
  /** Main's name for the file; null for work that never had one. */
  token: token.nullable(),
})

const windowNews = z.strictObject({
  /** Such as settings that could not be read; each is told once. */
  notices: z.array(z.strictObject({ title: z.string(), details: z.array(z.string()) })),
  hasRecovered: z.boolean(),
  /** It is the first start, of which the tour is a part. */
  showsTour: z.boolean(),
})

const versionId = z.string().max(100)
const version = z.strictObject({ id: versionId, savedAt: z.string(), title: z.string() })

const exportResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('written'), fileName: z.string() }),
  z.strictObject({ kind: z.literal('cancelled') }),
  z.strictObject({ kind: z.literal('failed'), title: z.string(), details: z.array(z.string()) }),
])

const exportFormat = z.enum(['png', 'svg', 'csv'])

/** One file about the whole forecast of a scenario. */
const documentOutput = z.enum(['pdf', 'pptx', 'docx', 'xlsx', 'csv', 'draws'])

/** What can be made of a scenario without showing it: also each chart as a file of its own. */
const pressOutput = z.enum(['chart-svg', 'chart-png', 'chart-csv', ...documentOutput.options])

const pressJob = z.strictObject({
  scenarioText,
  /** The claim whose event is charted; null for the one that the screen begins with. */
  claim: z.string().max(100).nullable(),
  outputs: z.array(pressOutput),
})

const pressedOutput = {
  output: pressOutput,
  /** Of a chart, which one it is, e.g. `ladder`; without folder or ending. */
  name: z
    .string()
    .max(60)
    .regex(/^[a-z0-9-]+$/),
}
const pressFile = z.strictObject({ ...pressedOutput, content: bytes })
/** One that could not be made, with why in words; the others of its job are made all the same. */
const pressProblem = z.strictObject({ ...pressedOutput, problem: z.string().max(10_000) })
const pressMade = z.union([pressFile, pressProblem])

/** The forms in which something may leave the program, by the names of the command line. */
export const policedFormats = ['svg', 'png', 'csv', 'xlsx', 'pptx', 'docx', 'pdf', 'draws'] as const

const policedFormat = z.enum(policedFormats)

/** The licences of what Brink is built of, as the packaged program carries them. */
const licences = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  /** `reason` says in a sentence why there is nothing to read. */
  z.strictObject({ kind: z.literal('none'), reason: z.string() }),
])

/** A page of the help, by the name of its file. */
const helpTopic = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/)

const nothing = z.void()

export const channels = {
  /** What this window is to show first: the file given at start, or the bundled baseline. */
  'document:first': { input: nothing, output: openResult },
  'document:open': { input: nothing, output: openResult },
  /** A recent file, or one handed over by the system. */
  'document:open-token': { input: z.strictObject({ token }), output: openResult },
  /** What was handed over of a file did not come on the screen: what was known of it before holds. */
  'document:not-shown': { input: z.strictObject({ token }), output: nothing },
  /** A dropped file; the path is read off the File by the preload script. */
  'document:open-dropped': {
    input: z.strictObject({ path: z.string().max(4096) }),
    output: openResult,
  },
  'document:save': {
    input: z.strictObject({
      token: token.nullable(),
      /** Ask for a place even where the document has one. */
      elsewhere: z.boolean(),
      suggestedName: fileName,
      text: scenarioText,
      /** The state of the file by another hand that may be written over, as `seen` named it. */
      replacing: z.string().max(100).nullable(),
    }),
    output: saveResult,
  },
  /** A file to be set beside the document, which stays what it is. */
  'document:read': { input: nothing, output: openResult },
  /** What the title bar and the question on close go by, and which file the window holds. */
  'document:state': {
    input: z.strictObject({
      id: documentId,
      token: token.nullable(),
      title,
      fileName,
      /** Something of it is in no file. */
      isUnsaved: z.boolean(),
      /** A document without a file and without changes; null for any other. */
      text: scenarioText.nullable(),
    }),
    output: nothing,
  },
  /** Unsaved work, kept for the case that the program or the machine stops; answers whether it could be. */
  'document:note': {
    input: z.strictObject({
      id: documentId,
      token: token.nullable(),
      title,
      text: scenarioText,
      savedText: scenarioText,
    }),
    output: z.boolean(),
  },
  /** Asks what to do with unsaved work before something else takes its place. */
  'document:ask-unsaved': {
    input: z.strictObject({ title }),
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
  'recovery:list': { input: nothing, output: z.array(recovered) },
  /** What a window is to tell when it has come up, and whether it is to offer recovered work. */
  'window:news': { input: nothing, output: windowNews },
  /** The recovered work, over what its file held, in this window. */
  'recovery:open': { input: z.strictObject({ id: documentId }), output: openResult },
  'recovery:open-window': { input: z.strictObject({ id: documentId }), output: nothing },
  /** The recovered work did not come on the screen, and is to be offered again. */
  'recovery:not-shown': { input: z.strictObject({ id: documentId }), output: nothing },
  /** Gives the recovered work up, after a question; answers whether it is gone. */
  'recovery:discard': { input: z.strictObject({ id: documentId }), output: z.boolean() },
  'versions:list': { input: z.strictObject({ token }), output: z.array(version) },
  /** The text of a version; null where it can no longer be read. */
  'versions:read': {
    input: z.strictObject({ token, id: versionId }),
    output: z.string().nullable(),
  },
  'versions:open-window': { input: z.strictObject({ token, id: versionId }), output: nothing },
  'export:save': {
    input: z.strictObject({
      suggestedName: fileName,
      format: exportFormat,
      content,
    }),
    output: exportResult,
  },
  /** A document about the forecast of a scenario; answers when it is written, or it was cancelled. */
  'export:document': {
    input: z.strictObject({
      output: documentOutput,
      scenarioText,
      claim: z.string().max(100).nullable(),
      suggestedName: fileName,
    }),
    output: exportResult,
  },
  /** In which forms something may leave, and why not in the others; empty where all are allowed. */
  'export:allowed': {
    input: nothing,
    output: z.strictObject({ formats: z.array(policedFormat), reason: z.string() }),
  },
  'export:cancel': { input: nothing, output: nothing },
  /** A PNG for the clipboard, which a page may not write; answers whether it is a picture. */
  'export:copy-picture': { input: z.strictObject({ content: bytes }), output: z.boolean() },
  /** The same table as text with tabs and as HTML. */
  'export:copy-table': {
    input: z.strictObject({ text: clipboardText, html: clipboardText }),
    output: nothing,
  },
  /** Asked to save for closing, the window says whether everything is in a file. */
  'window:settled': { input: z.strictObject({ saved: z.boolean() }), output: nothing },
  'app:info': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      runtimes: z.strictObject({
        electron: z.string(),
        chromium: z.string(),
        node: z.string(),
        v8: z.string(),
      }),
      /** The operating system and the processor. */
      system: z.string(),
    }),
  },
  'licences:third-party': { input: nothing, output: licences },
  /** A text for the clipboard, which a page may not write. */
  'clipboard:text': { input: z.strictObject({ text: z.string().max(100_000) }), output: nothing },
  /** Shows a topic in the window of the help, which stands beside the work. */
  'help:open': { input: z.strictObject({ topic: helpTopic }), output: nothing },
  /** For that window: what it was opened for. */
  'help:topic': { input: nothing, output: helpTopic },
  /** For the window without a face that makes files of scenarios: the next job, when there is one. */
  'press:job': { input: nothing, output: pressJob },
  /** One thing of the job, as soon as it is made. */
  'press:made': { input: pressMade, output: nothing },
  /** That was all of the job. */
  'press:done': { input: nothing, output: nothing },
  'press:failed': { input: z.strictObject({ message: z.string().max(10_000) }), output: nothing },
  /** What the page shows now, as the pages of a PDF. */
  'press:print': { input: nothing, output: z.instanceof(Uint8Array) },
} as const

export type Channel = keyof typeof channels
export type Input<C extends Channel> = z.input<(typeof channels)[C]['input']>
export type Output<C extends Channel> = z.output<(typeof channels)[C]['output']>

/** The screens of the window, in the order of their tabs. */
const screen = z.enum(['forecast', 'why', 'compare', 'evidence', 'rates', 'track-record', 'case'])

/** What the menu, or the system, asks of the window. */
export const commandSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum([
      'new',
      'new-case',
      'open',
      'save',
      'save-as',
      'save-for-closing',
      'undo',
      'redo',
      'reset-drivers',
      'show-changed',
      'about',
      'versions',
      'recovery',
      'briefing',
      'tour',
    ]),
  }),
  /** Null asks for help on what is shown. */
  z.strictObject({ kind: z.literal('help'), topic: helpTopic.nullable() }),
  z.strictObject({ kind: z.literal('open-token'), token }),
  z.strictObject({ kind: z.literal('open-bundled'), name: z.string() }),
  z.strictObject({ kind: z.literal('export'), format: exportFormat }),
  z.strictObject({ kind: z.literal('show-screen'), screen }),
  /** Null once the file is again what the window takes it to be. */
  z.strictObject({ kind: z.literal('file-changed'), token, change: fileChange.nullable() }),
])

export type Command = z.infer<typeof commandSchema>
export type ScreenId = z.infer<typeof screen>
export type OpenResult = z.infer<typeof openResult>
export type SaveResult = z.infer<typeof saveResult>
export type FileChange = z.infer<typeof fileChange>
export type Recovered = z.infer<typeof recovered>
export type Version = z.infer<typeof version>
export type ExportResult = z.infer<typeof exportResult>
export type ExportFormat = z.infer<typeof exportFormat>
export type PolicedFormat = z.infer<typeof policedFormat>
export type DocumentOutput = z.infer<typeof documentOutput>
export type PressOutput = z.infer<typeof pressOutput>
export type PressJob = z.infer<typeof pressJob>
export type Licences = z.infer<typeof licences>
export type PressMade = z.infer<typeof pressMade>
