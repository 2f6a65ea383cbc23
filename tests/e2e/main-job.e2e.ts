import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures/brink'

test('an analyst moves a driver, reads the answer, saves, reopens and exports', async ({
  workbench,
  folder,
}) => {
  const { page, headline, standing } = workbench
  await expect(headline).toHaveText(/Direct confrontation within 12 months: 2.% \(0–9.%\)/)
  await expect(standing).toContainText('“unlikely” in ICD 203 (20–45')
  await expect(standing).toContainText('this scenario, “almost no chance”, agrees, more firmly')
  const before = await workbench.forecastOf('no-direct-confrontation')

  // Israel ties to the top, by keyboard as on the slider.
  await workbench.slider('israel-ties').focus()
  await page.keyboard.press('End')
  await workbench.settled()
  await expect(workbench.exactIntensity('israel-ties')).toHaveValue('100')
  await expect.poll(() => workbench.forecastOf('no-direct-confrontation')).toBeGreaterThan(before)
  await expect(page.getByText('1 of 7 changed')).toBeVisible()
  await expect(workbench.saveState).toHaveText('not saved')
  const answered = await headline.innerText()

  const saved = join(folder, 'israel at the top.brink')
  await workbench.answerSaveDialog(saved)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(workbench.saveState).toHaveText('israel at the top.brink, saved')

  await workbench.setIntensity('israel-ties', 10)
  await workbench.answerUnsavedQuestion(1)
  await workbench.answerOpenDialog(saved)
  await workbench.command('open')
  await expect(headline).toHaveText(answered)
  await expect(workbench.exactIntensity('israel-ties')).toHaveValue('100')

  // A picture for a briefing is light, whatever the screen is.
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const format of ['svg', 'png', 'csv'] as const) {
    const exported = join(folder, `chart.${format}`)
    await workbench.answerSaveDialog(exported)
    await page.getByRole('button', { name: 'Export: Chance by month' }).click()
    await page.getByLabel(new RegExp(`^${format}`, 'i')).check()
    await page.getByRole('button', { name: /^Export (PNG|SVG|CSV)…$/ }).click()
    await expect(page.getByText(`Exported to chart.${format}.`)).toBeVisible()
  }
  const svg = readFileSync(join(folder, 'chart.svg'), 'utf8')
  expect(svg).toContain('4,096 draws, seed 1')
  expect(svg).toContain('as of 25 May 2023')
  expect(svg).not.toContain('var(--')
  expect(svg).toContain('rgb(31, 78, 121)')
  expect([...readFileSync(join(folder, 'chart.png')).subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47])
  const csv = readFileSync(join(folder, 'chart.csv'), 'utf8').split('\r\n')
  expect(csv[0]).toContain('mean,p05,p25,p50,p75,p95,standard_error')
  expect(csv).toHaveLength(1 + 2 * 13 + 1)
})

const shapesOf = (paths: Element[]): (string | null)[] =>
  paths.map((path) => path.getAttribute('d'))

test('a drag is one step of undo and ends on its last value', async ({ workbench }) => {
  const { page } = workbench
  const slider = workbench.slider('nationalism')
  const box = await slider.boundingBox()
  if (!box) throw new Error('the slider is not to be seen')
  const y = box.y + box.height / 2
  const at = (share: number): number => box.x + 8 + share * (box.width - 16)
  await page.mouse.move(at(0.5), y)
  await page.mouse.down()
  const atRest = await page.locator('.card-event .chart path').evaluateAll(shapesOf)
  for (let step = 1; step <= 20; step++) await page.mouse.move(at(0.5 + step * 0.02), y)
  // The charts follow while the slider is still held.
  await expect
    .poll(() => page.locator('.card-event .chart path').evaluateAll(shapesOf))
    .not.toEqual(atRest)
  await page.mouse.up()
  await expect(workbench.exactIntensity('nationalism')).toHaveValue('90')
  await workbench.settled()
  const dragged = await workbench.forecastOf('no-direct-confrontation')

  await workbench.command('undo')
  await expect(workbench.exactIntensity('nationalism')).toHaveValue('50')
  await expect(workbench.saveState).toHaveText('not in a file yet')
  await workbench.command('redo')
  await expect(workbench.exactIntensity('nationalism')).toHaveValue('90')
  await workbench.settled()
  expect(await workbench.forecastOf('no-direct-confrontation')).toBe(dragged)
})

test('a range cut off at the end of the scale comes back', async ({ workbench }) => {
  await workbench.setIntensity('israel-ties', 100)
  await expect(workbench.driver('israel-ties')).toContainText('85–100')
  await workbench.setIntensity('israel-ties', 70)
  await expect(workbench.driver('israel-ties')).toContainText('55–85')
  await expect(workbench.page.getByText('as in the article')).toBeVisible()
})
