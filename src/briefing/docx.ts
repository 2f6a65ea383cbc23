import { Document, Footer, Packer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx'
import type { BriefingContent } from './content'
import { type ReportPicture, TEXT_WIDTH } from './docx/blocks'
import {
  closingSections,
  conclusionSection,
  driverSection,
  evidenceSection,
  ladderSection,
  openingSection,
  startNumbering,
  summarySection,
  whySection,
} from './docx/sections'
import { REPORT_STYLES } from './docx/styles'
import { shortened } from './fit'
import { COLOUR } from './look'

const A4 = { width: 11906, height: 16838 } as const
const MARGIN = (A4.width - TEXT_WIDTH) / 2

function footer({ title, asOf, provenance }: BriefingContent): Footer {
  const name = shortened(title.replaceAll('\n', ' '), 1, { width: 3.2, points: 8 })
  const sum =
    provenance.fields.find(({ name }) => name === 'SHA-256 of the scenario’s file')?.value ?? ''
  const look = { size: 16, color: COLOUR.quiet }
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun({ ...look, text: `${name}, as of ${asOf}. SHA-256 ${sum.slice(0, 12)}…` }),
          new TextRun({
            ...look,
            children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })
}

/**
 * A report for Word.
 *
 * @param pictures charts to be set among the text
 */
export async function writeDocx(
  content: BriefingContent,
  pictures: readonly ReportPicture[] = [],
): Promise<Uint8Array> {
  const number = startNumbering()
  const report = new Document({
    ...{ title: content.title, subject: content.caseTitle, creator: 'Brink' },
    lastModifiedBy: 'Brink',
    styles: REPORT_STYLES,
    sections: [
      {
        properties: {
          page: {
            size: A4,
            margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN, footer: 560 },
          },
        },
        footers: { default: footer(content) },
        children: [
          ...openingSection(content, pictures, number),
          ...conclusionSection(content, pictures, number),
          ...summarySection(content),
          ...ladderSection(content, pictures, number),
          ...whySection(content, number),
          ...driverSection(content, number),
          ...evidenceSection(content, number),
          ...closingSections(content),
        ],
      },
    ],
  })
  return await Packer.pack(report, 'uint8array')
}
