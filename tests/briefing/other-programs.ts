import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { missingTools } from '../../scripts/test-tools.mjs'

/** Other programs that read the documents back. */

const missing = new Set(
  missingTools(process.env.PATH).map(({ command }: { readonly command: string }) => command),
)

type Program = 'soffice' | 'pdftotext' | 'pdfinfo' | 'xmllint'

const run = (program: Program, args: readonly string[]): string =>
  execFileSync(program, args, {
    ...{ encoding: 'utf8', maxBuffer: 1e8, timeout: 240_000 },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Why a test that needs these programs cannot run here; empty where it can. */
export const lacks = (...commands: readonly string[]): string => {
  const absent = commands.filter((command) => missing.has(command))
  return absent.length === 0 ? '' : `this system lacks ${absent.join(', ')}`
}

/** A folder for one run, with a profile of LibreOffice that its conversions share. */
export const workFolder = (): string => mkdtempSync(join(tmpdir(), 'brink-briefing-'))

/** Converts bytes with LibreOffice; the answer is the path of what came of it, or of each sheet. */
export function convert(
  folder: string,
  name: string,
  bytes: Uint8Array,
  to: string,
): readonly string[] {
  const before = new Set(readdirSync(folder))
  writeFileSync(join(folder, name), bytes)
  run('soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    ...['--headless', '--convert-to', to, '--outdir', folder, join(folder, name)],
  ])
  return readdirSync(folder)
    .filter((each) => !before.has(each) && each !== name && each !== 'profile')
    .map((each) => join(folder, each))
}

export const textOfPdf = (path: string): string => run('pdftotext', ['-layout', path, '-'])

/** The left, upper, right and lower end of every word, in points. */
export const wordsOfPdf = (path: string): number[][] => {
  const word = /xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">/g
  const words = run('pdftotext', ['-bbox', path, '-']).matchAll(word)
  return [...words].map(([, ...places]) => places.map(Number))
}

export const pagesOfPdf = (path: string): number =>
  Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', [path]))?.[1])

/** The values of an XPath in a part of a file. */
export const xpath = (folder: string, xml: Uint8Array, expression: string): string => {
  const path = join(folder, 'part.xml')
  writeFileSync(path, xml)
  return run('xmllint', ['--xpath', expression, path])
}

export const readText = (path: string): string => readFileSync(path, 'utf8')
