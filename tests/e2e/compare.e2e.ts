import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, root, scenarioPath, test } from './fixtures/brink'

const EVERYTHING = 'Everything at once'
const CORRIDOR = 'The corridor forced open'
const MAGMA = 'The magma stalls'
const CLAIMS = 'What each makes of the claims, at 12 months'

test.beforeEach(async ({ workbench }) => {
  await workbench.page.getByRole('tab', { name: 'Compare' }).click()
})

const member = (page: Page, name: string) => page.locator('.member', { hasText: name })
const cell = (page: Page, claim: string, place: number) =>
  page.locator(`.compared-table [data-claim="${claim}"] td`).nth(place)

async function add(page: Page, ...titles: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Add a bundled one' }).click()
  for (const title of titles) await page.getByRole('checkbox', { name: title }).check()
  await page.keyboard.press('Escape')
  for (const title of titles) await expect(member(page, title)).toContainText('bundled')
}

test('the bundled scenarios of the case are at hand while nothing is beside the document', async ({
  workbench,
}) => {
  const { page } = workbench
  await expect(workbench.headline).toHaveText('Hold this scenario against others')
  await expect(page.locator('.nothing-beside button')).toHaveCount(6)
  await page.locator('.nothing-beside').getByRole('button', { name: EVERYTHING }).click()
  await expect(workbench.headline).toHaveText(
    /^Direct confrontation within 12 months: from \d+.% \(The article’s reading\) to \d+.% \(Everything at once\)$/,
  )
  await expect(page.locator('.nothing-beside')).toHaveCount(0)
})

test('curves, verdicts and differences stand side by side, also with another case', async ({
  workbench,
}) => {
  const { page } = workbench
  await add(page, EVERYTHING, CORRIDOR)
  await expect(workbench.headline).toContainText('to 52')
  await expect(page.locator('.card-compared-event path[data-curve]')).toHaveCount(3)
  await expect(cell(page, 'no-direct-confrontation', 1)).toContainText(
    '≠ Other than the document: against the article',
  )
  const card = page.getByRole('region', { name: 'What differs', exact: true })
  const israel = card.getByRole('row', { name: /^Azerbaijan–Israel ties: intensity/ })
  await expect(israel.getByRole('cell')).toHaveText(['70 (55–85)', '95 (80–100)', '70 (55–85)'])
  await expect(page.locator('.card-compared-rungs .chart')).toContainText('Direct confrontation')

  await add(page, MAGMA)
  await expect(workbench.headline).toContainText('within 6 months')
  await expect(page.locator('.card-compared-event')).toContainText(
    'No such event in the case of The magma stalls. Drawn to month 6',
  )
  await expect(cell(page, 'no-direct-confrontation', 3)).toHaveText('–')
  await expect(card).toContainText('“The magma stalls” is of another case, Mount Spurr')

  await page
    .getByLabel('Event compared')
    .selectOption({ label: 'An eruption within weeks or months' })
  await expect(page.locator('.card-compared-event path[data-curve]')).toHaveCount(1)
  await expect(workbench.headline).toContainText('The magma stalls alone has this event')
})

test('the document answers to its drivers among the others', async ({ workbench }) => {
  const { page } = workbench
  await add(page, EVERYTHING)
  const own = cell(page, 'no-direct-confrontation', 0).locator('strong')
  const other = cell(page, 'no-direct-confrontation', 1).locator('strong')
  const [before, beside] = [await own.innerText(), await other.innerText()]
  await workbench.setIntensity('israel-ties', 100)
  await workbench.setIntensity('cost-of-war', 10)
  await expect(own).not.toHaveText(before)
  await expect(other).toHaveText(beside)
  await expect(member(page, 'The article’s reading')).toContainText('open now, edited')

  await page.getByRole('button', { name: 'Add this one as opened' }).click()
  await expect(cell(page, 'no-direct-confrontation', 2).locator('strong')).toHaveText(before)
  await expect(member(page, 'As opened: The article’s reading')).toBeVisible()
})

test('what is pointed at stands out', async ({ workbench }) => {
  const { page } = workbench
  await add(page, EVERYTHING)
  const curve = page.locator('.card-compared-event path[data-curve^="beside"]')
  await expect(curve).toHaveAttribute('stroke-width', '2')
  await page.getByRole('button', { name: `Open: ${EVERYTHING}` }).focus()
  await expect(curve).toHaveAttribute('stroke-width', '3')
  await page.locator('.card-compared-event text', { hasText: 'The article’s reading' }).hover()
  await expect(curve).toHaveAttribute('stroke-width', '2')
})

test('a file can stand beside it, and one that is no scenario is refused', async ({
  workbench,
}) => {
  const { page } = workbench
  const addFile = page.getByRole('button', { name: 'Add a file…' })
  await workbench.answerOpenDialog(scenarioPath('unrest-in-north'))
  await addFile.click()
  await expect(page.locator('.member').nth(1)).toContainText('iran-azerbaijan-2023-unrest-in-north')
  await addFile.click()
  await expect(page.locator('.member')).toHaveCount(2)
  await workbench.answerOpenDialog(join(root, 'package.json'))
  await addFile.click()
  await expect(page.getByRole('alert')).toContainText('package.json was not opened.')
  await expect(page.locator('.member')).toHaveCount(2)
})

