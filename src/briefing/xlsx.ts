import type { Cell } from './cell'
import type { BriefingContent } from './content'
import { SEVERITY } from './numbers-table'
import { packWorkbook } from './xlsx/package'
import type { Sheet, StyledCell } from './xlsx/sheet'
import type { StyleName } from './xlsx/styles'

const styled =
  (style: StyleName) =>
  (value: Cell): StyledCell => ({ value, style })
const text = styled('text')
const share = styled('share')
const heads = (...names: readonly string[]): StyledCell[] => names.map(styled('head'))
const numberHeads = (...names: readonly string[]): StyledCell[] => names.map(styled('numberHead'))

const CLAIM_WIDTHS = [46, 18, 18, 18, 12, 14, 14, 22, 26]

/** A line over the whole width, or nothing where there is nothing to say. */
const line = (style: StyleName, value: string): StyledCell[][] =>
  value === '' ? [] : [[{ value, style, span: CLAIM_WIDTHS.length }]]

const GAP: readonly StyledCell[] = []

function claimRows({ conclusion: { title, yardstick, claims } }: BriefingContent): StyledCell[][] {
  if (claims.length === 0) {
    return line('text', 'This case has no conclusion to hold the forecast against.')
  }
  return [
    ...line('lead', title),
    [
      ...heads('The article says', 'in the word', 'range', 'forecast'),
      ...numberHeads('mean', '5 % of draws below', '95 % of draws below'),
      ...heads(`in ${yardstick}`, 'verdict'),
    ],
    ...claims.map((claim) => [
      text(claim.statement),
      text(claim.wording),
      text(claim.saysRange),
      text(`${claim.saysForecast} (${claim.saysBand})`),
      ...[claim.figures.mean, claim.figures.p05, claim.figures.p95].map(share),
      text(claim.called),
      text(claim.saysVerdict),
    ]),
  ]
}

const rungRows = ({ ladder: { title, rungs } }: BriefingContent): StyledCell[][] => [
  ...line('lead', title),
  [
    ...heads('Rung', 'forecast', 'judgment band'),
    ...numberHeads('severity', 'mean', '5 % of draws below', '95 % of draws below'),
  ],
  ...rungs
    .map(({ label, saysForecast, saysBand, severity, figures }) => [
      ...[label, saysForecast, saysBand].map(text),
      styled('number')(severity),
      ...[figures.mean, figures.p05, figures.p95].map(share),
    ])
    .reverse(),
]

const forecastSheet = (content: BriefingContent): Sheet => {
  const { title, caseTitle, saysTime, source, summary, headline, why, method } = content
  const { claim, band, bandNote, standing, reason } = headline
  return {
    name: 'Forecast',
    widths: CLAIM_WIDTHS,
    rows: [
      ...line('title', title),
      ...line('quiet', `${caseTitle}. ${saysTime} Source: ${source}.`),
      ...line('text', summary),
      GAP,
      ...line('lead', `${claim} ${band}`.trim()),
      ...line('text', [standing, reason].join(' ').trim()),
      ...line('quiet', bandNote),
      GAP,
      ...claimRows(content),
      GAP,
      ...rungRows(content),
      GAP,
      ...(why ? whyRows(why) : []),
      ...line('lead', 'Method'),
      ...method.flatMap((paragraph) => line('text', paragraph)),
    ],
  }
}

const whyRows = ({
  sentence,
  contributions,
  note,
  further,
}: NonNullable<BriefingContent['why']>): readonly (readonly StyledCell[])[] => [
  ...line('lead', 'Why it differs from the article'),
  ...line('text', sentence),
  [...heads('Driver', 'adds', '', ''), ...numberHeads('in points')],
  ...contributions.map(({ label, saysContribution, contribution }) => [
    text(label),
    text(saysContribution),
    ...['', ''].map(text),
    styled('points')(Number((contribution * 100).toFixed(10))),
  ]),
  ...line('quiet', note),
  ...further.flatMap((each) => line('text', each)),
  GAP,
]

/** The place of the standard error among the columns of numbers. */
const ERROR_COLUMN = 11

function numberCell(row: readonly Cell[], column: number): StyledCell {
  const value = row[column] ?? ''
  if (typeof value === 'string') return text(value)
  if (column === 3) return styled('number')(value)
  if (row[0] === SEVERITY) return styled('severity')(value)
  return column === ERROR_COLUMN ? styled('error')(value) : share(value)
}

const numbersSheet = ([head = [], ...rows]: readonly (readonly Cell[])[]): Sheet => ({
  name: 'Numbers',
  widths: [13, 20, 40, 8, 10, 10, 10, 10, 10, 10, 10, 15],
  frozenRow: 1,
  isFiltered: true,
  rows: [
    head.map((name, at) => styled(at < 3 || at === 4 ? 'head' : 'numberHead')(name)),
    ...rows.map((row) => row.map((_, at) => numberCell(row, at))),
  ],
})

const driversSheet = ({ drivers }: BriefingContent): Sheet => ({
  name: 'Drivers',
  widths: [34, 13, 14, 10, 10, 10, 12, 16, 14, 34, 50, 12],
  frozenRow: 1,
  rows: [
    [
      ...heads('Driver', 'direction', 'intensity'),
      ...numberHeads('most likely', 'low', 'high', 'article'),
      ...heads('weight', 'trend', 'shocks', 'note', 'differs from the article'),
    ],
    ...drivers.lines.map((driver) => [
      text(driver.label),
      text(driver.saysRole),
      text(driver.saysHere),
      ...[driver.intensity.mode, driver.intensity.low, driver.intensity.high, driver.reference].map(
        (value) => styled('number')(Number((value * 100).toFixed(10))),
      ),
      text(driver.saysWeight),
      text(driver.saysTrend),
      text(driver.shocks.join('\n')),
      text(driver.note),
      text(driver.isChanged ? 'yes' : 'no'),
    ]),
  ],
})

const evidenceSheet = ({ evidence }: BriefingContent): Sheet => ({
  name: 'Evidence',
  widths: [14, 18, 80, 26, 44, 12],
  frozenRow: 1,
  rows: [
    heads('date (ISO)', 'date', 'what', 'where in the source', 'what it is for', 'disputed'),
    ...evidence.items.map((item) =>
      [
        item.isoDate,
        item.date,
        item.summary,
        item.locator,
        item.about,
        item.isDisputed ? 'yes' : 'no',
      ].map(text),
    ),
  ],
})

const provenanceSheet = ({ provenance: { fields }, sourceUrl }: BriefingContent): Sheet => ({
  name: 'Provenance',
  widths: [34, 90],
  frozenRow: 1,
  rows: [
    heads('Field', 'Value'),
    ...[
      ...fields.map(({ name, value }) => [name, value] as const),
      ...(sourceUrl === '' ? [] : [['Address of the source', sourceUrl] as const]),
    ].map(([name, value]) => [styled('label')(name), text(value)]),
  ],
})

/**
 * A workbook of a forecast: in words, all numbers, drivers, evidence and where it comes from.
 *
 * @param numbers the tidy table of all series
 */
export const writeXlsx = (
  content: BriefingContent,
  numbers: readonly (readonly Cell[])[],
): Uint8Array =>
  packWorkbook(
    [
      forecastSheet(content),
      numbersSheet(numbers),
      driversSheet(content),
      evidenceSheet(content),
      provenanceSheet(content),
    ],
    { title: content.title, createdAt: content.exportedAt },
  )
