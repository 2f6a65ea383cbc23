import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { BriefingContent } from '../../briefing/content'
import { shortened } from '../../briefing/fit'
import { isolated } from '../../forecast/isolated'
import type { Provenance } from '../../provenance/provenance'
import { bridge } from '../bridge'
import type { ChartExport } from '../features/export/chart-export'
import { drawFigures } from './figures'
import { Report } from './report'

/** The forecast as a report of a few pages, as PDF. */
export async function printReport(
  content: BriefingContent,
  charts: readonly ChartExport[],
  provenance: Provenance,
): Promise<Uint8Array<ArrayBuffer>> {
  const figures = await drawFigures(charts, provenance)
  const page = document.getElementById('root')
  if (!page) throw new Error('the page has no place for the report')
  const root = createRoot(page)
  const footer = footerOf(content)
  document.adoptedStyleSheets = [footer]
  document.title = content.title
  try {
    flushSync(() => root.render(<Report content={content} figures={figures} />))
    await document.fonts.ready
    return new Uint8Array(await bridge.pressPrint())
  } finally {
    root.unmount()
    document.adoptedStyleSheets = []
  }
}

/** Beside the time and the number of the page, in inches. */
const TITLE_IN_FOOT = 3

/** On every page what it is of, so that a page alone still says so. */
function footerOf({ title, saysTime }: BriefingContent): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  const short = shortened(title, 1, { width: TITLE_IN_FOOT, points: 7.5 })
  const text = CSS.escape(`${isolated(short)}. ${saysTime}`)
  sheet.insertRule(
    `@page { @bottom-left { content: "${text}"; color: #5f6775; font: 7.5pt "Inter", sans-serif; } }`,
  )
  return sheet
}