test('one is removed, and another becomes the document', async ({ workbench }) => {
  const { page } = workbench
  await add(page, EVERYTHING, CORRIDOR)
  await page.getByRole('button', { name: `Remove: ${CORRIDOR}` }).click()
  await expect(page.locator('.member')).toHaveCount(2)
  await expect(page.locator('.card-compared-event path[data-curve]')).toHaveCount(2)

  await workbench.setIntensity('israel-ties', 100)
  await workbench.answerUnsavedQuestion(2)
  await page.getByRole('button', { name: `Open: ${EVERYTHING}` }).click()
  await expect(workbench.documentTitle).toHaveText('The article’s reading')
  await workbench.answerUnsavedQuestion(1)
  await page.getByRole('button', { name: `Open: ${EVERYTHING}` }).click()
  await expect(workbench.documentTitle).toHaveText(EVERYTHING)
  await expect(page.locator('.member').first()).toContainText(EVERYTHING)
  await expect(page.locator('.member').nth(1)).toContainText('The article’s reading')
  await expect(page.locator('.member')).toHaveCount(2)
  await expect(workbench.headline).toContainText('to 52')
})

test('every chart leaves the program as a picture and as a table', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench
  await add(page, EVERYTHING, CORRIDOR)
  const exported = async (title: string, format: string): Promise<string> => {
    const path = join(folder, `${title.slice(0, 5).trim()}.${format}`)
    await workbench.answerSaveDialog(path)
    await page.getByRole('button', { name: `Export: ${title}` }).click()
    await page.getByRole('radio', { name: new RegExp(format, 'i') }).check()
    await page.getByRole('button', { name: /^Export (PNG|SVG|CSV)…$/ }).click()
    await expect(page.getByText(`Exported to ${title.slice(0, 5).trim()}.${format}.`)).toBeVisible()
    return readFileSync(path, 'utf8')
  }
  const rows = (csv: string): string[] => csv.trimEnd().split('\r\n')
  const RUNGS = 'Where each stands, at 12 months'
  const pictures = [
    await exported('Chance by month', 'svg'),
    await exported(CLAIMS, 'svg'),
    await exported(RUNGS, 'svg'),
    await exported('What differs', 'svg'),
  ] as const
  for (const svg of pictures) {
    expect(svg).not.toMatch(/var\(|NaN|undefined/)
    expect(svg).toContain('Everything at once')
  }
  expect(pictures[0]).toContain('stroke-dasharray')
  expect(pictures[1]).toContain('≠ against the')
  expect(pictures[2]).toContain('Diplomatic retaliation 4')
  expect(pictures[3]).toContain('Corridor disputes: shocks')
  expect(rows(await exported('Chance by month', 'csv'))).toHaveLength(1 + 3 * 13)
  expect(rows(await exported(CLAIMS, 'csv'))).toHaveLength(1 + 3 * 5)
  const rungs = rows(await exported(RUNGS, 'csv'))
  expect(rungs).toHaveLength(1 + 3 * 5)
  expect(rungs[0]).toMatch(/^\ufeffcompared,compared_as_of,compared_draws,compared_seed,rung_id/)
  const differing = rows(await exported('What differs', 'csv'))
  expect((differing.length - 1) % 3).toBe(0)
  expect(differing.filter((row) => row.includes('Corridor disputes: intensity'))).toHaveLength(3)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing on it stands in the way of assistive technology, ${colorScheme}`, async ({
    workbench,
  }) => {
    const { page } = workbench
    await page.emulateMedia({ colorScheme })
    await expect(workbench.headline).toBeVisible()
    expect(await workbench.hindrances()).toEqual([])
    await add(page, EVERYTHING, MAGMA)
    await page.getByRole('button', { name: 'Add a bundled one' }).click()
    expect(await workbench.hindrances()).toEqual([])
    await page.keyboard.press('Escape')
    expect(await workbench.hindrances()).toEqual([])
    const tables = page.getByRole('button', { name: 'Table', exact: true })
    while ((await tables.count()) > 0) await tables.first().click()
    expect(await workbench.hindrances()).toEqual([])
  })
}

for (const [width, height] of [
  [1440, 900],
  [1024, 700],
] as const) {
  test(`nothing on it is wider than its place at ${width}×${height}`, async ({ workbench }) => {
    const { page } = workbench
    await workbench.resize(width, height)
    await add(page, EVERYTHING, CORRIDOR, 'Normalization that holds', MAGMA)
    await add(page, 'A strike on Iran from Azerbaijani soil')
    await expect(page.getByText('Six at most')).toBeVisible()
    expect(
      await workbench.tooWide('.app, .desk, .compare, .card, .member, .wide-table th, td'),
    ).toEqual([])
  })
}
