import { longMonth, sayDate } from '../forecast/calendar'
import { type EventOutlook, eventOutlook, headline, standing } from '../forecast/conclusion/outlook'
import { largestReason } from '../forecast/explain/words'
import type { Forecast } from '../forecast/forecast'
import { matrixOf } from '../forecast/plausibility/cross-impacts'
import { presentStrains } from '../forecast/plausibility/plausibility'
import { sayStrains } from '../forecast/plausibility/words'
import type { Id, Scenario } from '../forecast/scenario'
import {
  type ExportRecord,
  type Provenance,
  provenanceLines,
  sayComputed,
  sayTime,
} from '../provenance/provenance'
import { type BriefingCharts, briefingCharts } from './charts-part'
import { type ClaimLine, claimLines, type RungLine, rungLines } from './conclusion-part'
import { type DriverLine, driverLines, HOW_DRIVERS_ARE_READ, sayChanged } from './driver-part'
import { type EvidenceLine, evidenceLines, evidenceSentences } from './evidence-part'
import { methodNote } from './method-part'
import { printableData } from './printable'
import { type ExplanationGiven, type WhyPart, whyPart } from './why-part'

/** What a document is made of. */
export interface BriefingInput {
  readonly scenario: Scenario
  readonly forecast: Forecast
  /** The forecast of the article's own drivers. */
  readonly baseline?: Forecast
  /** Of the event that the claim is about. */
  readonly explanation?: ExplanationGiven
  /** The event of the headline; the gravest that the conclusion speaks of where absent. */
  readonly claim?: Id
  readonly record: ExportRecord
}

/**
 * Everything that a document about a forecast says, in words ready to be set and with the
 * numbers behind them. All kinds of document are set from this, so that they agree.
 */
export interface BriefingContent {
  readonly title: string
  readonly summary: string
  readonly caseTitle: string
  /** `25 May 2023`. */
  readonly asOf: string
  /** `As of 25 May 2023, 12 months ahead (to May 2024).` */
  readonly saysTime: string
  readonly source: string
  /** Empty where the case has none. */
  readonly sourceUrl: string
  /** ISO, in universal time. */
  readonly exportedAt: string
  readonly headline: HeadlinePart
  readonly conclusion: {
    readonly title: string
    /** Name of the yardstick, for the head of a column. */
    readonly yardstick: string
    /** Of the columns of its table: claim, word, forecast, band, the yardstick's word, verdict. */
    readonly heads: ConclusionHeads
    /** In the order of the case; there may be none. */
    readonly claims: readonly ClaimLine[]
  }
  readonly ladder: {
    readonly title: string
    /** Why a share can be less than the chance of ever getting there. */
    readonly note: string
    readonly rungs: readonly RungLine[]
  }
  readonly drivers: {
    readonly sentence: string
    readonly note: string
    /** Which judgments do not sit well beside each other; empty where all do. */
    readonly strains: string
    /** The same as a caveat of its own, and what points to it from afar; empty likewise. */
    readonly caveat: string
    readonly pointer: string
    readonly lines: readonly DriverLine[]
  }
  readonly why?: WhyPart
  readonly evidence: {
    readonly sentences: readonly string[]
    /** From the oldest on. */
    readonly items: readonly EvidenceLine[]
  }
  /** Each entry a paragraph. */
  readonly method: readonly string[]
  readonly charts: BriefingCharts
  readonly provenance: {
    readonly lines: readonly string[]
    /** By which program, run and when. */
    readonly computed: string
    readonly fields: readonly ProvenanceField[]
  }
}

/** A field of the origin: as data, and with dates and numbers as they are written in a text. */
export interface ProvenanceField {
  readonly name: string
  readonly value: string
  readonly said: string
}

/** The heads of the table of claims. */
type ConclusionHeads = readonly [
  statement: string,
  wording: string,
  forecast: string,
  band: string,
  called: string,
  verdict: string,
]

const conclusionHeads = (yardstick: string): ConclusionHeads => [
  'The article says',
  'Its word',
  'Forecast',
  'Judgment band',
  `In ${yardstick}`,
  'Verdict',
]

/** Heading of the method in every document that is read as a text. */
export const METHOD_TITLE = 'How this was worked out'

