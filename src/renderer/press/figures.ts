import type { ReportPicture } from '../../briefing/docx/blocks'
import { type Provenance, provenanceLines } from '../../provenance/provenance'
import { type ChartExport, PAGE } from '../features/export/chart-export'
import { drawPicture } from '../features/export/draw-picture'
import { DEFAULT_OPTIONS, type PictureOptions } from '../features/export/picture-options'
import { rasterize } from '../features/export/rasterize'
import type { ReportFigure } from './report'

/** The document says itself what a chart is and where it comes from. */
const ON_PAPER: PictureOptions = { ...DEFAULT_OPTIONS, hasTitle: false, hasSource: false }
/** About 400 pixels to the inch at the width of a text. */
const SHARP = 3

/** Charts as drawings that stay sharp at any size. */
export async function drawFigures(
  charts: readonly ChartExport[],
  provenance: Provenance,
): Promise<ReportFigure[]> {
  const figures: ReportFigure[] = []
  // One after the other: each is laid out in the one page there is.
  for (const chart of charts) {
    const picture = chart.picture(ON_PAPER)
    const drawing = await drawPicture(picture, provenanceLines(provenance), ON_PAPER)
    figures.push({ kind: chart.kind, title: picture.title, drawing: cropped(drawing) })
  }
  return figures
}

/** What stays blank around a drawing without title and source, less a little air; in pixels. */
const BLANK = { top: 18, side: PAGE.padding, bottom: 14 } as const

/** Without its blank edges, so that it ends where the text does. */
function cropped(drawing: SVGElement): SVGElement {
  const [width, height] = ['width', 'height'].map((side) => Number(drawing.getAttribute(side)))
  if (!width || !height) throw new Error('the chart has no size')
  const wide = width - 2 * BLANK.side
  const high = height - BLANK.top - BLANK.bottom
  drawing.setAttribute('viewBox', `${BLANK.side} ${BLANK.top} ${wide} ${high}`)
  drawing.setAttribute('width', String(wide))
  drawing.setAttribute('height', String(high))
  return drawing
}

/** The same for a document that takes pictures of points alone. */
export async function reportPictures(
  charts: readonly ChartExport[],
  provenance: Provenance,
): Promise<ReportPicture[]> {
  const pictures: ReportPicture[] = []
  for (const { kind, title, drawing } of await drawFigures(charts, provenance)) {
    const [widthPx, heightPx] = ['width', 'height'].map((side) =>
      Number(drawing.getAttribute(side)),
    )
    if (!widthPx || !heightPx) throw new Error('the chart has no size')
    pictures.push({ kind, title, png: await rasterize(drawing, SHARP), widthPx, heightPx })
  }
  return pictures
}
