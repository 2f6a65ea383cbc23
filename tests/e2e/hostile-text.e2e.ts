import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, root, scenarioPath, test } from './fixtures/brink'
import type { Workbench } from './pages/workbench'

/** A file whose every text tries to be more than text. */

const RUN = 'window.__hit=1'
const PAYLOAD = `<img src=x onerror="${RUN}"><script>${RUN}</script>"><svg onload=${RUN}>]]>{{constructor}}`
/** Everything after it would be read from right to left. */
const TURN = '\u202e'
const NOT_XML = '\uffff'
const FIXED = new Set([
  'format',
  'id',
  'asOf',
  'date',
  'role',
  'from',
  'to',
  'kind',
  'rung',
  'state',
])
const FIXED_LISTS = new Set([
  'response',
  'actsOn',
  'bearsOn',
  'drivers',
  'disputed',
  'counts',
  'yardstick',
])

/** The value with the payload in every text that is not a name of something. */
function poisoned(value: unknown, field = ''): unknown {
  if (typeof value === 'string') {
    if (FIXED.has(field) || FIXED_LISTS.has(field)) return value
    if (field === 'url') return `javascript:${RUN}`
    return `=${value.slice(0, 60)} ${PAYLOAD}${TURN}${NOT_XML}`
  }
  if (Array.isArray(value)) return value.map((item) => poisoned(item, field))
  if (typeof value !== 'object' || value === null) return value
  if (field === 'reference') return value
  const entries = Object.entries(value).map(([key, item]) => [key, poisoned(item, key)])
  const copy = Object.fromEntries(entries)
  return 'wording' in copy ? { ...copy, range: copy.range ?? [0.2, 0.45] } : copy
}

function hostileFile(folder: string): string {
  const path = join(folder, 'hostile.brink')
  const file = JSON.parse(readFileSync(scenarioPath('baseline'), 'utf8'))
  const [first] = file.case.drivers
  Object.assign(file.case.source, { url: 'u', language: 'l' })
  Object.assign(file.judgment.drivers[first.id], {
    note: 'n',
    shocks: [{ month: 1, change: 0.1, label: 's' }],
  })
  writeFileSync(path, JSON.stringify(poisoned(file)))
  return path
}

/** Texts of the program's own that something before them has turned round. */
const turnedTexts = (page: Page): Promise<string[]> =>
  page.evaluate((turn) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const turned: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? ''
      // What the program says after a text that turns, or all of it where there is none.
      const from = text.lastIndexOf(turn) + 1
      const at = from + text.slice(from).search(/[a-z]{3}/i)
      if (at < from) continue
      const left = (offset: number): DOMRect => {
        const range = document.createRange()
        range.setStart(node, offset)
        range.setEnd(node, offset + 1)
        return range.getBoundingClientRect()
      }
      const [first, third] = [left(at), left(at + 2)]
      if (first.width > 0 && first.top === third.top && first.left > third.left) turned.push(text)
    }
    return turned
  }, TURN)

const ran = (page: Page): Promise<boolean> => page.evaluate(() => '__hit' in window)

