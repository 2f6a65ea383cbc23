import type { Cell } from '../../../briefing/cell'
import { stampedTable, withStamp } from '../../../briefing/csv'
import {
  describeLibrary,
  type LibraryOrigin,
  type LibrarySource,
  libraryLines,
  libraryStamp,
} from '../../../provenance/library'
import { describePng, embedInPng } from '../../../provenance/png'
import {
  type ExportRecord,
  type ExportSource,
  exportRecord,
  type Provenance,
  provenanceLines,
} from '../../../provenance/provenance'
import { describeSvg, embedInSvg } from '../../../provenance/svg'

/** What a chart is of: a run of a scenario, or something that ships and knows of none. */
export type ChartSource = ExportSource | LibrarySource

/** What an export carries: the scenario that it was made from, or what it is where there is none. */
export type ExportOrigin =
  | { readonly kind: 'scenario'; readonly record: ExportRecord }
  | { readonly kind: 'library'; readonly library: LibraryOrigin }

export async function exportOrigin(
  source: ChartSource,
  by: Pick<Provenance, 'appVersion' | 'exportedAt'>,
): Promise<ExportOrigin> {
  return 'scenario' in source
    ? { kind: 'scenario', record: await exportRecord(source, by) }
    : { kind: 'library', library: { ...source, ...by } }
}

/** In lines for the foot of a picture or a table. */
export const originLines = (origin: ExportOrigin): readonly string[] =>
  origin.kind === 'scenario'
    ? provenanceLines(origin.record.provenance)
    : libraryLines(origin.library)

/** A table of which every row says where it comes from. */
export const stampedBy = (
  table: readonly (readonly Cell[])[],
  origin: ExportOrigin,
): (readonly Cell[])[] =>
  origin.kind === 'scenario'
    ? stampedTable(table, origin.record.provenance)
    : withStamp(table, libraryStamp(origin.library))

export const svgFrom = async (svg: string, origin: ExportOrigin): Promise<string> =>
  origin.kind === 'scenario'
    ? embedInSvg(svg, origin.record)
    : describeSvg(svg, describeLibrary(origin.library))

export const pngFrom = async (
  png: Uint8Array,
  origin: ExportOrigin,
): Promise<Uint8Array<ArrayBuffer>> =>
  origin.kind === 'scenario'
    ? embedInPng(png, origin.record)
    : describePng(png, describeLibrary(origin.library))
