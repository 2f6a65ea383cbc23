import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { quarantine } from './quarantine'
import { LARGEST_FILE, readTextFile } from './read-file'

const MAGIC = 'brink-checked-1'
const HEAD = new RegExp(`^${MAGIC} ([0-9a-f]{64})\n`)

const sumOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** The text under a line by which it can be told later whether all of it is still there. */
export const sealed = (text: string): string => `${MAGIC} ${sumOf(text)}\n${text}`

/** The text that was sealed, if it is still the same in every character. */
export function unsealed(content: string): string | undefined {
  const head = HEAD.exec(content)
  if (!head) return undefined
  const text = content.slice(head[0].length)
  return sumOf(text) === head[1] ? text : undefined
}

/** A record as a sealed text; throws for one that is larger than what can be read again. */
export function sealedRecord(record: object): string {
  const content = sealed(JSON.stringify(record))
  if (Buffer.byteLength(content) <= LARGEST_FILE) return content
  throw Object.assign(new Error('more than could be read again'), { code: 'EFBIG' })
}

/**
 * The record in a sealed file; undefined where there is no such file. One that is damaged,
 * or is no such record, is put aside and answered with null.
 */
export async function readSealed<T>(
  path: string,
  schema: z.ZodType<T>,
): Promise<T | null | undefined> {
  const read = await readTextFile(path)
  if (!read.ok && read.failure === 'not-found') return undefined
  const text = read.ok ? unsealed(read.text) : undefined
  const parsed = schema.safeParse(text === undefined ? undefined : parseJson(text))
  if (parsed.success) return parsed.data
  await quarantine(path)
  return null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
