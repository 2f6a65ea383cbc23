import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { type PolicedFormat, policedFormats } from '../ipc/contract'

const policySchema = z.strictObject({
  /** In which the bundled scenarios come; scenarios in files keep their own. */
  yardstick: z.enum(['icd-203', 'phia', 'ipcc']).optional(),
  /** Where dialogs begin; `~/` is the user’s own folder. */
  folder: z
    .string()
    .max(4096)
    .refine((path) => path.startsWith('~/') || isAbsolute(path), 'a whole path, or one from ~/')
    .optional(),
  exportFormats: z.array(z.enum(policedFormats)).optional(),
})

export type Policy = Readonly<z.infer<typeof policySchema>>

export interface ReadPolicy {
  readonly path: string
  readonly policy: Policy
  /** Why the file could not be taken at its word; then nothing may be exported. */
  readonly problem?: string
}

const LARGEST = 64 * 1024

/** Where an administrator lays down what holds for everyone on this machine. */
export function policyPath(platform: NodeJS.Platform, programData = 'C:\\ProgramData'): string {
  if (platform === 'win32') return `${programData}\\Brink\\policy.json`
  if (platform === 'darwin') return '/Library/Application Support/Brink/policy.json'
  return '/etc/brink/policy.json'
}

/**
 * Reads the policy of the machine; without a file everything is allowed. A file that is not
 * as it should be is one that someone meant something by: until it is mended nothing is exported.
 */
export function readPolicy(path: string): ReadPolicy {
  let text: string
  try {
    text = readBounded(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return { path, policy: {} }
    return refused(path, 'it cannot be read')
  }
  try {
    const read = policySchema.safeParse(JSON.parse(text))
    return read.success ? { path, policy: read.data } : refused(path, sayPlace(read.error))
  } catch {
    return refused(path, 'it is not JSON')
  }
}

const refused = (path: string, problem: string): ReadPolicy => ({
  path,
  policy: { exportFormats: [] },
  problem,
})

function sayPlace({ issues }: z.ZodError): string {
  const [first] = issues
  if (first?.code === 'unrecognized_keys') return `there is no setting ${first.keys.join(', ')}`
  const place = first?.path.join('.') ?? ''
  return place === '' ? 'it is no list of settings' : `${place} is not one of what it may be`
}

function readBounded(path: string): string {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const kind = fstatSync(file)
    if (!kind.isFile() || kind.size > LARGEST) throw new Error('no file of settings')
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } finally {
    closeSync(file)
  }
}

/** The folder where dialogs begin, with the user’s own put in; undefined where none is laid down. */
export const policyFolder = ({ folder }: Policy, home: string): string | undefined =>
  folder?.startsWith('~/') ? join(home, folder.slice(2)) : folder

export const allowedFormats = ({ exportFormats }: Policy): readonly PolicedFormat[] =>
  exportFormats ?? policedFormats

/** Why something may not leave in these forms, for a person; undefined if it may. */
export function whyNotExported(
  { policy, path, problem }: ReadPolicy,
  formats: readonly PolicedFormat[],
): string | undefined {
  const allowed = allowedFormats(policy)
  const refusedOnes = [...new Set(formats)].filter((format) => !allowed.includes(format))
  if (refusedOnes.length === 0) return undefined
  if (problem)
    return `Nothing is exported on this machine until its policy (${path}) is mended: ${problem}.`
  const names = refusedOnes.map((format) => format.toUpperCase()).join(', ')
  return `The policy of this machine (${path}) does not allow exports as ${names}.`
}
