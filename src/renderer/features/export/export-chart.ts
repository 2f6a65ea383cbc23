import { stampedTable, writeCsv } from '../../../briefing/csv'
import type { ExportFormat } from '../../../ipc/contract'
import { embedInPng } from '../../../provenance/png'
import { exportRecord } from '../../../provenance/provenance'
import { embedInSvg } from '../../../provenance/svg'
import type { ChartExport } from './chart-export'
import { drawPicture } from './draw-picture'
import { DEFAULT_OPTIONS, type PictureOptions, pngMeasure } from './picture-options'
import { withDensity } from './png-density'
import { rasterize, writeSvg } from './rasterize'

export type ExportContent = string | Uint8Array<ArrayBuffer>

/** A chart as the content of a file. */
export async function exportContent(
  chart: ChartExport,
  format: ExportFormat,
  appVersion: string,
  options: PictureOptions = DEFAULT_OPTIONS,
): Promise<ExportContent> {
  const exportedAt = new Date().toISOString()
  const record = await exportRecord(chart.source, { appVersion, exportedAt })
  const { provenance } = record
  if (format === 'csv') return writeCsv(stampedTable(chart.table(), provenance))
  const picture = await drawPicture(chart.picture(options), provenance, options)
  if (format === 'svg') return embedInSvg(writeSvg(picture), record)
  const { scale, pixelsPerInch } = pngMeasure(options.png, Number(picture.getAttribute('width')))
  return embedInPng(withDensity(await rasterize(picture, scale), pixelsPerInch), record)
}
