import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, scenarioPath, test } from './fixtures/brink'
import { CasePage } from './pages/case-page'
import type { Workbench } from './pages/workbench'

const open = async ({ page }: Workbench) => {
  await page.getByRole('button', { name: 'What goes together' }).click()
  return page.getByRole('dialog', { name: 'What goes together' })
}

test('drivers moved apart are warned of in words, put together again, and undone', async ({
  workbench,
}) => {
  const { page } = workbench
  const panel = page.getByRole('complementary', { name: 'Drivers' })
  await expect(panel).toContainText('Consistent with the case (6th of 8 combinations that are).')
  const before = await workbench.forecastOf('no-direct-confrontation')

  await workbench.setIntensity('israel-ties', 90)
  await expect(panel).toContainText(
    'These intensities sit oddly together: with Azerbaijan–Israel ties high, the case expects Tehran’s normalization low. One other sits oddly too.',
  )
  await expect(panel).not.toContainText('Consistent with the case')
  await expect(
    workbench.driver('normalization').getByRole('button', {
      name: /Sits oddly with the others: the case expects it low/,
    }),
  ).toBeVisible()
  await expect(workbench.driver('nationalism').locator('.strain-sign')).toHaveCount(0)
  // It is a warning: the forecast has answered all the same.
  expect(await workbench.forecastOf('no-direct-confrontation')).toBeGreaterThan(before)

  const dialog = await open(workbench)
  await expect(dialog).toContainText('Tehran’s normalization is as now; the case expects low')
  await expect(dialog).toContainText('because of Azerbaijan–Israel ties high (+4)')
  await expect(dialog.getByRole('row')).toHaveCount(1 + 1 + 8)
  await expect(dialog.locator('[aria-current="true"] th')).toHaveText('now')
  const nearest = dialog.getByRole('listitem').filter({ has: page.getByRole('button') })
  await expect(nearest).toHaveText(['Azerbaijan–Israel ties: high → as nowSet these'])
  await nearest.getByRole('button', { name: 'Set these' }).click()
  await expect(dialog).toBeHidden()
  await expect(workbench.exactIntensity('israel-ties')).toHaveValue('65')
  await expect(panel.getByRole('heading', { name: 'Drivers' })).toBeFocused()
  await expect(panel).toContainText('Consistent with the case')
  await expect(panel).not.toContainText('oddly')

  await workbench.command('undo')
  await expect(workbench.exactIntensity('israel-ties')).toHaveValue('90')
  await expect(panel).toContainText('These intensities sit oddly together')
})

