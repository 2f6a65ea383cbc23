import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { _electron as electron } from '@playwright/test'
import { chromiumSwitches, prepareUserData } from './electron.mjs'
import { root } from './run.mjs'

// Takes pictures of the real app, for the README and for looking at after a change:
//   node scripts/pictures.mjs [--to FOLDER]

const { values } = parseArgs({ options: { to: { type: 'string', default: 'docs/pictures' } } })
mkdirSync(values.to, { recursive: true })

const scenario = (name) => join(root, 'scenarios', `iran-azerbaijan-2023-${name}.brink`)
const openDriver = (page) => page.locator('[data-driver="israel-ties"] button').first().click()
const openTables = async (page) => {
  const tables = page.getByRole('button', { name: 'Table', exact: true })
  while ((await tables.count()) > 0) await tables.first().click()
}
const openDialog = (name) => (page) => page.getByRole('button', { name }).click()
const typeNonsense = (page) => page.getByLabel('Nationalism, exact intensity').fill('140')

const openScreen = (name) => async (page) => {
  await page.getByRole('tab', { name, exact: true }).click()
  if (name === 'Why') await page.locator('.why[aria-busy="false"]').waitFor({ timeout: 60_000 })
}
const reasonNamed = (page) => page.getByText('The largest step up').waitFor({ timeout: 30_000 })
const compareAll = async (page) => {
  await openScreen('Compare')(page)
  await page.getByRole('button', { name: /^Everything at once/ }).click()
}

const PICTURES = [
  { name: 'forecast-light', file: scenario('corridor-forced'), after: reasonNamed },
  { name: 'forecast-dark', file: scenario('corridor-forced'), dark: true },
  { name: 'forecast-small', file: scenario('everything-at-once'), size: [1024, 700] },
  { name: 'forecast-small-dark', size: [1024, 700], dark: true },
  { name: 'baseline', after: typeNonsense },
  { name: 'driver', file: scenario('strike-from-azerbaijan'), after: openDriver },
  { name: 'driver-small', file: scenario('corridor-forced'), size: [1024, 700], after: openDriver },
  { name: 'tables', file: scenario('unrest-in-north'), after: openTables },
  { name: 'tables-small', size: [1024, 700], after: openTables },
  { name: 'why', file: scenario('corridor-forced'), after: openScreen('Why') },
  { name: 'compare', file: scenario('corridor-forced'), after: compareAll },
  { name: 'evidence', after: openScreen('Evidence') },
  { name: 'base-rates', file: scenario('corridor-forced'), after: openScreen('Base rates') },
  { name: 'track-record', after: openScreen('Track record') },
  { name: 'case', after: openScreen('Case') },
  { name: 'scenarios', after: openDialog('Scenarios…') },
  { name: 'export', after: openDialog('Export…'), dark: true },
  { name: 'refused', file: join(root, 'package.json') },
]

for (const { name, file, size = [1440, 900], dark = false, after } of PICTURES) {
  const folder = mkdtempSync(join(tmpdir(), 'brink-pictures-'))
  prepareUserData(folder)
  const app = await electron.launch({
    args: [
      ...chromiumSwitches({ headless: true }),
      `--user-data-dir=${folder}`,
      root,
      ...(file ? [file] : []),
    ],
  })
  const page = await app.firstWindow()
  await app.evaluate(({ BrowserWindow }, [width, height]) => {
    BrowserWindow.getAllWindows()[0].setContentSize(width, height)
  }, size)
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
  await page.locator('[data-testid="run-state"][data-settled="true"]').waitFor()
  await page.locator('.strips circle').first().waitFor()
  await after?.(page)
  await page.waitForTimeout(300)
  await page.screenshot({ path: join(values.to, `${name}.png`) })
  await app.close()
  rmSync(folder, { recursive: true, force: true })
}
