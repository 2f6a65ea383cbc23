import { chosenEvent } from '../../../forecast/conclusion/outlook'
import type { ExportFormat } from '../../../ipc/contract'
import { bridge } from '../../bridge'
import { type ChartSubject, chartSvg } from './chart-picture'
import { chartCsv } from './csv'
import { rasterize, writeSvg } from './rasterize'
import { stampOf } from './stamp'

const PNG_SCALE = 2

/** A chart as the content of a file. */
export async function exportContent(
  subject: ChartSubject,
  format: ExportFormat,
  appVersion: string,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const { scenario, forecast, claim } = subject
  const stamp = stampOf(scenario, forecast, appVersion)
  if (format === 'csv') return chartCsv({ ...subject, event: chosenEvent(scenario, claim) }, stamp)
  const picture = await chartSvg(subject, stamp)
  return format === 'svg' ? writeSvg(picture) : rasterize(picture, PNG_SCALE)
}

/** Asks for a place and writes the chart there; the answer is for the analyst. */
export async function exportChart(subject: ChartSubject, format: ExportFormat, name: string) {
  const { version } = await bridge.appInfo()
  const content = await exportContent(subject, format, version)
  return bridge.saveExport({ suggestedName: `${name}.${format}`, format, content })
}
