import type { BriefingContent } from '../content'
import { fittingSize, lineCount, linesHeight, shortened } from '../fit'
import { COLOUR } from '../look'
import {
  BODY,
  type Deck,
  emptySlide,
  INNER,
  PAGE,
  putText,
  type Slide,
  startSlide,
  TITLE_NAME,
} from './deck'

/** What is said under the figures, for the notes of any slide. */
export const notesOf = (...lines: readonly string[]): string =>
  lines.filter((line) => line !== '').join('\n')

/** The forecast in a sentence on a ground of its own, as high as what stands on it. */
function putHeadline(slide: Slide, headline: BriefingContent['headline']): void {
  const { claim, band, bandNote, standing, reason } = headline
  const says = `${claim} ${band}`.trim()
  const w = INNER - 0.6
  const points = fittingSize(says, 3, w, [28, 24, 20])
  const most = Math.min(lineCount(says, { width: w, points, isBold: true }), 3)
  const height = linesHeight(most, points)
  const stands = [standing, reason].join(' ').trim()
  const standsLines = lineCount(stands, { width: w, points: 16 })
  const standsHeight = Math.min(linesHeight(standsLines, 16) + 0.05, 2.2 - height)
  const top = 2.65
  slide.addShape('rect', {
    ...{ x: PAGE.margin, y: top, w: INNER, h: height + standsHeight + 0.95 },
    fill: { color: COLOUR.accentSoft },
  })
  const at = { x: PAGE.margin + 0.3, w }
  putText(slide, says, { ...at, y: top + 0.2, h: height + 0.05, points, isBold: true })
  const below = top + 0.38 + height
  putText(slide, stands, { ...at, y: below, h: standsHeight, points: 16 })
  const noteTop = below + standsHeight + 0.12
  putText(slide, bandNote, { ...at, y: noteTop, h: 0.25, points: 12, colour: COLOUR.quiet })
}

/** Title, the forecast in a sentence, and where it comes from. */
export function openingSlide(deck: Deck, content: BriefingContent): void {
  const { title, caseTitle, saysTime, source, headline, provenance } = content
  const { claim, band, bandNote, standing, reason } = headline
  const { computed } = provenance
  const slide = emptySlide(
    deck,
    notesOf(
      title,
      content.summary,
      `${claim} ${band}`.trim(),
      bandNote,
      standing,
      reason,
      computed,
      provenance.lines[1] ?? '',
    ),
  )
  const x = PAGE.margin
  const points = fittingSize(title, 2, INNER, [36, 30, 26, 22])
  putText(slide, title, {
    ...{ x, y: 0.6, w: INNER, h: 1.15, points, isBold: true, colour: COLOUR.accent },
    ...{ valign: 'bottom', name: TITLE_NAME },
  })
  const about = `${caseTitle.replaceAll('\n', ' ')}. ${saysTime}`
  putText(slide, about, { x, y: 1.9, w: INNER, h: 0.55, points: 14, colour: COLOUR.plain })
  putHeadline(slide, headline)
  putText(slide, `Source: ${source}.`, {
    ...{ x, y: 5.78, w: INNER, h: 0.4, points: 12, colour: COLOUR.plain },
  })
  putText(slide, computed, {
    ...{ x, y: 6.25, w: INNER, h: 0.6, points: 12, colour: COLOUR.quiet },
  })
}

/** Between paragraphs, in points. */
const GAP = 8

/** The largest size at which paragraphs have room, with the gaps after them. */
function sizeOfParagraphs(texts: readonly string[], width: number, height: number): number {
  const gaps = (texts.length * GAP) / 72
  const lines = (points: number): number => lineCount(texts.join('\n'), { width, points })
  return [16, 14, 13].find((points) => linesHeight(lines(points), points) + gaps <= height) ?? 12
}

/** Method, sources and the whole provenance, as the last slide. */
export function methodSlide(deck: Deck, content: BriefingContent): void {
  const { method, source, sourceUrl } = content
  const fields = content.provenance.fields
    .filter(({ name }) => name !== 'Source')
    .map(({ name, said }) => `${name}: ${said}`)
  const notes = notesOf(...method, `Source: ${source}.`, sourceUrl, ...fields)
  const slide = startSlide(deck, 'Method and sources', '', notes)
  const half = (INNER - 0.5) / 2
  const height = BODY.bottom - 1.15
  putText(slide, method.join('\n'), {
    ...{ x: PAGE.margin, y: 1.15, w: half, h: height, gap: GAP },
    points: sizeOfParagraphs(method, half, height),
  })
  const right = PAGE.margin + half + 0.5
  slide.addShape('rect', {
    ...{ x: right, y: 1.15, w: half, h: BODY.bottom - 1.15, fill: { color: COLOUR.accentSoft } },
  })
  const w = half - 0.5
  const room = { width: w, points: 10 }
  const lines = [
    shortened(`Source: ${source}.`, 6, room),
    shortened(sourceUrl, 2, room),
    ...fields.map((each) => shortened(each, 3, room)),
  ]
  putText(slide, notesOf(...lines), {
    ...{ x: right + 0.25, y: 1.35, w, h: BODY.bottom - 1.45, points: 10, gap: 5 },
  })
}