/** What a picture holds that no picture may, as the page's own parser of XML reads it. */
function faultsIn(text: string): string[] {
  const picture = new DOMParser().parseFromString(text, 'image/svg+xml')
  const allowed = /^(svg|g|defs|clipPath|path|rect|circle|line|text|tspan|title|desc)$/
  // Where it comes from, in namespaces that no browser acts on.
  const described =
    /^(metadata|RDF|Work|format|title|creator|Agent|date|description|source|export|record)$/
  return [...picture.querySelectorAll('*')].flatMap((element) => [
    ...((element.closest('metadata') ? described : allowed).test(element.localName)
      ? []
      : [element.localName]),
    ...[...element.attributes]
      .filter(({ name, value }) => /^on|href|^style$/i.test(name) || /url\((?!#)/.test(value))
      .map(({ name }) => `${element.localName}.${name}`),
  ])
}

/** On an empty page, since Brink's own lets nothing be parsed that could hold a script. */
const faultsOf = (app: ElectronApplication, svg: string): Promise<string[]> =>
  app.evaluate(
    async ({ BrowserWindow }, script) => {
      const reader = new BrowserWindow({ show: false, frame: false })
      await reader.loadURL('about:blank')
      const faults = await reader.webContents.executeJavaScript(script)
      reader.destroy()
      return faults
    },
    `(${faultsIn})(${JSON.stringify(svg)})`,
  )

const SCREENS = ['Forecast', 'Why', 'Compare', 'Evidence', 'Base rates', 'Track record', 'Case']

/** The charts of the screen in view, each written as a picture and as numbers. */
async function exportAll(workbench: Workbench, screen: string, folder: string) {
  const { page } = workbench
  const names = await page.getByRole('button', { name: /^Export: / }).all()
  const written: { svg: string; csv: string }[] = []
  for (const [index, button] of names.entries()) {
    const pair = { svg: '', csv: '' }
    for (const format of ['svg', 'csv'] as const) {
      const name = `${screen}-${index}.${format}`
      const path = join(folder, name)
      await workbench.answerSaveDialog(path)
      await button.click()
      await page.getByLabel(new RegExp(`^${format}`, 'i')).check()
      await page.getByRole('button', { name: /^Export (PNG|SVG|CSV)…$/ }).click()
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(page.getByText(`Exported to ${name}.`)).toBeVisible()
      pair[format] = readFileSync(path, 'utf8')
    }
    written.push(pair)
  }
  return written
}

test('markup and turned text in every field is only text, on every screen and in every export', async ({
  workbench,
  folder,
}) => {
  test.setTimeout(180_000)
  const { page } = workbench
  await workbench.answerOpenDialog(hostileFile(folder))
  await workbench.command('open')
  await expect(workbench.documentTitle).toContainText(PAYLOAD)
  const address = page.url()
  page.on('dialog', () => workbench.problems.push('a dialog was opened'))
  expect(await turnedTexts(page)).toEqual([])
  await page.evaluate((turn) => {
    const paragraph = document.createElement('p')
    paragraph.id = 'turned'
    paragraph.append(`a${turn}`, 'would be found')
    document.body.prepend(paragraph)
  }, TURN)
  expect(await turnedTexts(page)).toEqual(['would be found'])
  await page.evaluate(() => document.getElementById('turned')?.remove())
  let exported = 0
  for (const screen of SCREENS) {
    await page.getByRole('tab', { name: screen, exact: true }).click()
    await workbench.settled()
    // Until an explanation is whole its cards still move.
    const busy = page.locator('[aria-busy="true"]')
    await page.waitForTimeout(500)
    await expect(busy).toHaveCount(0, { timeout: 60_000 })
    expect(await turnedTexts(page), screen).toEqual([])
    for (const { svg, csv } of await exportAll(workbench, screen, folder)) {
      exported++
      expect(await faultsOf(workbench.app, svg)).toEqual([])
      // The track record is of no scenario, so that nothing of one is in what it exports.
      const isOfScenario = screen !== 'Track record'
      expect(svg.includes('&lt;img src=x')).toBe(isOfScenario)
      // No cell is a formula: with its quotes gone, each that began as one has an apostrophe.
      expect(csv.includes("'=")).toBe(isOfScenario)
      expect(csv).not.toMatch(/(^|,|\n)"?[=@\t\r]/)
    }
  }
  expect(exported).toBeGreaterThanOrEqual(8)
  expect(await ran(page)).toBe(false)
  expect(await page.locator('img[src="x"], script:not([src])').count()).toBe(0)
  expect(page.url()).toBe(address)
})

test('what is pasted is cleaned of what no file may hold', async ({ workbench, folder }) => {
  const { page } = workbench
  await workbench.documentTitle.click()
  await page.getByLabel('Title').fill('a\u0007b\tc\ud800')
  await page.getByLabel('Summary').fill('a\u001bb\tc\nd\u009b')
  await page.keyboard.press('Escape')
  await expect(workbench.documentTitle).toHaveText('ab c\ufffd')
  const path = join(folder, 'pasted.brink')
  await workbench.answerSaveDialog(path)
  await workbench.command('save')
  await expect(workbench.saveState).toHaveText('pasted.brink, saved')
  const { title, summary } = JSON.parse(readFileSync(path, 'utf8'))
  expect({ title, summary }).toEqual({ title: 'ab c\ufffd', summary: 'ab\tc\nd' })
})

test('the charts of the command line have it as text', async ({ folder, workbench }) => {
  const out = join(folder, 'charts')
  mkdirSync(out)
  const brink = join(root, 'scripts', 'brink.mjs')
  const args = [brink, 'forecast', hostileFile(folder), '--charts', out]
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(status).toBe(0)
  expect(stdout).not.toContain(TURN)
  for (const chart of ['ladder', 'event', 'conclusion']) {
    const svg = readFileSync(join(out, `${chart}.svg`), 'utf8')
    expect(await faultsOf(workbench.app, svg)).toEqual([])
    expect(svg).toContain('&lt;')
  }
})
