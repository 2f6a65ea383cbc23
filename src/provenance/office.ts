import { type Unzipped, unzipSync, zipSync } from 'fflate/browser'
import { type Bytes, utf8Bytes, utf8Text } from './bytes'
import { type Described, describeExport } from './described'
import type { ExportRecord, Provenance } from './provenance'
import { writeRecord } from './record-text'
import { escapeXml, recordElement } from './xml-record'

/** A part of an office document, and how the document is told of it. */
interface Part {
  readonly path: string
  readonly xml: string
  /** None where it is XML and nothing more. */
  readonly contentType?: string
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = '[Content_Types].xml'
const ROOT_RELATIONS = '_rels/.rels'
const CORE_RELATION = `${PACKAGE}/relationships/metadata/core-properties`
const EXTENDED_RELATION = `${OFFICE}/relationships/extended-properties`
const CUSTOM_RELATION = `${OFFICE}/relationships/custom-properties`

/**
 * A spreadsheet, slides or a text document that Brink has made, with its origin as document
 * properties and the record as a part of custom XML, which office programs keep on saving.
 */
export async function embedInOffice(document: Uint8Array, record: ExportRecord): Promise<Bytes> {
  const files = unzipSync(document)
  const described = describeExport(record.provenance)
  const core = relatedPath(files, ROOT_RELATIONS, CORE_RELATION, 'docProps/core.xml')
  const extended = relatedPath(files, ROOT_RELATIONS, EXTENDED_RELATION, 'docProps/app.xml')
  const custom = relatedPath(files, ROOT_RELATIONS, CUSTOM_RELATION, 'docProps/custom.xml')
  addPart(files, {
    path: core,
    xml: coreProperties(described),
    contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
  })
  addPart(files, {
    path: extended,
    xml: extendedProperties(described),
    contentType: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  })
  addPart(files, {
    path: custom,
    xml: customProperties(record.provenance),
    contentType: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
  })
  addRecord(files, await writeRecord(record), record.provenance.scenarioSha256)
  return new Uint8Array(zipSync(files, { mtime: described.created }))
}

function addRecord(files: Unzipped, recordText: string, sum: string): void {
  const number = freeNumber(files)
  const main = relatedPath(files, ROOT_RELATIONS, `${OFFICE}/relationships/officeDocument`)
  const item = `customXml/item${number}.xml`
  const properties = `itemProps${number}.xml`
  addPart(files, { path: item, xml: XML + recordElement(recordText) })
  addPart(files, {
    path: `customXml/${properties}`,
    xml: itemProperties(sum),
    contentType: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
  })
  const up = '../'.repeat(main.split('/').length - 1)
  relate(files, relationsOf(main), `${OFFICE}/relationships/customXml`, `${up}${item}`)
  relate(files, relationsOf(item), `${OFFICE}/relationships/customXmlProps`, properties)
}

function freeNumber(files: Unzipped): number {
  for (let number = 1; ; number++) if (!(`customXml/item${number}.xml` in files)) return number
}

const relationsOf = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels')

const textOf = (files: Unzipped, path: string): string => {
  const content = files[path]
  if (!content) throw new Error(`an office document without ${path}`)
  return utf8Text(content)
}

function addPart(files: Unzipped, { path, xml, contentType }: Part): void {
  files[path] = utf8Bytes(xml)
  const types = textOf(files, TYPES)
  const isPlain = contentType === undefined && types.includes('Extension="xml"')
  if (isPlain || types.includes(`PartName="/${path}"`)) return
  const type = contentType ?? 'application/xml'
  const override = `<Override PartName="/${path}" ContentType="${type}"/>`
  files[TYPES] = utf8Bytes(types.replace('</Types>', `${override}</Types>`))
}

/** The part that another is related to so; where there is none and a path is given, it is made so. */
function relatedPath(files: Unzipped, relations: string, type: string, path?: string): string {
  const tags = textOf(files, relations).match(/<Relationship\s[^>]*>/g) ?? []
  const tag = tags.find((each) => each.includes(`Type="${type}"`))
  const target = tag && /Target="\/?([^"]*)"/.exec(tag)?.[1]
  if (target !== undefined) return target
  if (path === undefined) throw new Error('an office document without a main part')
  relate(files, relations, type, path)
  return path
}

function relate(files: Unzipped, relations: string, type: string, target: string): void {
  const before = files[relations]
    ? textOf(files, relations).replace(
        /<Relationships([^>]*)\/>/,
        '<Relationships$1></Relationships>',
      )
    : `${XML}<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`
  let number = 1
  while (before.includes(`Id="brink${number}"`)) number++
  const relation = `<Relationship Id="brink${number}" Type="${type}" Target="${target}"/>`
  files[relations] = utf8Bytes(before.replace('</Relationships>', `${relation}</Relationships>`))
}

/**
 * Which program has made it, instead of the one that a library gives itself out as. The
 * format’s own field for a version takes two numbers and no more, so it stands in the name.
 */
const extendedProperties = ({ creator }: Described): string =>
  `${XML}<Properties xmlns="${OFFICE}/extended-properties"><Application>${escapeXml(creator)}</Application></Properties>`

const coreProperties = ({ title, subject, creator, description, created }: Described): string =>
  [
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${escapeXml(title)}</dc:title>`,
    `<dc:subject>${escapeXml(subject)}</dc:subject>`,
    `<dc:creator>${escapeXml(creator)}</dc:creator>`,
    `<dc:description>${escapeXml(description)}</dc:description>`,
    `<cp:lastModifiedBy>${escapeXml(creator)}</cp:lastModifiedBy>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${toSecond(created)}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${toSecond(created)}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('')

/** Some office programs take no fraction of a second. */
const toSecond = (iso: string): string => iso.replace(/\.\d+/, '')

/** What each field is called in the list of a document’s properties. */
const PROPERTY_NAMES: Readonly<Record<keyof Provenance, string>> = {
  title: 'Brink title',
  scenarioSha256: 'Brink scenario SHA-256',
  caseTitle: 'Brink case',
  asOf: 'Brink as of',
  source: 'Brink held against',
  yardstick: 'Brink yardstick',
  draws: 'Brink draws',
  seed: 'Brink seed',
  engineVersion: 'Brink engine',
  appVersion: 'Brink version',
  exportedAt: 'Brink exported at',
}

/** In characters, of which office programs take no more; the record has all of them. */
const LONGEST_PROPERTY = 255

const isField = (name: string): name is keyof Provenance => name in PROPERTY_NAMES

function customProperties(provenance: Provenance): string {
  const properties = Object.keys(PROPERTY_NAMES)
    .filter(isField)
    .map((field, index) => {
      // The first two numbers are reserved.
      const head = `fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${PROPERTY_NAMES[field]}"`
      const text = String(provenance[field]).slice(0, LONGEST_PROPERTY)
      const value = `<vt:lpwstr>${escapeXml(text)}</vt:lpwstr>`
      return `<property ${head}>${value}</property>`
    })
  return `${XML}<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">${properties.join('')}</Properties>`
}

/** A part of custom XML has an id; the same record always has the same. */
function itemProperties(sum: string): string {
  const id = sum.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5').toUpperCase()
  return `${XML}<ds:datastoreItem ds:itemID="{${id}}" xmlns:ds="${OFFICE}/customXml"><ds:schemaRefs/></ds:datastoreItem>`
}
