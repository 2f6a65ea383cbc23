import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tellProbability } from '../../src/forecast/conclusion/words'
import { forecast } from '../../src/forecast/forecast'
import type { Scenario } from '../../src/forecast/scenario'
import { setDisputed } from '../../src/renderer/state/evidence-edits'
import { baselineScenario } from '../bundled'
import { expect, test } from './fixtures/brink'

const confrontation = (scenario: Scenario): string =>
  tellProbability(forecast(scenario).conclusion[1]?.mean.at(-1) ?? Number.NaN)

test.beforeEach(async ({ workbench }) => {
  await workbench.page.getByRole('tab', { name: 'Evidence' }).click()
})

test('the evidence on a driver is found from the driver and from the list of topics', async ({
  workbench,
}) => {
  const { page } = workbench
  await expect(page.locator('[data-evidence]')).toHaveCount(28)
  await page.getByLabel('Evidence shown').selectOption({ label: 'Nationalism' })
  await expect(page.getByRole('heading', { name: '3 of 28 bear on Nationalism' })).toBeVisible()
  await expect(page.locator('[data-evidence]')).toHaveCount(3)
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(page.locator('[data-evidence]')).toHaveCount(28)

  await workbench.driver('mutual-restraint').getByRole('button').first().click()
  await page.getByRole('button', { name: 'Show these on the timeline' }).click()
  await expect(page.locator('[data-evidence]')).toHaveCount(2)
  await expect(page.getByLabel('Evidence shown')).toHaveValue('driver mutual-restraint')
})

test('links lead from an item to its driver and back, and the place is in sight and focus', async ({
  workbench,
}) => {
  const { page } = workbench
  await page.getByLabel('Evidence shown').selectOption({ label: 'Cost of war' })
  const item = page.locator('[data-evidence="no-strikes"]')
  await page.getByRole('button', { name: 'Go to the driver' }).click()
  await expect(workbench.driver('cost-of-war').getByRole('button').first()).toBeFocused()

  await page.getByRole('button', { name: 'Show everything' }).click()
  await item.getByRole('button', { name: 'Mutual restraint' }).click()
  const driver = workbench.driver('mutual-restraint')
  await expect(driver.getByRole('button').first()).toBeFocused()
  await expect(driver.getByRole('button').first()).toHaveAttribute('aria-expanded', 'true')
  await expect(driver).toBeInViewport()

  await page.getByRole('tab', { name: 'Forecast' }).click()
  await driver
    .getByRole('listitem')
    .filter({ hasText: 'Iran has not struck' })
    .getByRole('button')
    .click()
  await expect(item).toBeFocused()
  await expect(item).toBeInViewport()
  await expect(item).toHaveAttribute('data-spotted', 'true')
})

test('links lead from a claim to its evidence, on to the move it counts for, and back to the claim', async ({
  workbench,
}) => {
  const { page } = workbench
  await page.getByRole('tab', { name: 'Forecast' }).click()
  await page.getByLabel('Event charted').selectOption({ label: 'Accusations go on' })
  await page.getByRole('button', { name: 'Evidence', exact: true }).click()
  await expect(
    page.getByRole('heading', { name: '25 of 28 stand behind the claim Accusations go on' }),
  ).toBeVisible()
  const attack = page.locator('[data-evidence="embassy-attack"]')
  await attack.getByRole('button', { name: 'Accusations → Diplomatic retaliation' }).click()
  const move = page.locator('[data-transition="accusations>diplomatic"]')
  await expect(move).toBeFocused()
  await expect(move).toBeInViewport()
  await move.getByRole('button', { name: /^2 events of evidence/ }).click()
  await expect(page.locator('[data-evidence]')).toHaveCount(2)
  await expect(page.getByRole('heading', { name: /^2 of 28 count for/ })).toBeFocused()
  await attack.getByRole('button', { name: 'Accusations go on' }).click()
  await expect(workbench.headline).toContainText('Accusations or worse after 12 months')
  await expect(workbench.claim('accusations-continue').getByRole('button')).toBeFocused()
})

