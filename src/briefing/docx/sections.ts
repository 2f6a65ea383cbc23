import { HeadingLevel, Paragraph, type Table, TextRun } from 'docx'
import { type BriefingContent, METHOD_TITLE } from '../content'
import type { DriverLine } from '../driver-part'
import { fittingSize } from '../fit'
import { COLOUR } from '../look'
import { box, caveat, figure, heading, paragraphs, type ReportPicture, table } from './blocks'

type Block = Paragraph | Table

/** Numbers tables and figures in the order in which they are asked for. */
export interface Numbering {
  readonly table: (title: string) => string
  readonly figure: (title: string) => string
}

export function startNumbering(): Numbering {
  const counter = (name: string) => {
    let count = 0
    return (title: string): string => `${name} ${++count}. ${title}`
  }
  return { table: counter('Table'), figure: counter('Figure') }
}

/** In inches and points; a title that is long is set smaller. */
const titleOf = (title: string): Paragraph => {
  const points = fittingSize(title, 2, 6.6, [14, 12])
  const children = [new TextRun({ text: title, size: points * 2 })]
  return new Paragraph({ heading: HeadingLevel.TITLE, children })
}

type Pictures = readonly ReportPicture[]

const picturesOf = (kind: string, pictures: Pictures, number: Numbering): Block[] =>
  pictures
    .filter((picture) => picture.kind === kind)
    .flatMap((picture) => figure(picture, number.figure(`${picture.title}.`)))

export function openingSection(
  content: BriefingContent,
  pictures: Pictures,
  number: Numbering,
): Block[] {
  const { title, caseTitle, saysTime, source, headline, drivers } = content
  const { claim, band, bandNote, standing, reason } = headline
  return [
    titleOf(title.replaceAll('\n', ' ')),
    ...paragraphs(`${caseTitle}. ${saysTime} Source: ${source}.`, 'Quiet'),
    ...paragraphs(`${claim} ${band}`.trim(), 'Lead'),
    ...paragraphs([standing, reason].join(' ').trim()),
    ...paragraphs(bandNote, 'Quiet'),
    ...paragraphs(drivers.pointer),
    ...picturesOf('event', pictures, number),
  ]
}

export const summarySection = ({ summary }: BriefingContent): Block[] =>
  summary === '' ? [] : [heading('The scenario'), ...paragraphs(summary)]

export function conclusionSection(
  { conclusion }: BriefingContent,
  pictures: Pictures,
  number: Numbering,
): Block[] {
  const { title, heads, claims } = conclusion
  if (claims.length === 0) {
    return [
      heading('The article’s conclusion'),
      ...paragraphs('This case has no conclusion to hold the forecast against.'),
    ]
  }
  return [
    heading('The article’s conclusion'),
    ...table(
      number.table(`${title}.`),
      [
        { head: heads[0], share: 0.28 },
        { head: heads[1], share: 0.18 },
        { head: heads[2], share: 0.11, isNumber: true },
        { head: heads[3], share: 0.14, isNumber: true },
        { head: heads[4], share: 0.13 },
        { head: heads[5], share: 0.16 },
      ],
      claims.map((claim) => [
        { text: `${claim.statement}\n${claim.locator}`.trim() },
        { text: `${claim.wording}\n${claim.saysRange}` },
        { text: claim.saysForecast, isBold: true },
        { text: claim.saysBand },
        { text: claim.called },
        { text: claim.saysVerdict, isBold: true },
      ]),
    ),
    ...picturesOf('conclusion', pictures, number),
  ]
}

