import { useEffect, useState } from 'react'
import type { ExportFormat } from '../../../ipc/contract'
import { bridge } from '../../bridge'
import type { ChartExport } from './chart-export'
import type { ExportContent } from './export-chart'
import type { PictureOptions } from './picture-options'

/** What is wanted as a file. */
export interface Wanted {
  readonly chart: ChartExport
  readonly format: ExportFormat
  readonly options: PictureOptions
}

/** A file as it will be written, or why there is none. */
export interface Made extends Wanted {
  readonly content: ExportContent | undefined
  readonly problem: string
}

/** A field that is still being filled in does not have every number drawn. */
const REST_MS = 60

/** Makes what is wanted whenever it changes; until it is there, what was made before stays. */
export function useMade(
  chart: ChartExport | undefined,
  format: ExportFormat,
  options: PictureOptions,
): { readonly made: Made | undefined; readonly isCurrent: boolean } {
  const [made, setMade] = useState<Made>()
  useEffect(() => {
    if (!chart) return
    let isWanted = true
    const timer = setTimeout(async () => {
      const next = await make({ chart, format, options })
      if (isWanted) setMade(next)
    }, REST_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [chart, format, options])
  const isCurrent =
    made !== undefined && made.chart === chart && made.format === format && made.options === options
  return { made, isCurrent }
}

/** The drawing of pictures is loaded only when the first one is wanted. */
async function make(wanted: Wanted): Promise<Made> {
  try {
    const { exportContent } = await import('./export-chart')
    const { version } = await bridge.appInfo()
    const { chart, format, options } = wanted
    return { ...wanted, content: await exportContent(chart, format, version, options), problem: '' }
  } catch (error) {
    return { ...wanted, content: undefined, problem: sayProblem(error) }
  }
}

export const sayProblem = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