test('several drivers are set in one step, each with its own range', async ({ workbench }) => {
  await workbench.setIntensity('opposition-support', 90)
  await workbench.setIntensity('mutual-restraint', 20)
  const dialog = await open(workbench)
  await dialog.getByRole('button', { name: 'Set these' }).first().click()
  await expect(workbench.exactIntensity('opposition-support')).toHaveValue('53')
  await expect(workbench.exactIntensity('mutual-restraint')).toHaveValue('63')
  await expect(workbench.driver('mutual-restraint')).toContainText('48–78')
  await workbench.command('undo')
  await expect(workbench.exactIntensity('opposition-support')).toHaveValue('90')
  await expect(workbench.exactIntensity('mutual-restraint')).toHaveValue('20')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing stands in the way of assistive technology, ${colorScheme}`, async ({
    workbench,
  }) => {
    const { page } = workbench
    await page.emulateMedia({ colorScheme })
    await workbench.setIntensity('israel-ties', 90)
    expect(await workbench.hindrances()).toEqual([])
    await open(workbench)
    expect(await workbench.hindrances()).toEqual([])
  })
}

test('the case says what goes together, and lets it be edited', async ({ workbench, folder }) => {
  const { page } = workbench
  const casePage = new CasePage(page)
  await casePage.open()
  const part = casePage.part('What goes together')
  await expect(part).toContainText('Judgment of the case’s author')
  await expect(part).toContainText('There are 8, the firmest first.')
  await expect(part.locator('.impact-matrix tbody')).toHaveCount(7)

  await casePage.button('Edit the case').click()
  const ties = part.getByRole('group', { name: 'Azerbaijan–Israel ties' })
  const id = ties.getByLabel('Id', { exact: true }).last()
  await id.fill('low')
  await id.press('Tab')
  await expect(ties.getByRole('alert')).toHaveText('“low” is the id of another one.')
  await id.fill('front')
  await id.press('Tab')
  await casePage.button('Add a state: Azerbaijan–Israel ties').click()
  await expect(ties.getByLabel('Id', { exact: true })).toHaveCount(4)
  const score = part.getByLabel('Nationalism low on Cost of war as now', { exact: true })
  await score.fill('4')
  await expect(part.getByRole('alert')).toHaveText('A number from -3 to 3')
  await score.fill('2')
  await score.press('Enter')

  const path = join(folder, 'edited.brink')
  await workbench.answerSaveDialog(path)
  await workbench.command('save')
  await expect(workbench.saveState).toHaveText('edited.brink, saved')
  const { crossImpacts } = JSON.parse(readFileSync(path, 'utf8')).case
  expect(crossImpacts.states['israel-ties'].map((state: { id: string }) => state.id)).toEqual([
    'low',
    'new-state',
    'as-now',
    'front',
  ])
  expect(crossImpacts.impacts).toContainEqual({
    from: 'nationalism',
    state: 'low',
    to: 'cost-of-war',
    scores: { 'as-now': 2 },
  })
  await casePage.button('Remove what goes together').click()
  await expect(part.getByRole('heading')).toBeFocused()
  await casePage.button('Say what goes together').click()
  await expect(part.locator('.state-row')).toHaveCount(7 * 2)
  await page.getByRole('tab', { name: 'Forecast' }).click()
  await expect(page.getByText(/Consistent with the case \(\d+\w\w of 128 /)).toBeVisible()
})

test.describe('a case with a million combinations', () => {
  test('says that it goes through them, once it is asked for them', async ({
    workbench,
    folder,
  }) => {
    const { page } = workbench
    mkdirSync(folder, { recursive: true })
    const path = join(folder, 'large.brink')
    writeFileSync(path, largeCase())
    await workbench.answerOpenDialog(path)
    await workbench.command('open')
    await workbench.settled()
    await expect(page.getByText('Consistent with the case.')).toBeVisible()
    await page.evaluate(() =>
      new MutationObserver(() => {
        const isSaid = document.querySelector('dialog')?.textContent?.includes('Going through 1,0')
        if (isSaid) document.body.dataset.saidIt = 'true'
      }).observe(document.body, { childList: true, subtree: true }),
    )
    const dialog = await open(workbench)
    await expect(page.locator('body[data-said-it]')).toHaveCount(1)
    await expect(dialog).toContainText('1,048,576, of which the 50 firmest are listed.')
    await expect(dialog.getByRole('row')).toHaveCount(1 + 1 + 50)
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByText('Consistent with the case.')).toBeVisible()
  })
})

/** The bundled case with twenty drivers in two states each that bear on nothing. */
function largeCase(): string {
  const file = JSON.parse(readFileSync(scenarioPath('baseline'), 'utf8'))
  const [driver] = file.case.drivers
  const ids = Array.from({ length: 20 }, (_, index) => `d${index}`)
  const states = [
    { id: 'low', label: 'low', from: 0 },
    { id: 'high', label: 'high', from: 0.5 },
  ]
  const byDriver = (value: unknown) => Object.fromEntries(ids.map((id) => [id, value]))
  file.case.drivers = ids.map((id) => ({ ...driver, id, label: id }))
  for (const item of file.case.evidence) item.bearsOn = []
  for (const response of file.case.responses) response.drivers = []
  file.case.crossImpacts = { basis: '', states: byDriver(states), impacts: [] }
  file.judgment.drivers = byDriver(file.judgment.drivers['israel-ties'])
  return JSON.stringify(file)
}

for (const [width, height] of [
  [1440, 900],
  [1024, 700],
] as const) {
  test(`nothing is wider than its place at ${width}×${height}`, async ({ workbench }) => {
    const { page } = workbench
    await workbench.resize(width, height)
    const tooWide = () => workbench.tooWide('.driver-panel, .dialog, .together, .desk, .case-sheet')
    await workbench.setIntensity('israel-ties', 90)
    const dialog = await open(workbench)
    expect(await tooWide()).toEqual([])
    await dialog.getByRole('button', { name: 'Close' }).click()
    const casePage = new CasePage(page)
    await casePage.open()
    expect(await tooWide()).toEqual([])
    await casePage.button('Edit the case').click()
    expect(await tooWide()).toEqual([])
  })
}
