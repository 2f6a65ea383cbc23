import type { ClaimLine } from '../conclusion-part'
import type { BriefingContent } from '../content'
import type { DriverLine } from '../driver-part'
import type { EvidenceLine } from '../evidence-part'
import { type Room, shortenedAtWord } from '../fit'
import { type WhyPart, whyRows } from '../why-part'
import { CLAIM_ROOMS, DRIVER_ROOMS, ROOMS, sayCourse, WHY_ROOMS } from './sections'

/** Long texts of a report shortened, so that many things have room beside each other. */

const short = shortenedAtWord

/** The subject of the headline may be long; its figure stays. */
function shortClaim(claim: string, band: string): string {
  const [, subject = claim, figure = ''] = /^(.*)(: [^:]*%)$/s.exec(claim) ?? []
  const tail = `${figure} ${band}`
  const room = ROOMS.headline
  for (let most = 3, width = room.width; ; width *= 0.8) {
    const head = short(subject, most, { ...room, width })
    if (short(`${head}${tail}`, most, room) === `${head}${tail}`) return `${head}${figure}`
  }
}

/** Over how many lines the texts of what there may be many of go on. */
export interface Lines {
  readonly statement: number
  readonly wording: number
  readonly driver: number
  readonly note: number
  readonly course: number
  readonly item: number
  readonly about: number
}

export const SHORT: Lines = {
  ...{ statement: 3, wording: 2, driver: 2, note: 2, course: 3 },
  ...{ item: 4, about: 2 },
}
/** So that as many as can be have room. */
export const SHORTEST: Lines = {
  ...{ statement: 2, wording: 1, driver: 1, note: 1, course: 2 },
  ...{ item: 3, about: 1 },
}

const PLAIN_ROOM: Room = ROOMS.paragraph

const shortClaimLine = (line: ClaimLine, most: Lines): ClaimLine => {
  const [statement = PLAIN_ROOM, wording = PLAIN_ROOM] = CLAIM_ROOMS
  return {
    ...line,
    statement: short(line.statement, most.statement, statement),
    wording: short(line.wording, most.wording, wording),
  }
}

/** What a role takes beside a name, in shares of the column. */
const ROLE_WIDTH = 0.32

const shortDriver = (line: DriverLine, most: Lines): DriverLine => {
  const [label = PLAIN_ROOM, , , , course = PLAIN_ROOM] = DRIVER_ROOMS
  const said = sayCourse(line)
  const cut = short(said, most.course, course)
  return {
    ...line,
    label: short(line.label, most.driver, { ...label, width: label.width * (1 - ROLE_WIDTH) }),
    note: short(line.note.replaceAll('\n', ' '), most.note, label),
    ...(cut === said ? {} : { saysTrend: 'none', shocks: [cut] }),
  }
}

const shortItem = (item: EvidenceLine, most: Lines): EvidenceLine => ({
  ...item,
  summary: short(item.summary.replaceAll('\n', ' '), most.item, ROOMS.evidence),
  about: short(item.about, most.about, ROOMS.evidence),
  locator: short(item.locator, 1, ROOMS.evidence),
})

const WHY_ROWS = 10

function shortWhy(why: WhyPart): WhyPart {
  const [label = PLAIN_ROOM] = WHY_ROOMS
  const rows = why.rows.length > 0 ? whyRows(why.contributions, WHY_ROWS) : why.rows
  return {
    ...why,
    sentence: short(why.sentence, 3, ROOMS.paragraph),
    rows: rows.map((row) => ({ ...row, label: short(row.label, 1, label) })),
    further: why.further.map((text) => short(text, 3, ROOMS.paragraph)),
  }
}

/** The same content is cut for more than one trial, and may hold thousands of texts. */
const cut = new WeakMap<BriefingContent, Map<Lines, BriefingContent>>()

/** The same content with all its texts of bounded length. */
export function withShortTexts(content: BriefingContent, most: Lines): BriefingContent {
  const made = cut.get(content) ?? new Map<Lines, BriefingContent>()
  cut.set(content, made)
  const short = made.get(most) ?? cutTexts(content, most)
  made.set(most, short)
  return short
}

function cutTexts(content: BriefingContent, most: Lines): BriefingContent {
  const { headline, conclusion, drivers, why, evidence, provenance } = content
  const [computed = '', against = ''] = provenance.lines
  return {
    ...content,
    caseTitle: short(content.caseTitle, 1, ROOMS.caseTitle),
    title: short(content.title, 2, ROOMS.title),
    summary: short(content.summary, 6, ROOMS.paragraph),
    headline: {
      ...headline,
      claim: shortClaim(headline.claim, headline.band),
      standing: short(headline.standing, 4, ROOMS.standing),
      reason: short(headline.reason, 2, ROOMS.standing),
    },
    conclusion: {
      ...conclusion,
      claims: conclusion.claims.map((line) => shortClaimLine(line, most)),
    },
    drivers: {
      ...drivers,
      caveat: short(drivers.caveat, 3, ROOMS.paragraph),
      lines: drivers.lines.map((line) => shortDriver(line, most)),
    },
    ...(why ? { why: shortWhy(why) } : {}),
    evidence: {
      sentences: evidence.sentences.map((text) => short(text, 3, ROOMS.paragraph)),
      items: evidence.items.map((item) => shortItem(item, most)),
    },
    provenance: {
      ...provenance,
      lines: [short(computed, 8, ROOMS.provenance), short(against, 5, ROOMS.provenance)],
    },
  }
}
