import { stampedTable, writeCsv } from '../../../briefing/csv'
import type { ExportFormat } from '../../../ipc/contract'
import { exportRecord } from '../../../provenance/provenance'
import { bridge } from '../../bridge'
import type { ChartExport } from './chart-export'
import { drawPicture } from './draw-picture'
import { rasterize, writeSvg } from './rasterize'

const PNG_SCALE = 2

/** A chart as the content of a file. */
export async function exportContent(
  chart: ChartExport,
  format: ExportFormat,
  appVersion: string,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const exportedAt = new Date().toISOString()
  const { provenance } = await exportRecord(chart.source, { appVersion, exportedAt })
  if (format === 'csv') return writeCsv(stampedTable(chart.table(), provenance))
  const picture = await drawPicture(chart.picture(), provenance)
  return format === 'svg' ? writeSvg(picture) : rasterize(picture, PNG_SCALE)
}

/** Asks for a place and writes the chart there; the answer is for the analyst. */
export async function exportChart(chart: ChartExport, format: ExportFormat) {
  const { version } = await bridge.appInfo()
  const content = await exportContent(chart, format, version)
  const suggestedName = `${chart.source.title} - ${chart.kind}.${format}`
  return bridge.saveExport({ suggestedName, format, content })
}
