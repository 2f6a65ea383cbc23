import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import type { BriefingContent } from '../../briefing/content'
import { shortened } from '../../briefing/fit'
import { MOST_PAGES, reportContent } from '../../briefing/report/report-content'
import type { FigureShapes, ReportContent } from '../../briefing/report/sections'
import { isolated } from '../../forecast/isolated'
import { pagesOfPdf } from '../../provenance/pdf'
import type { Provenance } from '../../provenance/provenance'
import { bridge } from '../bridge'
import type { ChartExport } from '../features/export/chart-export'
import { drawFigures } from './figures'
import { Report, type ReportFigure } from './report'

/**
 * How full a page may be by the estimate, in turn, until the printed pages are no more than
 * they may be. The estimate is on the wide side: pages mostly hold more than it says.
 */
const FILLED = [1.15, 1.05, 1, 0.9, 0.75, 0.6] as const

/** The forecast as a report of one to four pages, as PDF. */
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
    for (const share of FILLED) {
      const report = reportContent(content, shapesOf(figures), share)
      const pdf = await printPages(root, report, figures)
      if ((await pagesOfPdf(pdf)) <= MOST_PAGES) return pdf
    }
    throw new Error(`the report does not go on ${MOST_PAGES} pages`)
  } finally {
    root.unmount()
    document.adoptedStyleSheets = []
  }
}

async function printPages(
  root: Root,
  content: ReportContent,
  figures: readonly ReportFigure[],
): Promise<Uint8Array<ArrayBuffer>> {
  flushSync(() => root.render(<Report content={content} figures={figures} />))
  await document.fonts.ready
  return new Uint8Array(await bridge.pressPrint())
}

function shapesOf(figures: readonly ReportFigure[]): FigureShapes {
  const shapes = figures.map(({ kind, drawing }) => {
    const [width, height] = ['width', 'height'].map((side) => Number(drawing.getAttribute(side)))
    return [kind, (height ?? Number.NaN) / (width ?? Number.NaN)]
  })
  const { event, ladder } = Object.fromEntries(shapes)
  return { ...(event ? { event } : {}), ...(ladder ? { ladder } : {}) }
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
