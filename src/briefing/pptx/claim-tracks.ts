import type { ClaimLine } from '../conclusion-part'
import { COLOUR, FACE } from '../look'
import type { Slide } from './deck'
import { headOf, rowHeight, type TableCell, type TableLook, type TablePlace } from './table'

/** Off the edges of the column, so that what marks 0 and 100 % has room; inches. */
const INSET = 0.22
const BAR = 0.16
const DOT = 0.12
const RANGE_COLOUR = 'D3D8DE'

/** Where 0 and 100 % are on the slide, in inches. */
interface Track {
  readonly left: number
  readonly width: number
}

function trackOf({ columns }: TableLook, column: number, { x }: TablePlace): Track {
  const before = columns.slice(0, column).reduce((sum, { width }) => sum + width, 0)
  return { left: x + before + INSET, width: (columns[column]?.width ?? 0) - 2 * INSET }
}

/** Names the ends and the middle of the track in the head of its column. */
export function putTrackHead(
  slide: Slide,
  look: TableLook,
  column: number,
  place: TablePlace,
): void {
  const { left, width } = trackOf(look, column, place)
  const height = rowHeight(look, headOf(look))
  for (const share of [0, 0.5, 1]) {
    slide.addText(share === 1 ? '100\u202f%' : String(share * 100), {
      ...{ x: left + share * width - 0.35, y: place.y, w: 0.7, h: height, margin: 0 },
      ...{ fontFace: FACE, fontSize: 10, color: COLOUR.white, bold: true },
      ...{ align: 'center', valign: 'middle', lang: 'en-GB', wrap: false },
    })
  }
}

/** The rows of one page, with the claims that they are of. */
interface TrackRows {
  readonly rows: readonly (readonly TableCell[])[]
  readonly claims: readonly ClaimLine[]
  readonly column: number
}

/** Draws the article's range, the judgment band and the forecast of every claim into its row. */
export function putTracks(
  slide: Slide,
  look: TableLook,
  { rows, claims, column }: TrackRows,
  place: TablePlace,
): void {
  const track = trackOf(look, column, place)
  let top = place.y + rowHeight(look, headOf(look))
  for (const [at, row] of rows.entries()) {
    const claim = claims[at]
    const height = rowHeight(look, row)
    // In line with the first line of the words beside it.
    if (claim) putTrack(slide, track, claim, top + 0.045 + (look.points * 0.6) / 72)
    top += height
  }
}

function putTrack(
  slide: Slide,
  { left, width }: Track,
  { id, range, figures }: ClaimLine,
  middle: number,
): void {
  const at = (share: number): number => left + share * width
  slide.addShape('rect', {
    ...{ x: at(range[0]), y: middle - BAR / 2, w: (range[1] - range[0]) * width, h: BAR },
    ...{ fill: { color: RANGE_COLOUR }, objectName: `The article’s range: ${id}` },
  })
  slide.addShape('line', {
    ...{ x: left, y: middle, w: width, h: 0, objectName: `0 to 100 %: ${id}` },
    line: { color: COLOUR.quiet, width: 0.25 },
  })
  slide.addShape('line', {
    ...{ x: at(figures.p05), y: middle, w: (figures.p95 - figures.p05) * width, h: 0 },
    ...{ line: { color: COLOUR.accent, width: 2 }, objectName: `Judgment band: ${id}` },
  })
  slide.addShape('ellipse', {
    ...{ x: at(figures.mean) - DOT / 2, y: middle - DOT / 2, w: DOT, h: DOT },
    ...{ fill: { color: COLOUR.accent }, objectName: `Forecast: ${id}` },
  })
}