test('disputing an event changes its base rate and the forecast, and can be undone', async ({
  workbench,
}) => {
  const { page } = workbench
  const answer = page.getByTestId('answer')
  const item = page.locator('[data-evidence="baku-expels"]')
  const [before, after] = [
    confrontation(baselineScenario()),
    confrontation(setDisputed(baselineScenario(), 'baku-expels', true)),
  ]
  await expect(answer).toContainText(`within 12 months: ${before}`)
  await expect(item).toContainText('prior 1 event in 12 months → now 3 in 17.2 (2.1 a year)')
  await item.getByRole('button', { name: /^Dispute/ }).click()
  await expect(workbench.headline).toHaveText('28 items of evidence, 1 disputed.')
  await expect(item).toContainText('now 2 in 17.2 (1.4 a year); with this item 3 in 17.2')
  await expect(answer).toContainText(`${before} → ${after}`)
  await expect(item.getByRole('button', { name: /^Accept again/ })).toBeFocused()

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(workbench.headline).toHaveText('28 items of evidence, none disputed.')
  await expect(answer).not.toContainText('→')
  await expect(answer).toContainText(`within 12 months: ${before}`)
})

test('an item that is not counted says that no number rests on it', async ({ workbench }) => {
  const { page } = workbench
  const item = page.locator('[data-evidence="satellites"]')
  await expect(item).toContainText('Azerbaijan–Israel ties, changes no number by itself')
  await item.getByRole('button', { name: /^Dispute/ }).click()
  await workbench.settled()
  await expect(item).toContainText('No number has changed.')
  await expect(page.getByTestId('answer')).toContainText('as before an item was disputed')
})

test('the timeline tells an item under the pointer and leads to it in the list', async ({
  workbench,
}) => {
  const { page } = workbench
  const mark = page.locator('[data-mark="arms-and-outpost"]')
  await mark.hover()
  await expect(page.locator('.timeline-summary')).toContainText('5 March 2023')
  await mark.click()
  const item = page.locator('[data-evidence="arms-and-outpost"]')
  await expect(item).toBeFocused()
  await expect(item).toBeInViewport()
})

test('coming back to the screen does not take the focus from the tabs', async ({ workbench }) => {
  const { page } = workbench
  await page.locator('[data-mark="arms-and-outpost"]').click()
  await page.getByRole('tab', { name: 'Evidence' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('[data-evidence="arms-and-outpost"]')).toHaveAttribute(
    'data-spotted',
    'true',
  )
  await expect(page.getByRole('tab', { name: 'Evidence' })).toBeFocused()
})

test('the timeline leaves the program as a picture and as a table', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench
  const written: string[] = []
  for (const format of ['svg', 'csv']) {
    const path = join(folder, `timeline.${format}`)
    await workbench.answerSaveDialog(path)
    await page.getByRole('button', { name: /^Export: When it happened/ }).click()
    await page.getByRole('radio', { name: new RegExp(format, 'i') }).check()
    await page.getByRole('button', { name: /^Export (PNG|SVG|CSV)…$/ }).click()
    await expect(page.getByText(`Exported to timeline.${format}.`)).toBeVisible()
    written.push(readFileSync(path, 'utf8'))
  }
  const [svg = '', csv = ''] = written
  for (const text of [
    'Tehran’s normalization',
    'Diplomatic retaliation',
    'Sep 22',
    'scale changes',
  ]) {
    expect(svg).toContain(text)
  }
  expect(svg).not.toMatch(/var\(|NaN/)
  expect(csv.trimEnd().split('\r\n')).toHaveLength(29)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing on it stands in the way of assistive technology, ${colorScheme}`, async ({
    workbench,
  }) => {
    const { page } = workbench
    await page.emulateMedia({ colorScheme })
    await page.getByRole('button', { name: /^Dispute: A gunman/ }).click()
    await page.locator('[data-mark="arms-and-outpost"]').click()
    expect(await workbench.hindrances()).toEqual([])
    await page.getByLabel('Evidence shown').selectOption({ label: 'Nationalism' })
    await page.getByRole('button', { name: 'Table', exact: true }).click()
    expect(await workbench.hindrances()).toEqual([])
  })
}

for (const [width, height] of [
  [1440, 900],
  [1024, 700],
] as const) {
  test(`nothing on it is wider than its place at ${width}×${height}`, async ({ workbench }) => {
    await workbench.resize(width, height)
    expect(await workbench.tooWide('.desk, .card, .answer, .chart, .evidence-item')).toEqual([])
  })
}
