import { AFRelationship, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { type Bytes, utf8Bytes } from './bytes'
import { type Described, describeExport } from './described'
import type { ExportRecord } from './provenance'
import { writeRecord } from './record-text'
import { escapeXml } from './xml-record'

/** How many pages a PDF document has. */
export const pagesOfPdf = async (pdf: Uint8Array): Promise<number> =>
  (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount()

/**
 * A PDF document with its origin in the Info dictionary and as XMP, and with two attached
 * files: the scenario for a person, and the record for Brink.
 */
export async function embedInPdf(pdf: Uint8Array, record: ExportRecord): Promise<Bytes> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const described = describeExport(record.provenance)
  const { context, catalog } = document
  writeInfo(document, described)
  const xmp = context.stream(utf8Bytes(writeXmp(described)), { Type: 'Metadata', Subtype: 'XML' })
  catalog.set(PDFName.of('Metadata'), context.register(xmp))
  const date = new Date(described.created)
  const attached = { mimeType: 'application/json', creationDate: date, modificationDate: date }
  await document.attach(utf8Bytes(record.scenarioText), 'scenario.brink', {
    ...attached,
    description: 'The scenario that this was made from',
    afRelationship: AFRelationship.Source,
  })
  await document.attach(utf8Bytes(await writeRecord(record)), 'brink-export.json', {
    ...attached,
    description: 'By which Brink opens the scenario again',
    afRelationship: AFRelationship.Data,
  })
  return new Uint8Array(await document.save())
}

function writeInfo(document: PDFDocument, described: Described): void {
  const date = new Date(described.created)
  document.setTitle(described.title)
  document.setAuthor(described.creator)
  document.setSubject(described.description)
  document.setCreator(described.creator)
  document.setProducer(described.creator)
  document.setCreationDate(date)
  document.setModificationDate(date)
}

const alternative = (name: string, text: string): string =>
  `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></${name}>`

const writeXmp = ({ title, creator, description, source, created }: Described): string =>
  [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    '<dc:format>application/pdf</dc:format>',
    alternative('dc:title', title),
    alternative('dc:description', description),
    `<dc:creator><rdf:Seq><rdf:li>${escapeXml(creator)}</rdf:li></rdf:Seq></dc:creator>`,
    `<dc:source>${escapeXml(source)}</dc:source>`,
    `<xmp:CreateDate>${created}</xmp:CreateDate><xmp:ModifyDate>${created}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>${escapeXml(creator)}</xmp:CreatorTool>`,
    `<pdf:Producer>${escapeXml(creator)}</pdf:Producer>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n')
