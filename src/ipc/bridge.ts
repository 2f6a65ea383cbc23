import type {
  Command,
  ExportResult,
  Input,
  Licences,
  OpenResult,
  Output,
  PressJob,
  PressMade,
  SaveResult,
} from './contract'

/** The name under which the preload script shows the bridge to the page. */
export declare const bridgeName: 'brink'

/** What the page may ask of main: a function for each channel, and nothing else. */
export interface Bridge {
  firstDocument(): Promise<OpenResult>
  open(): Promise<OpenResult>
  openToken(token: string): Promise<OpenResult>
  openDropped(file: File): Promise<OpenResult>
  giveBack(token: string): Promise<void>
  save(input: Input<'document:save'>): Promise<SaveResult>
  readForComparison(): Promise<OpenResult>
  noteUnsaved(input: Input<'document:note'>): Promise<boolean>
  setDocumentState(state: Input<'document:state'>): Promise<void>
  askUnsaved(title: string): Promise<Output<'document:ask-unsaved'>>
  listBundled(): Promise<Output<'bundled:list'>>
  listRecent(): Promise<Output<'recent:list'>>
  listRecovered(): Promise<Output<'recovery:list'>>
  takeNews(): Promise<Output<'window:news'>>
  openRecovered(id: string): Promise<OpenResult>
  openRecoveredInWindow(id: string): Promise<void>
  giveBackRecovered(id: string): Promise<void>
  discardRecovered(id: string): Promise<boolean>
  listVersions(token: string): Promise<Output<'versions:list'>>
  readVersion(token: string, id: string): Promise<Output<'versions:read'>>
  openVersionInWindow(token: string, id: string): Promise<void>
  saveExport(input: Input<'export:save'>): Promise<ExportResult>
  exportDocument(input: Input<'export:document'>): Promise<ExportResult>
  allowedExports(): Promise<Output<'export:allowed'>>
  cancelExport(): Promise<void>
  copyPicture(content: Input<'export:copy-picture'>['content']): Promise<boolean>
  copyTable(table: Input<'export:copy-table'>): Promise<void>
  settleClosing(saved: boolean): Promise<void>
  appInfo(): Promise<Output<'app:info'>>
  thirdPartyLicences(): Promise<Licences>
  copyText(text: string): Promise<void>
  openHelp(topic: string): Promise<void>
  helpTopic(): Promise<string>
  pressJob(): Promise<PressJob>
  pressMade(made: PressMade): Promise<void>
  pressDone(): Promise<void>
  pressFailed(message: string): Promise<void>
  pressPrint(): Promise<Uint8Array>
  /** Answers a function that stops listening. */
  onCommand(listener: (command: Command) => void): () => void
}
