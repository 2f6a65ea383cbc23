import { startsWith, utf8Text } from './bytes'
import { BROKEN, type FoundRecord } from './found-record'
import type { Budget } from './inflate'
import { findInOffice } from './office-record'
import { findInPdf } from './pdf-record'
import { findInPng } from './png'
import { LONGEST_RECORD, type ReadRecord, readRecord } from './record-text'
import { findInSvg } from './svg'

/** What a file from anywhere carries. */
export type Embedded = ReadRecord | { readonly kind: 'none' }

type ExportKind = 'svg' | 'png' | 'pdf' | 'office'

/** In bytes; nothing that Brink exports comes near it. */
export const LARGEST_EXPORT = 64 * 1024 * 1024

/** How much of a file’s beginning tells what it is, in bytes. */
export const KIND_REACH = 64 * 1024

/** By its first bytes and never by its name; undefined for what could be no export. */
export function exportKind(start: Uint8Array): ExportKind | undefined {
  if (startsWith(start, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (startsWith(start, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf'
  if (startsWith(start, [0x50, 0x4b, 3, 4])) return 'office'
  const text = utf8Text(start.subarray(0, KIND_REACH)).trimStart()
  return text.startsWith('<') && text.includes('<svg') ? 'svg' : undefined
}

const FINDERS: Readonly<Record<ExportKind, (bytes: Uint8Array, budget: Budget) => FoundRecord>> = {
  svg: findInSvg,
  png: findInPng,
  pdf: findInPdf,
  office: findInOffice,
}

/**
 * The record in the bytes of a file that may be anything. Never throws, and takes time and
 * memory that grow with the file and no faster.
 */
export async function readEmbedded(bytes: Uint8Array): Promise<Embedded> {
  const kind = exportKind(bytes)
  if (!kind) return { kind: 'none' }
  const found =
    bytes.length > LARGEST_EXPORT ? BROKEN : FINDERS[kind](bytes, { left: LONGEST_RECORD })
  switch (found.kind) {
    case 'none':
      return found
    case 'broken':
      return { kind: 'damaged', reason: 'unreadable' }
    case 'text':
      return readRecord(found.text)
  }
}
