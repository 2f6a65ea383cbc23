import { utf8Text } from './bytes'
import { type Described, describeExport } from './described'
import type { FoundRecord } from './found-record'
import type { ExportRecord } from './provenance'
import { writeRecord } from './record-text'
import { escapeXml, findRecordElement, recordElement } from './xml-record'

/** An SVG picture with its origin as Dublin Core and the record, in a `metadata` element. */
export async function embedInSvg(svg: string, record: ExportRecord): Promise<string> {
  const described = dublinCore(describeExport(record.provenance))
  return withMetadata(svg, `${described}${recordElement(await writeRecord(record))}`)
}

/** The same for a picture that was made from no scenario, and so holds none. */
export const describeSvg = (svg: string, described: Described): string =>
  withMetadata(svg, dublinCore(described))

function withMetadata(svg: string, metadata: string): string {
  const at = endOfRootTag(svg)
  return `${svg.slice(0, at)}<metadata>${metadata}</metadata>${svg.slice(at)}`
}

export const findInSvg = (bytes: Uint8Array): FoundRecord => findRecordElement(utf8Text(bytes))

const dublinCore = ({ title, creator, description, source, created }: Described): string =>
  [
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#">',
    '<cc:Work rdf:about="">',
    '<dc:format>image/svg+xml</dc:format>',
    `<dc:title>${escapeXml(title)}</dc:title>`,
    // Drawing programs look for the name of a creator here.
    `<dc:creator><cc:Agent><dc:title>${escapeXml(creator)}</dc:title></cc:Agent></dc:creator>`,
    `<dc:date>${escapeXml(created)}</dc:date>`,
    `<dc:description>${escapeXml(description)}</dc:description>`,
    `<dc:source>${escapeXml(source)}</dc:source>`,
    '</cc:Work></rdf:RDF>',
  ].join('')

/** Past the `>` of the root's start tag, over those in its attributes. */
function endOfRootTag(svg: string): number {
  let quote: string | undefined
  for (let at = svg.search(/<svg[\s>]/); at >= 0 && at < svg.length; at++) {
    const character = svg[at]
    if (quote !== undefined) {
      if (character === quote) quote = undefined
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>' && svg[at - 1] !== '/') return at + 1
  }
  throw new Error('an SVG picture without an open root element')
}
