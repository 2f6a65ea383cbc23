import { sayProbability } from '../../src/forecast/conclusion/words'
import { forecast } from '../../src/forecast/forecast'
import { setHorizon } from '../../src/renderer/state/edits'
import { baselineScenario } from '../bundled'
import { expect, test } from './fixtures/brink'

test('range, weight, trend, shocks and note of a driver can all be edited', async ({
  workbench,
}) => {
  const { page } = workbench
  const driver = workbench.driver('israel-ties')
  await driver.getByRole('button', { name: /Azerbaijan–Israel ties/ }).click()
  await expect(driver.getByText('What bears on it')).toBeVisible()
  await expect(driver.locator('.evidence-list li')).toHaveCount(7)
  const before = await workbench.forecastOf('no-direct-confrontation')

  const intensity = driver.getByRole('group', { name: /Intensity/ })
  await intensity.getByLabel('High').fill('100')
  await intensity.getByLabel('High').press('Enter')
  await expect(driver).toContainText('55–100')

  const weight = driver.getByRole('group', { name: /Weight/ })
  await weight.getByLabel('High').fill('12')
  await weight.getByLabel('High').press('Enter')
  await expect(driver.getByText(/The case gives ×3/)).toBeVisible()

  await driver.getByLabel('Trend, points a year').fill('20')
  await driver.getByLabel('Trend, points a year').press('Enter')
  await driver.getByRole('button', { name: 'Add a shock' }).click()
  await driver.getByLabel('What happens').fill('A strike')
  await driver.getByLabel('Change').fill('15')
  await driver.getByLabel('Change').press('Enter')
  await expect(driver.getByText('+15 from August 2023 on')).toBeVisible()
  await driver.getByLabel('Note').fill('Because of the airfield')
  await driver.getByLabel('Note').blur()
  await expect(driver).toContainText('weight ×3 (1.5–12) · +20 a year · 1 shock')
  await workbench.settled()
  expect(await workbench.forecastOf('no-direct-confrontation')).toBeGreaterThan(before)

  await driver.getByRole('button', { name: 'Reset Azerbaijan–Israel ties to the article' }).click()
  await expect(page.getByText('as in the article')).toBeVisible()
  await expect(driver.getByLabel('Note')).toHaveValue('Because of the airfield')
})

test('a number that cannot be is refused where it stands and keeps what was typed', async ({
  workbench,
}) => {
  const field = workbench.exactIntensity('nationalism')
  await field.fill('140')
  await expect(workbench.driver('nationalism').getByRole('alert')).toHaveText(
    'A number from 0 to 100',
  )
  await expect(field).toHaveValue('140')
  await field.press('Escape')
  await expect(field).toHaveValue('50')
})

test('only what changed can be shown, and all of it reset', async ({ workbench }) => {
  const { page } = workbench
  await workbench.setIntensity('nationalism', 80)
  await workbench.setIntensity('cost-of-war', 60)
  await page.getByRole('button', { name: '2 of 7 changed' }).click()
  await expect(page.locator('[data-driver]')).toHaveCount(2)
  await page.getByRole('button', { name: 'reset all' }).click()
  await expect(page.getByText('Nothing differs from the article.')).toBeVisible()
  await page.getByRole('button', { name: 'show all' }).click()
  await expect(page.locator('[data-driver]')).toHaveCount(7)
})

test('horizon and start change the forecast and its words', async ({ workbench }) => {
  const { page } = workbench
  await page.getByLabel('Months ahead').fill('24')
  await page.getByLabel('Months ahead').press('Enter')
  await workbench.settled()
  const expected = forecast(setHorizon(baselineScenario(), 24)).conclusion[1]?.mean[24]
  await expect(workbench.headline).toContainText(
    `within 24 months: ${sayProbability(expected ?? Number.NaN)}`,
  )
  const start = page.getByRole('group', { name: /Where it stands on 25 May 2023/ })
  await start.getByLabel('Show of force').fill('100')
  await start.getByLabel('Show of force').press('Enter')
  await expect(start.getByLabel('Accusations')).toHaveValue('0')
  await workbench.settled()
  expect(await workbench.forecastOf('limited-escalation')).toBe(100)
})

test('a long run shows its progress and can be stopped', async ({ workbench }) => {
  const { page } = workbench
  await page.getByRole('button', { name: /draws · seed/ }).click()
  await page.getByLabel('Draws', { exact: true }).fill('1000000')
  await page.getByLabel('Draws', { exact: true }).press('Enter')
  await expect(page.getByRole('progressbar', { name: 'Draws done' })).toBeVisible()
  await page.getByRole('button', { name: 'Stop here' }).click()
  await expect(page.getByTestId('run-state')).toHaveText(/stopped at [\d,]+ of 1,000,000 draws/)
})

test('a slider that comes back to the article stays under the hand', async ({ workbench }) => {
  const { page } = workbench
  await workbench.setIntensity('nationalism', 51)
  await page.getByRole('button', { name: '1 of 7 changed' }).click()
  await workbench.slider('nationalism').focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(workbench.exactIntensity('nationalism')).toHaveValue('49')
})

test('resetting what does not differ leaves the document as it is', async ({ app, workbench }) => {
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('command', { kind: 'reset-drivers' })
  })
  await expect(workbench.saveState).toHaveText('not in a file yet')
  await expect(workbench.page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})
