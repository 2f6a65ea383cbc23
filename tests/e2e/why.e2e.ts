import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, scenarioPath, test } from './fixtures/brink'

const openWhy = async (page: Page): Promise<void> => {
  await page.getByRole('tab', { name: 'Why', exact: true }).click()
  await explained(page)
}

/** Until every part of the explanation is there. */
const explained = (page: Page) =>
  expect(page.locator('.why')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 })

const card = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })

test.describe('why', () => {
  test.use({ file: scenarioPath('corridor-forced') })

  test('an analyst learns the largest reason, then every step from the article’s figure', async ({
    workbench,
  }) => {
    const { page, standing } = workbench
    await expect(standing).toContainText('The largest step up is Corridor disputes (+3.8 points).')
    await openWhy(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /Direct confrontation within 12 months: 9.%/,
    )
    const why = card(page, 'Why it differs from the article')
    await expect(why.getByRole('img').first()).toHaveAccessibleName(
      /The largest step up is Corridor/,
    )
    await expect(why.locator('text', { hasText: 'The article’s drivers' })).toBeVisible()
    await expect(why.locator('text', { hasText: '+3.8 points' })).toBeVisible()
    await why.getByRole('button', { name: 'Table' }).click()
    await expect(why.getByRole('row')).toHaveCount(1 + 7)
    await expect(why.getByRole('row', { name: /Corridor disputes/ })).toContainText('exact')

    const matters = card(page, 'What one driver alone can do')
    await matters.getByRole('button', { name: 'Table' }).click()
    await expect(matters.getByRole('row', { name: /Tehran’s normalization/ })).toContainText(
      'at 40',
    )
    await expect(card(page, 'Where the width of the judgment band comes from')).toContainText(
      /\d+.% comes from the base rates alone/,
    )
  })

  test('a moved driver is answered anew, and work under way can be stopped', async ({
    workbench,
  }) => {
    const { page } = workbench
    await openWhy(page)
    await workbench.setIntensity('israel-ties', 95)
    await expect(page.getByRole('progressbar', { name: 'Forecasts compared' })).toBeVisible()
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await expect(page.getByText('Stopped; what was done is shown.')).toBeVisible()
    await page.getByRole('button', { name: 'Go on' }).click()
    await explained(page)
    await expect(page.locator('.headline p')).toContainText(/this scenario 16.%/)
  })

  test('each chart goes out as a picture with its words, and as numbers', async ({
    workbench,
    folder,
  }) => {
    const { page } = workbench
    await openWhy(page)
    for (const [kind, label, word] of [
      ['waterfall', 'Why it differs from the article', 'This scenario'],
      ['tornado', 'What one driver alone can do', 'Cost of war'],
      ['overturn', 'What it would take', 'no value does'],
      ['spread', 'Where the width of the judgment band comes from', 'Corridor disputes'],
    ] as const) {
      for (const format of ['svg', 'csv'] as const) {
        const path = join(folder, `${kind}.${format}`)
        await workbench.answerSaveDialog(path)
        await page.getByRole('button', { name: `Export: ${label}` }).click()
        await page.getByLabel(new RegExp(`^${format}`, 'i')).check()
        await page.getByRole('button', { name: /^Export (PNG|SVG|CSV)…$/ }).click()
        await expect(page.getByText(`Exported to ${kind}.${format}.`)).toBeVisible()
        const written = readFileSync(path, 'utf8')
        expect(written).toContain(
          word === 'no value does' && format === 'csv' ? 'Cost of war' : word,
        )
        expect(written).toContain('The corridor forced open')
        if (format === 'svg') expect(written).not.toContain('var(--')
      }
    }
  })
})

test('what would overturn a claim is applied as a new scenario with one click', async ({
  workbench,
}) => {
  const { page } = workbench
  await openWhy(page)
  await expect(page.getByText('No driver alone does it, whatever its intensity.')).toBeVisible()
  await page.getByRole('button', { name: 'Apply the nearest way as a new scenario' }).click()
  await workbench.settled()
  await expect(workbench.documentTitle).toHaveText(
    'The article’s reading: “A direct military confrontation” overturned',
  )
  await expect(workbench.saveState).toHaveText('not saved')
  await explained(page)
  await expect(page.getByText('The article is overturned already')).toBeVisible()
  await page.getByRole('tab', { name: 'Forecast' }).click()
  await expect(workbench.claim('no-direct-confrontation')).toContainText('against the article')
  await expect.poll(() => workbench.forecastOf('no-direct-confrontation')).toBe(50)
  await workbench.command('undo')
  await expect.poll(() => workbench.forecastOf('no-direct-confrontation')).toBe(2)
})

test('one driver alone is applied, and another goal asks for less', async ({ workbench }) => {
  const { page } = workbench
  await openWhy(page)
  await page.getByLabel('Event explained').selectOption('limited-escalation')
  await expect(page.getByText(/has to go below 10.% or above 80.%/)).toBeVisible()
  await explained(page)
  await page.getByRole('button', { name: /Apply as new scenario: Nationalism at 1/ }).click()
  await workbench.settled()
  await page.getByRole('tab', { name: 'Forecast' }).click()
  await expect(workbench.claim('limited-escalation')).toContainText('below the wording')

  await page.getByRole('tab', { name: 'Why' }).click()
  await page.getByLabel('Event explained').selectOption('no-direct-confrontation')
  await page.getByLabel('What counts as overturning').selectOption('outside')
  await expect(page.getByText(/has to go above 45.%/)).toBeVisible()

  await page.getByLabel('Event explained').selectOption('reach diplomatic')
  await expect(page.getByText('so there is nothing to overturn')).toBeVisible()
  await explained(page)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing stands in the way of assistive technology on this screen, ${colorScheme}`, async ({
    workbench,
  }) => {
    const { page } = workbench
    await page.emulateMedia({ colorScheme })
    await openWhy(page)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`),
    ).toEqual([])
  })
}
