import { spreadsheetCsv } from '../../../briefing/csv'
import type { ExportFormat } from '../../../ipc/contract'
import { embedInPng } from '../../../provenance/png'
import { type ExportRecord, exportRecord } from '../../../provenance/provenance'
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
  const record = await exportRecord(chart.source, {
    appVersion,
    exportedAt: new Date().toISOString(),
  })
  return contentsOf(chart, record, options)(format)
}

/** The same in one format after the other, from one drawing. */
export function contentsOf(
  chart: ChartExport,
  record: ExportRecord,
  options: PictureOptions,
): (format: ExportFormat) => Promise<ExportContent> {
  const { provenance } = record
  let drawn: Promise<SVGElement> | undefined
  const picture = (): Promise<SVGElement> => {
    drawn ??= drawPicture(chart.picture(options), provenance, options)
    return drawn
  }
  const contents: Readonly<Record<ExportFormat, () => Promise<ExportContent>>> = {
    csv: async () => spreadsheetCsv(chart.table(), provenance),
    svg: async () => embedInSvg(writeSvg(await picture()), record),
    png: async () => {
      const drawing = await picture()
      const { scale, pixelsPerInch } = pngMeasure(
        options.png,
        Number(drawing.getAttribute('width')),
      )
      return embedInPng(withDensity(await rasterize(drawing, scale), pixelsPerInch), record)
    },
  }
  return (format) => contents[format]()
}
