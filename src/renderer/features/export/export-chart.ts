import { markedCsv } from '../../../briefing/csv'
import type { ExportFormat } from '../../../ipc/contract'
import type { ChartExport } from './chart-export'
import { drawPicture } from './draw-picture'
import {
  type ExportOrigin,
  exportOrigin,
  originLines,
  pngFrom,
  stampedBy,
  svgFrom,
} from './export-origin'
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
  const origin = await exportOrigin(chart.source, {
    appVersion,
    exportedAt: new Date().toISOString(),
  })
  return contentsOf(chart, origin, options)(format)
}

/** The same in one format after the other, from one drawing. */
export function contentsOf(
  chart: ChartExport,
  origin: ExportOrigin,
  options: PictureOptions,
): (format: ExportFormat) => Promise<ExportContent> {
  let drawn: Promise<SVGElement> | undefined
  const picture = (): Promise<SVGElement> => {
    drawn ??= drawPicture(chart.picture(options), originLines(origin), options)
    return drawn
  }
  const contents: Readonly<Record<ExportFormat, () => Promise<ExportContent>>> = {
    csv: async () => markedCsv(stampedBy(chart.table(), origin)),
    svg: async () => svgFrom(writeSvg(await picture()), origin),
    png: async () => {
      const drawing = await picture()
      const { scale, pixelsPerInch } = pngMeasure(
        options.png,
        Number(drawing.getAttribute('width')),
      )
      return pngFrom(withDensity(await rasterize(drawing, scale), pixelsPerInch), origin)
    },
  }
  return (format) => contents[format]()
}