/** The forecast in a sentence, and how it stands to the article. */
export interface HeadlinePart {
  /** `Direct confrontation within 12 months: 21 %`. */
  readonly claim: string
  /** `(7–42 %)`. */
  readonly band: string
  /** The claim that it is about; empty where it is about none. */
  readonly claimId: string
  /** What the brackets are. */
  readonly bandNote: string
  readonly standing: string
  /** What most of the difference to the article is owed to; empty where that is not known. */
  readonly reason: string
}

export const BAND_NOTE =
  'The range in brackets is the judgment band, in which nine in ten draws lie.'

function headlinePart(
  { scenario, explanation }: BriefingInput,
  outlook: EventOutlook | undefined,
): HeadlinePart {
  if (!outlook) {
    const none = { band: '', claimId: '', bandNote: '', standing: '', reason: '' }
    return { claim: scenario.title, ...none }
  }
  const reason = explanation && largestReason(scenario.case, explanation.attribution)
  return {
    ...headline(outlook),
    claimId: outlook.choice.claim?.id ?? '',
    bandNote: BAND_NOTE,
    standing: standing(scenario, outlook),
    reason: reason ?? '',
  }
}

const inMonths = (months: number): string => `${months} ${months === 1 ? 'month' : 'months'}`

function strainsOf(scenario: Scenario): string {
  const matrix = matrixOf(scenario.case)
  const strains = matrix ? presentStrains(matrix, scenario) : []
  return strains.length > 0 ? sayStrains(scenario.case, strains) : ''
}

const strainWords = (strains: string) => ({
  strains,
  caveat: strains === '' ? '' : `Note: ${strains.charAt(0).toLowerCase()}${strains.slice(1)}`,
  pointer: strains === '' ? '' : 'Some driver settings sit oddly together; see Drivers.',
})

const ladderNote = (months: number): string =>
  `Where the conflict stands at the end of each month. What has come and gone is not counted here, so a rung’s share can be less than the chance of reaching it within ${inMonths(months)}.`

function provenanceFields(from: Provenance): ProvenanceField[] {
  const fields: readonly (readonly [name: string, value: string, said?: string])[] = [
    ['Scenario', from.title],
    ['SHA-256 of the scenario’s file', from.scenarioSha256],
    ['Case', from.caseTitle],
    ['As of', from.asOf, sayDate(from.asOf)],
    ['Source', from.source],
    ['Yardstick', from.yardstick],
    ['Draws', String(from.draws), from.draws.toLocaleString('en-GB')],
    ['Seed', String(from.seed)],
    ['Brink', from.appVersion],
    ['Engine', from.engineVersion],
    ['Exported at', from.exportedAt, sayTime(from.exportedAt)],
  ]
  return fields.map(([name, value, said = value]) => ({ name, value, said }))
}

/** What the documents about a forecast say; the same input gives the same words. */
export function briefingContent(input: BriefingInput): BriefingContent {
  const { scenario, forecast, baseline, explanation, claim, record } = input
  const { asOf, title: caseTitle, source } = scenario.case
  const months = scenario.judgment.horizonMonths
  const outlook = eventOutlook({ scenario, forecast }, baseline, claim)
  const drivers = driverLines(scenario)
  const { provenance } = record
  return printableData({
    title: provenance.title,
    summary: scenario.summary,
    caseTitle,
    asOf: sayDate(asOf),
    saysTime: `As of ${sayDate(asOf)}, ${inMonths(months)} ahead (to ${longMonth(asOf, months)}).`,
    source: provenance.source,
    sourceUrl: source.url ?? '',
    exportedAt: provenance.exportedAt,
    headline: headlinePart(input, outlook),
    conclusion: {
      title: `Held against the article’s conclusion, at ${inMonths(months)}`,
      yardstick: provenance.yardstick,
      heads: conclusionHeads(provenance.yardstick),
      claims: claimLines(scenario, forecast),
    },
    ladder: {
      title: `Where it stands, at ${inMonths(months)}`,
      note: ladderNote(months),
      rungs: rungLines(scenario, forecast),
    },
    drivers: {
      sentence: sayChanged(drivers),
      note: HOW_DRIVERS_ARE_READ,
      ...strainWords(strainsOf(scenario)),
      lines: drivers,
    },
    ...(explanation ? { why: whyPart(scenario, explanation) } : {}),
    evidence: { sentences: evidenceSentences(scenario), items: evidenceLines(scenario) },
    method: methodNote(scenario, forecast),
    charts: briefingCharts(scenario, forecast, outlook),
    provenance: {
      lines: provenanceLines(provenance),
      computed: sayComputed(provenance),
      fields: provenanceFields(provenance),
    },
  })
}
