import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tellProbability } from '../../src/forecast/conclusion/words'
import { forecast } from '../../src/forecast/forecast'
import type { Scenario } from '../../src/forecast/scenario'
import { setPrior } from '../../src/renderer/state/evidence-edits'
import { baselineScenario } from '../bundled'
import { expect, test } from './fixtures/brink'

const MOVE = 'Accusations → Diplomatic retaliation'

const confrontation = (scenario: Scenario): string =>
  tellProbability(forecast(scenario).conclusion[1]?.mean.at(-1) ?? Number.NaN)

test.beforeEach(async ({ workbench }) => {
  await workbench.page.getByRole('tab', { name: 'Base rates' }).click()
})

test('every base rate shows its prior, what is counted, its posterior, its wait and its basis', async ({
  workbench,
}) => {
  const { page } = workbench
  await expect(page.locator('[data-transition]')).toHaveCount(8)
  await expect(page.locator('[data-response]')).toHaveCount(2)
  const move = page.locator('[data-transition="accusations>diplomatic"]')
  await expect(move.getByLabel('Events of the prior')).toHaveValue('1')
  await expect(move.getByLabel('Months of the prior')).toHaveValue('12')
  for (const text of [
    '2 events',
    'in 5.2 months',
    '3 events in 17.2 months',
    '0.57–4.4',
    'about 6 months',
    'Judgment, together with the two events that the evidence counts.',
  ]) {
    await expect(move).toContainText(text)
  }
  await expect(page.locator('.card-rates .strips-over circle')).toHaveCount(20)
})

test('another prior shows at once in the posterior and in the forecast, and is one step to undo', async ({
  workbench,
}) => {
  const { page } = workbench
  const answer = page.getByTestId('answer')
  const move = page.locator('[data-transition="accusations>diplomatic"]')
  const events = move.getByLabel(`Events of the prior, ${MOVE}`)
  const before = confrontation(baselineScenario())
  const after = confrontation(
    setPrior(baselineScenario(), 'accusations>diplomatic', { events: 6, months: 12 }),
  )
  await expect(answer).toContainText(`within 12 months: ${before}`)
  await events.fill('6')
  await events.press('Enter')
  await expect(move).toContainText('8 events in 17.2 months')
  await expect(answer).toContainText(`${before} → ${after}`)
  await expect(workbench.saveState).toHaveText('not saved')

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(events).toHaveValue('1')
  await expect(answer).not.toContainText('→')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})

test('a prior that cannot be is refused where it stands', async ({ workbench }) => {
  const events = workbench.page.getByLabel(`Events of the prior, ${MOVE}`)
  await events.fill('0')
  await expect(workbench.page.getByRole('alert')).toContainText('A number from 0.001')
  await events.press('Escape')
  await expect(events).toHaveValue('1')
})

test('links lead from a move to its drivers, its claims and its evidence', async ({
  workbench,
}) => {
  const { page } = workbench
  const move = page.locator('[data-transition="show-of-force>confrontation"]')
  await move.getByRole('button', { name: /^Drivers and claims of/ }).click()
  await move.getByRole('button', { name: 'Cost of war' }).click()
  await expect(workbench.driver('cost-of-war').getByRole('button').first()).toBeFocused()
  await move.getByRole('button', { name: 'A direct military confrontation' }).click()
  await expect(workbench.claim('no-direct-confrontation').getByRole('button')).toBeFocused()

  await page.getByRole('tab', { name: 'Base rates' }).click()
  const counted = page.locator('[data-transition="diplomatic>accusations"]')
  await counted.getByRole('button', { name: /^1 event of evidence/ }).click()
  await expect(page.locator('[data-evidence]')).toHaveCount(1)
  await page.getByRole('button', { name: 'Go to its base rate' }).click()
  await expect(counted).toBeFocused()
  await expect(counted).toHaveAttribute('data-spotted', 'true')
})

test('the rates that a driver moves say how far and by what', async ({ workbench }) => {
  const { page } = workbench
  const card = page.locator('.card-moved-rates')
  await expect(card).toContainText('every rate is its base rate')
  await workbench.setIntensity('israel-ties', 100)
  // 3^0.3 = 1.39 on the way up, its inverse on the way down.
  await expect(card.locator('[data-moved="calm>accusations"]')).toContainText(
    '×1.4: Azerbaijan–Israel ties ×1.4',
  )
  await expect(card.locator('[data-moved="accusations>calm"]')).toContainText('×0.72')
  await card
    .locator('[data-moved="calm>accusations"]')
    .getByRole('button', { name: 'Azerbaijan–Israel ties' })
    .click()
  await expect(workbench.driver('israel-ties').getByRole('button').first()).toBeFocused()
})

test('both charts leave the program as pictures and as tables', async ({ workbench, folder }) => {
  const { page } = workbench
  await workbench.setIntensity('nationalism', 80)
  const exported = async (title: string, format: string): Promise<string> => {
    const path = join(folder, `${title.slice(0, 4)}.${format}`)
    await workbench.answerSaveDialog(path)
    await page.getByRole('button', { name: `Export: ${title}` }).click()
    await page.getByRole('radio', { name: new RegExp(format, 'i') }).check()
    await page.getByRole('button', { name: /^Export (PNG|SVG|CSV)…$/ }).click()
    await expect(page.getByText(`Exported to ${title.slice(0, 4)}.${format}.`)).toBeVisible()
    return readFileSync(path, 'utf8')
  }
  const rates = 'Base rates, from prior to posterior'
  const ratesSvg = await exported(rates, 'svg')
  expect(ratesSvg).toContain('3 events in 17.2 months')
  expect(ratesSvg).toContain('0.57–4.4')
  expect((await exported(rates, 'csv')).trimEnd().split('\r\n')).toHaveLength(11)

  const moved = 'How far drivers have moved each rate'
  const movedSvg = await exported(moved, 'svg')
  expect(movedSvg).toContain('Nationalism ×1.2')
  for (const svg of [ratesSvg, movedSvg]) expect(svg).not.toMatch(/var\(|NaN/)
  expect((await exported(moved, 'csv')).split('\r\n')[0]).toMatch(
    /^\ufeffkind,id,months_ahead,multiple/,
  )
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing on it stands in the way of assistive technology, ${colorScheme}`, async ({
    workbench,
  }) => {
    const { page } = workbench
    await page.emulateMedia({ colorScheme })
    await workbench.setIntensity('israel-ties', 100)
    await page.getByRole('button', { name: `Drivers and claims of ${MOVE}` }).click()
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
    await workbench.resize(width, height)
    await workbench.setIntensity('israel-ties', 100)
    expect(
      await workbench.tooWide('.desk, .card, .answer, .strip-table, .rates-table th, td'),
    ).toEqual([])
  })
}
