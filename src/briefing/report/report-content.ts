import type { BriefingContent } from '../content'
import { claimsByWeight, driversByDifference, evidenceByWeight, firstOf } from './choose'
import { endOf } from './flow'
import {
  type FigureShapes,
  type LeftOut,
  PAGE_HEIGHT,
  type ReportContent,
  reportBlocks,
} from './sections'
import { SHORT, SHORTEST, withShortTexts } from './texts'

/** A report has so many pages at most. */
export const MOST_PAGES = 4

/** With fewer items of evidence than this, drivers and claims give way too. */
const FEW_ITEMS = 24
/** And so many are listed in any case. */
const FEWEST_ITEMS = 12
/** Steps in which claims and drivers are cut. */
const SHARES = 100

const NOTHING: LeftOut = { claims: '', drivers: '', evidence: '', texts: '' }

const SHORTENED =
  'Texts that end in “…” are shortened here; they stand whole in the scenario attached to this file.'

/** `12 more are in the scenario attached to this file.` */
function sayMore(listed: string, more: number): string {
  if (more <= 0) return ''
  const are = more === 1 ? 'is' : 'are'
  return `${listed} ${more.toLocaleString('en-GB')} more ${are} in the scenario attached to this file.`
}

/** How many of each are listed. */
interface Counts {
  readonly claims: number
  readonly drivers: number
  readonly evidence: number
}

/** Makes the report with so many of each listed. */
function listing(content: BriefingContent): (counts: Counts) => ReportContent {
  const { conclusion, drivers, evidence, headline } = content
  const claims = claimsByWeight(conclusion.claims, headline.claimId)
  const lines = driversByDifference(drivers.lines)
  const items = evidenceByWeight(evidence.items)
  return (counts) => ({
    ...content,
    conclusion: { ...conclusion, claims: firstOf(conclusion.claims, claims, counts.claims) },
    drivers: { ...drivers, lines: firstOf(drivers.lines, lines, counts.drivers) },
    evidence: { ...evidence, items: firstOf(evidence.items, items, counts.evidence) },
    leftOut: {
      claims: sayMore(
        'Listed are the claims that the forecast bears out least.',
        claims.length - counts.claims,
      ),
      drivers: sayMore(
        'Listed are the drivers that differ most from the article.',
        lines.length - counts.drivers,
      ),
      evidence: sayMore(
        'Listed are the items that are disputed or counted, then the newest.',
        items.length - counts.evidence,
      ),
      texts: SHORTENED,
    },
  })
}

/** The most, up to a number, that still fit; none where not even one does. */
function mostThat(hasRoom: (count: number) => boolean, all: number): number {
  if (hasRoom(all)) return all
  let [fits, tooMany] = [0, all]
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    if (hasRoom(middle)) fits = middle
    else tooMany = middle
  }
  return fits
}

/**
 * The most claims and drivers, cut alike, that have room beside a few items of evidence; then
 * as much evidence as still has.
 */
function shortestReport(
  content: BriefingContent,
  all: Counts,
  fits: (report: ReportContent) => boolean,
): ReportContent {
  const list = listing(withShortTexts(content, SHORTEST))
  const cutTo = (share: number): Counts => ({
    claims: Math.ceil((all.claims * share) / SHARES),
    drivers: Math.ceil((all.drivers * share) / SHARES),
    evidence: Math.min(FEWEST_ITEMS, all.evidence),
  })
  const share = mostThat((some) => fits(list(cutTo(some))), SHARES)
  const counts = cutTo(share)
  const evidence = mostThat((some) => fits(list({ ...counts, evidence: some })), all.evidence)
  return list({ ...counts, evidence })
}

/**
 * What of a forecast’s content a report of four pages says. Nothing is left out where all
 * has room; else long texts are shortened first, then evidence is left out, then claims and
 * drivers too.
 *
 * @param share of each page that may be filled
 */
export function reportContent(
  content: BriefingContent,
  shapes: FigureShapes,
  share = 1,
): ReportContent {
  const fits = (report: ReportContent): boolean =>
    endOf(reportBlocks(report, shapes), PAGE_HEIGHT * share).page <= MOST_PAGES
  const whole = { ...content, leftOut: NOTHING }
  if (fits(whole)) return whole
  const all = {
    claims: content.conclusion.claims.length,
    drivers: content.drivers.lines.length,
    evidence: content.evidence.items.length,
  }
  const list = listing(withShortTexts(content, SHORT))
  const evidence = mostThat((some) => fits(list({ ...all, evidence: some })), all.evidence)
  if (evidence >= Math.min(FEW_ITEMS, all.evidence)) return list({ ...all, evidence })
  return shortestReport(content, all, fits)
}
