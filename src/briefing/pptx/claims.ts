import type { Verdict } from '../../forecast/conclusion/verdict'
import type { BriefingContent } from '../content'
import { COLOUR } from '../look'
import { putTrackHead, putTracks } from './claim-tracks'
import { BODY, type Deck, INNER, PAGE, pageTitle, putText, startSlide } from './deck'
import { driverNotes } from './drivers'
import { notesOf } from './opening'
import { pagesOf, putTable, type TableCell } from './table'

type Claims = BriefingContent['conclusion']['claims']

const agrees = ({ verdict }: Claims[number]): boolean =>
  verdict === 'within' || verdict === 'stronger'

/** How many claims the forecast lies within the wording of, or agrees more firmly with. */
function sayAgreement(claims: Claims): string {
  const count = claims.filter(agrees).length
  if (claims.length > 1) return `${count} of ${claims.length} claims agree with the forecast`
  return `The article’s one claim ${count === 1 ? 'agrees' : 'does not agree'} with the forecast`
}

const VERDICT_ORDER: readonly Verdict[] = [
  'within',
  'stronger',
  'weaker',
  'below',
  'above',
  'against',
]

/** `3 within the wording; 1 against the article`. */
const sayVerdicts = (claims: Claims): string =>
  VERDICT_ORDER.flatMap((verdict) => {
    const own = claims.filter((claim) => claim.verdict === verdict)
    return own[0] ? `${own.length} ${own[0].saysVerdict}` : []
  }).join('; ')

const noteOf = (claim: Claims[number]): string =>
  `${claim.statement} (${claim.locator}): the article says “${claim.wording}” (${claim.saysRange}); forecast ${claim.saysForecast} (${claim.saysBand}), in the yardstick “${claim.called}”; ${claim.saysVerdict}.`

const rowOf = (claim: Claims[number]): TableCell[] => [
  { text: claim.statement },
  { text: `${claim.wording} (${claim.saysRange})` },
  { text: '' },
  { text: claim.saysForecast, isBold: true },
  { text: claim.saysBand },
  { text: claim.called },
  { text: claim.saysVerdict, isBold: true },
]

const lookOf = (yardstick: string) => ({
  points: 12,
  columns: [
    { head: 'The article says', width: INNER - 9.2, mostLines: 4 },
    { head: 'in the word', width: 1.95, mostLines: 4 },
    { head: '', width: 2.25, mostLines: 1 },
    { head: 'forecast', width: 0.95, mostLines: 1, align: 'right' as const },
    { head: 'band', width: 1.3, mostLines: 1, align: 'right' as const },
    { head: `in ${yardstick}`, width: 1.35, mostLines: 3 },
    { head: 'verdict', width: 1.4, mostLines: 3 },
  ],
})

/** The column that is drawn. */
const TRACK_COLUMN = 2

const KEY_HEIGHT = 0.35

/** What the marks of the drawn column are. */
const KEY =
  'Drawn: in grey the article’s range, as a line the judgment band, as a dot the forecast.'

/** Every claim held against the forecast, in words, numbers and marks. */
export function claimSlides(deck: Deck, { conclusion, drivers }: BriefingContent): void {
  const { title, yardstick, claims } = conclusion
  const isUnchanged = !drivers.lines.some(({ isChanged }) => isChanged)
  const unchanged = isUnchanged ? drivers.sentence : ''
  const alike = isUnchanged ? driverNotes(drivers) : []
  if (claims.length === 0) {
    const none = 'This case has no conclusion to hold the forecast against.'
    const slide = startSlide(deck, title, unchanged, notesOf(none, ...alike))
    putText(slide, none, { x: PAGE.margin, y: BODY.top, w: INNER, h: 0.5, points: 16 })
    return
  }
  const look = lookOf(yardstick)
  const pages = pagesOf(look, claims.map(rowOf), BODY.bottom - BODY.top - KEY_HEIGHT)
  const says = `${title}: ${sayVerdicts(claims)}. ${unchanged}`.trim()
  let first = 0
  for (const [page, rows] of pages.entries()) {
    const own = claims.slice(first, first + rows.length)
    first += rows.length
    const notes = notesOf(...own.map(noteOf), ...(page === 0 ? alike : []))
    const finding = pageTitle(sayAgreement(claims), page, pages.length)
    const slide = startSlide(deck, finding, says, notes)
    const at = { x: PAGE.margin, y: BODY.top }
    putTable(slide, look, rows, at)
    putText(slide, KEY, {
      ...{ x: PAGE.margin, y: BODY.bottom - 0.25, w: INNER, h: 0.25, points: 12 },
      colour: COLOUR.quiet,
    })
    putTrackHead(slide, look, TRACK_COLUMN, at)
    putTracks(slide, look, { rows, claims: own, column: TRACK_COLUMN }, at)
  }
}