export const ladderSection = (
  { ladder }: BriefingContent,
  pictures: Pictures,
  number: Numbering,
): Block[] => [
  heading('Where it stands'),
  ...paragraphs(ladder.note),
  ...table(
    number.table(`${ladder.title}.`),
    [
      { head: 'Rung', share: 0.24 },
      { head: 'What it is', share: 0.42 },
      { head: 'Severity', share: 0.1, isNumber: true },
      { head: 'Forecast', share: 0.11, isNumber: true },
      { head: 'Judgment band', share: 0.13, isNumber: true },
    ],
    ladder.rungs
      .map((rung) => [
        { text: rung.label, isBold: true },
        { text: rung.description },
        { text: String(rung.severity) },
        { text: rung.saysForecast, isBold: true },
        { text: rung.saysBand },
      ])
      .reverse(),
  ),
  ...picturesOf('ladder', pictures, number),
]

export function whySection({ why }: BriefingContent, number: Numbering): Block[] {
  if (!why) return []
  return [
    heading('Why it differs from the article'),
    ...paragraphs(why.sentence),
    ...(why.rows.length === 0
      ? []
      : [
          ...table(
            number.table('What each driver adds to the article’s figure.'),
            [
              { head: 'Driver', share: 0.75 },
              { head: 'Adds', share: 0.25, isNumber: true },
            ],
            why.rows.map(({ label, saysContribution }) => [
              { text: label },
              { text: saysContribution },
            ]),
          ),
          ...paragraphs(why.note, 'Quiet'),
        ]),
    ...why.further.flatMap((each) => paragraphs(each)),
  ]
}

const courseOf = ({ saysTrend, shocks }: DriverLine): string =>
  [...(saysTrend === 'none' ? [] : [saysTrend]), ...shocks].join('\n') || '–'

const labelOf = ({ label, note }: DriverLine): string => (note === '' ? label : `${label}\n${note}`)

export const driverSection = ({ drivers }: BriefingContent, number: Numbering): Block[] => [
  heading('Drivers'),
  ...paragraphs(drivers.sentence),
  ...caveat(drivers.caveat),
  ...paragraphs(drivers.note, 'Quiet'),
  ...table(
    number.table('Drivers, here and in the article; values that differ are in bold.'),
    [
      { head: 'Driver', share: 0.3 },
      { head: 'Direction', share: 0.13 },
      { head: 'Article', share: 0.09, isNumber: true },
      { head: 'Here', share: 0.13, isNumber: true },
      { head: 'Weight', share: 0.12 },
      { head: 'Trend and shocks', share: 0.23 },
    ],
    drivers.lines.map((driver) => [
      { text: labelOf(driver) },
      { text: driver.saysRole },
      { text: driver.saysArticle },
      { text: driver.saysHere, isBold: driver.differs.intensity },
      { text: driver.saysWeight, isBold: driver.differs.weight },
      { text: courseOf(driver), isBold: driver.differs.course },
    ]),
  ),
]

export const evidenceSection = (
  { evidence, source, sourceUrl }: BriefingContent,
  number: Numbering,
): Block[] => [
  heading('Evidence and sources'),
  ...paragraphs(`Source: ${source}.${sourceUrl === '' ? '' : ` ${sourceUrl}`}`),
  ...paragraphs(evidence.sentences.join(' ')),
  ...(evidence.items.length === 0
    ? []
    : table(
        number.table('The evidence, from the oldest on.'),
        [
          { head: 'Date', share: 0.15 },
          { head: 'What', share: 0.43 },
          { head: 'In the source', share: 0.17 },
          { head: 'What it is for', share: 0.25 },
        ],
        evidence.items.map((item) => [
          { text: item.date },
          {
            text: item.isDisputed ? `Disputed: ${item.summary}` : item.summary,
            ...disputedLook(item),
          },
          { text: item.locator },
          { text: item.about },
        ]),
      )),
]

const disputedLook = ({ isDisputed }: { readonly isDisputed: boolean }) =>
  isDisputed ? { colour: COLOUR.up } : {}

export const closingSections = ({ method, provenance }: BriefingContent): Block[] => [
  heading(METHOD_TITLE),
  ...box(method),
  heading('Provenance', 2),
  ...provenance.fields.flatMap(({ name, said }) => paragraphs(`${name}: ${said}`, 'Fine')),
]
