import { HeadingLevel, Paragraph, type Table, TextRun } from 'docx'
import type { BriefingContent } from '../content'
import type { DriverLine } from '../driver-part'
import { fittingSize } from '../fit'
import { COLOUR } from '../look'
import { box, figure, heading, paragraphs, type ReportPicture, table } from './blocks'

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
  const points = fittingSize(title, 2, 6.6, [22, 18, 15, 12])
  const children = [new TextRun({ text: title, size: points * 2 })]
  return new Paragraph({ heading: HeadingLevel.TITLE, children })
}

export function openingSection(content: BriefingContent): Block[] {
  const { title, caseTitle, saysTime, source, summary, headline } = content
  const { claim, band, bandNote, standing, reason } = headline
  return [
    titleOf(title.replaceAll('\n', ' ')),
    ...paragraphs(`${caseTitle}. ${saysTime} Source: ${source}.`, 'Quiet'),
    ...paragraphs(summary),
    heading('In short'),
    ...paragraphs(`${claim} ${band}`.trim(), 'Lead'),
    ...paragraphs([standing, reason].join(' ').trim()),
    ...paragraphs(bandNote, 'Quiet'),
  ]
}

export function conclusionSection({ conclusion }: BriefingContent, number: Numbering): Block[] {
  const { title, yardstick, claims } = conclusion
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
        { head: 'The article says', share: 0.3 },
        { head: 'in the word', share: 0.17 },
        { head: 'forecast', share: 0.11, isNumber: true },
        { head: 'judgment band', share: 0.13, isNumber: true },
        { head: `in ${yardstick}`, share: 0.13 },
        { head: 'verdict', share: 0.16 },
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
  ]
}

export const ladderSection = ({ ladder }: BriefingContent, number: Numbering): Block[] => [
  heading('Where it stands'),
  ...table(
    number.table(`${ladder.title}.`),
    [
      { head: 'Rung', share: 0.24 },
      { head: 'what it is', share: 0.42 },
      { head: 'severity', share: 0.1, isNumber: true },
      { head: 'forecast', share: 0.1, isNumber: true },
      { head: 'judgment band', share: 0.14, isNumber: true },
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
]

export const pictureSection = (pictures: readonly ReportPicture[], number: Numbering): Block[] =>
  pictures.length === 0
    ? []
    : [
        heading('Charts'),
        ...pictures.flatMap((picture) => figure(picture, number.figure(`${picture.title}.`))),
      ]

export function whySection({ why }: BriefingContent, number: Numbering): Block[] {
  if (!why) return []
  return [
    heading('Why it differs from the article'),
    ...paragraphs(why.sentence),
    ...(why.contributions.length === 0
      ? []
      : table(
          number.table('What each driver adds to the article’s figure.'),
          [
            { head: 'Driver', share: 0.75 },
            { head: 'adds', share: 0.25, isNumber: true },
          ],
          why.contributions.map(({ label, saysContribution }) => [
            { text: label },
            { text: saysContribution },
          ]),
        )),
    ...paragraphs(why.note, 'Quiet'),
    ...why.further.flatMap((each) => paragraphs(each)),
  ]
}

const furtherOf = (driver: DriverLine): string =>
  [
    `weight ${driver.saysWeight}${driver.hasOwnWeight ? ', the analyst’s own' : ''}`,
    ...(driver.saysTrend === 'none' ? [] : [`trend ${driver.saysTrend}`]),
    ...driver.shocks,
    ...(driver.note === '' ? [] : [driver.note]),
  ].join('\n')

export const driverSection = ({ drivers }: BriefingContent, number: Numbering): Block[] => [
  heading('Drivers'),
  ...paragraphs([drivers.sentence, drivers.strains].join(' ').trim()),
  ...paragraphs(drivers.note, 'Quiet'),
  ...table(
    number.table('Drivers, here and in the article; those that differ are in bold.'),
    [
      { head: 'Driver', share: 0.28 },
      { head: 'direction', share: 0.13 },
      { head: 'article', share: 0.09, isNumber: true },
      { head: 'here', share: 0.15, isNumber: true },
      { head: 'weight, trend, shocks, note', share: 0.35 },
    ],
    drivers.lines.map((driver) => [
      { text: driver.label, isBold: driver.isChanged },
      { text: driver.saysRole },
      { text: driver.saysArticle },
      { text: driver.saysHere, isBold: driver.isChanged },
      { text: furtherOf(driver) },
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
          { head: 'in the source', share: 0.17 },
          { head: 'what it is for', share: 0.25 },
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

export const closingSections = (
  { method, provenance }: BriefingContent,
  number: Numbering,
): Block[] => [
  heading('Method'),
  ...box(method),
  heading('Provenance'),
  ...table(
    number.table('Where this report comes from.'),
    [
      { head: 'Field', share: 0.24 },
      { head: 'Value', share: 0.76 },
    ],
    provenance.fields.map(([name, value]) => [{ text: name, isBold: true }, { text: value }]),
  ),
]
