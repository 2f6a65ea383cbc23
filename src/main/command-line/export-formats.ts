import type { PressOutput } from '../../ipc/contract'

/** What can be asked for by `--format`, and what is made for it. */
export const EXPORT_FORMATS = {
  svg: 'chart-svg',
  png: 'chart-png',
  csv: 'csv',
  xlsx: 'xlsx',
  pptx: 'pptx',
  docx: 'docx',
  pdf: 'pdf',
  draws: 'draws',
} as const satisfies Readonly<Record<string, PressOutput>>

export type ExportFormatName = keyof typeof EXPORT_FORMATS

export interface ExportCommand {
  readonly kind: 'export'
  readonly files: readonly string[]
  readonly folder: string
  readonly formats: readonly ExportFormatName[]
  /** Whose event is charted; the one the window begins with where absent. */
  readonly claim?: string
}
