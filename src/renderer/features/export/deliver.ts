import { clipboardTable } from '../../../briefing/clipboard-table'
import { isolated } from '../../../forecast/isolated'
import { bridge } from '../../bridge'
import type { Notice } from '../../state/view-store'
import type { ChartExport } from './chart-export'
import { exportContent } from './export-chart'
import { exportOrigin, originLines } from './export-origin'
import type { PictureOptions } from './picture-options'
import type { Made } from './use-made'

/** Asks for a place and writes there what was made; nothing to tell where no place was chosen. */
export async function saveMade({ chart, format, content }: Made): Promise<Notice | undefined> {
  if (content === undefined) return undefined
  const suggestedName = `${chart.source.title} - ${chart.kind}.${format}`
  const result = await bridge.saveExport({ suggestedName, format, content })
  switch (result.kind) {
    case 'cancelled':
      return undefined
    case 'written':
      return { kind: 'info', title: `Exported to ${isolated(result.fileName)}.`, details: [] }
    case 'failed':
      return { kind: 'problem', title: result.title, details: result.details }
  }
}

/** Puts a chart on the clipboard as PNG; the answer is for the analyst. */
export async function copyPicture(chart: ChartExport, options: PictureOptions): Promise<string> {
  const { version } = await bridge.appInfo()
  const content = await exportContent(chart, 'png', version, options)
  if (typeof content === 'string') throw new Error('the picture was not painted')
  const isCopied = await bridge.copyPicture(content)
  return isCopied ? 'The picture was copied.' : 'The picture was not copied.'
}

/** Puts the numbers behind a chart on the clipboard; the answer is for the analyst. */
export async function copyTable(chart: ChartExport): Promise<string> {
  const { version: appVersion } = await bridge.appInfo()
  const exportedAt = new Date().toISOString()
  const origin = await exportOrigin(chart.source, { appVersion, exportedAt })
  await bridge.copyTable(clipboardTable(chart.table(), originLines(origin)))
  return 'The table was copied.'
}
