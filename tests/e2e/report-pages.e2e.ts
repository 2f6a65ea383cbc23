import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingTools } from '../../scripts/test-tools.mjs'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { FULL, fullCase, WRITINGS } from '../briefing/full-case'
import { expect, root, test } from './fixtures/brink'
import { brink } from './fixtures/command'

const lacking = missingTools(process.env.PATH).map(({ command }) => command)
const missing = ['pdftotext', 'pdfinfo'].filter((command) => lacking.includes(command))

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1e8 })
const pagesOf = (pdf: string): number => Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', pdf))?.[1])
/** In one line, without the marks that turn the direction of writing. */
const textOf = (pdf: string): string =>
  run('pdftotext', pdf, '-')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')

/** What `said` is followed by: how many more there are. */
const moreAfter = (text: string, said: string): number => {
  const from = text.slice(text.indexOf(said) + said.length)
  const [, more] =
    /^ ([\d,]+) more (?:is|are) in the scenario attached to this file\./.exec(from) ?? []
  return Number(more?.replaceAll(',', ''))
}
const namesIn = (text: string, name: string): number =>
  new Set(text.match(new RegExp(`${name}-\\d+`, 'g'))).size

test('the report of the fullest case is of four pages, however it is written', async ({
  folder,
}) => {
  test.skip(missing.length > 0, `this host lacks ${missing.join(', ')}`)
  test.setTimeout(240_000)
  const files = WRITINGS.map((writing, index) => {
    const file = join(folder, `full-${index}.brink`)
    writeFileSync(file, serializeScenario(fullCase(writing, FULL)))
    return file
  })
  const out = join(folder, 'out')
  const { status, error } = await brink('export', ...files, '--to', out, '--format', 'pdf')
  expect(error).not.toContain('failed')
  expect(status).toBe(0)
  for (const [index, { name }] of WRITINGS.entries()) {
    const pdf = join(out, `full-${index}.pdf`)
    expect(pagesOf(pdf), name).toBe(4)
    const text = textOf(pdf)
    const claims = moreAfter(text, 'Listed are the claims that the forecast bears out least.')
    const drivers = moreAfter(text, 'Listed are the drivers that differ most from the article.')
    const evidence = moreAfter(
      text,
      'Listed are the items that are disputed or counted, then the newest.',
    )
    expect(namesIn(text, 'Claim') + claims, name).toBe(FULL.claims)
    // The weight stands on the row of each driver.
    expect((text.match(/1\.1–1\.4/g) ?? []).length + drivers, name).toBe(FULL.drivers)
    expect(namesIn(text, 'Item') + evidence, name).toBe(FULL.evidence)
    // 18 mm are 51 points, less a space that hangs over; the foot stands below what is set.
    const words = run('pdftotext', '-bbox', pdf, '-').matchAll(
      /xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">/g,
    )
    const astray = [...words].filter(([, ...place]) => {
      const [left = 0, top = 0, right = 0, bottom = 0] = place.map(Number)
      const isAcross = bottom > 842 - 56 && top < 842 - 56
      return left < 50 || right > 595.3 - 48 || isAcross
    })
    expect(astray, name).toEqual([])
  }
})

test('the reports of the bundled cases leave nothing out', async ({ folder }) => {
  test.skip(missing.length > 0, `this host lacks ${missing.join(', ')}`)
  test.setTimeout(240_000)
  const bundled = readdirSync(join(root, 'scenarios'))
    .filter((name) => name.endsWith('.brink'))
    .map((name) => join(root, 'scenarios', name))
  const { status } = await brink('export', ...bundled, '--to', folder, '--format', 'pdf')
  expect(status).toBe(0)
  const reports = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
  expect(reports).toHaveLength(bundled.length)
  for (const name of reports) {
    expect(pagesOf(join(folder, name)), name).toBeLessThanOrEqual(4)
    const text = textOf(join(folder, name))
    expect(text).not.toMatch(/ more (?:is|are) in the scenario/)
    // The sum of the scenario is shortened on purpose, and nothing else.
    expect(text.replace(/SHA-256 [0-9a-f]{12}…/, '')).not.toContain('…')
  }
})
