import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { test as base, expect } from './fixtures/brink'
import { closeUnasked, firstWorkbench, launchFirst } from './fixtures/launch'
import { choose } from './fixtures/menu'
import type { Workbench } from './pages/workbench'

interface Start {
  readonly app: ElectronApplication
  readonly workbench: Workbench
}

/** Starts Brink for a user who has never seen it, as often as wanted. */
const test = base.extend<{ start: () => Promise<Start> }>({
  start: async ({ folder }, use) => {
    const apps: ElectronApplication[] = []
    await use(async () => {
      const app = await launchFirst(folder)
      apps.push(app)
      return { app, workbench: await firstWorkbench(app) }
    })
    for (const app of apps) await closeUnasked(app).catch(() => undefined)
  },
})

const TITLES = [
  'Drivers',
  'The forecast in a sentence',
  'Beside the article’s conclusion',
  'Why',
  'Save and compare',
  'Export',
]

const cardOf = ({ page }: Workbench) => page.locator('.tour-card')
const titleOf = (workbench: Workbench) => cardOf(workbench).getByRole('heading')

test('the tour comes at the first start alone, goes by keyboard, and is found again', async ({
  start,
  folder,
}) => {
  const { app, workbench } = await start()
  const { page } = workbench
  for (const [index, title] of TITLES.entries()) {
    await expect(titleOf(workbench)).toHaveText(`${title}, tour, step ${index + 1} of 6`)
    await expect(cardOf(workbench)).toBeFocused()
    await expect(page.locator('.tour-ring').first()).toBeVisible()
    await page.getByRole('button', { name: index < 5 ? 'Next' : 'Done' }).focus()
    await page.keyboard.press('Enter')
  }
  await expect(cardOf(workbench)).toHaveCount(0)
  const settings = join(folder, 'user-data', 'settings.json')
  await expect.poll(() => JSON.parse(readFileSync(settings, 'utf8')).tourSeen).toBe(true)
  await closeUnasked(app)

  const again = await start()
  await again.workbench.page.waitForTimeout(1000)
  await expect(cardOf(again.workbench)).toHaveCount(0)
  await again.workbench.page.getByRole('tab', { name: 'Case' }).click()
  await again.workbench.page.getByRole('tab', { name: 'Case' }).focus()
  await choose(again.app, 'Tour')
  await expect(titleOf(again.workbench)).toHaveText(/^Drivers/)
  await expect(again.workbench.page.getByRole('tab', { name: 'Forecast' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await again.workbench.page.keyboard.press('Escape')
  await expect(cardOf(again.workbench)).toHaveCount(0)
  await expect(again.workbench.page.getByRole('tab', { name: 'Case' })).toBeFocused()
})

test('a tour that was skipped, or left by closing the window, does not come back', async ({
  start,
}) => {
  const { app, workbench } = await start()
  await expect(cardOf(workbench)).toBeVisible()
  await closeUnasked(app)
  const again = await start()
  await again.workbench.page.waitForTimeout(1000)
  await expect(cardOf(again.workbench)).toHaveCount(0)
})

test('work goes on under the tour, and it goes back a step', async ({ start }) => {
  const { workbench } = await start()
  const { page } = workbench
  await expect(titleOf(workbench)).toHaveText(/^Drivers/)
  await workbench.slider('nationalism').focus()
  await page.keyboard.press('ArrowRight')
  await expect(workbench.exactIntensity('nationalism')).toHaveValue('51')
  await expect(cardOf(workbench)).toBeVisible()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('tab', { name: 'Evidence' }).click()
  await expect(page.locator('.tour-card-loose')).toBeVisible()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(titleOf(workbench)).toHaveText(/^Drivers/)
  await page.getByRole('button', { name: 'Skip' }).click()
  await expect(cardOf(workbench)).toHaveCount(0)
})

test('Escape leaves what is nearer before it ends the tour', async ({ start }) => {
  const { workbench } = await start()
  const { page } = workbench
  await expect(cardOf(workbench)).toBeVisible()
  await page.getByRole('button', { name: 'Export…' }).click()
  await expect(page.locator('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('dialog')).toHaveCount(0)
  await expect(cardOf(workbench)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(cardOf(workbench)).toHaveCount(0)
})

for (const [colorScheme, width, height] of [
  ['light', 1440, 900],
  ['dark', 1024, 700],
] as const) {
  test(`every step points at what it means, whole in the window, ${colorScheme} at ${width}×${height}`, async ({
    start,
  }) => {
    const { workbench } = await start()
    const { page } = workbench
    await page.emulateMedia({ colorScheme })
    await workbench.resize(width, height)
    for (const index of TITLES.keys()) {
      await expect(titleOf(workbench)).toHaveText(new RegExp(`step ${index + 1} of 6`))
      const card = await cardOf(workbench).boundingBox()
      if (!card) throw new Error('the tour is not to be seen')
      expect(card.x).toBeGreaterThanOrEqual(0)
      expect(card.y).toBeGreaterThanOrEqual(0)
      expect(card.x + card.width).toBeLessThanOrEqual(width)
      expect(card.y + card.height).toBeLessThanOrEqual(height)
      const ring = await page.locator('.tour-ring').first().boundingBox()
      if (!ring) throw new Error('the tour points at nothing')
      const isBeside =
        card.x >= ring.x + ring.width ||
        ring.x >= card.x + card.width ||
        card.y >= ring.y + ring.height ||
        ring.y >= card.y + card.height
      expect([index, isBeside]).toEqual([index, true])
      expect(await workbench.hindrances()).toEqual([])
      await page.getByRole('button', { name: index < 5 ? 'Next' : 'Done' }).click()
    }
  })
}
