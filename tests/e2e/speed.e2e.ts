import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, scenarioPath, test } from './fixtures/brink'

/** What a change costs in counts that no clock enters into. */

test('one move of a slider draws each curve anew at most twice, and no axis at all', async ({
  workbench,
}) => {
  const { page } = workbench
  await page.locator('.strips circle').first().waitFor()
  await page.evaluate(() => {
    const seen = new Map<Element, number>()
    const frame: string[] = []
    Object.assign(window, { seen, frame })
    new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement
        if (!element?.closest('.chart')) continue
        if (element.closest('.recharts-cartesian-axis, .recharts-cartesian-grid')) {
          frame.push(element.outerHTML.slice(0, 80))
        }
        if (element.matches('path')) seen.set(element, (seen.get(element) ?? 0) + 1)
      }
    }).observe(document.body, { subtree: true, attributes: true, childList: true })
  })
  const slider = workbench.slider('israel-ties')
  const box = await slider.boundingBox()
  if (!box) throw new Error('the slider is not to be seen')
  await page.mouse.move(box.x + box.width * 0.71, box.y + box.height / 2)
  await page.mouse.down()
  await workbench.settled()
  const forget = () =>
    page.evaluate(() => {
      const { seen, frame } = window as unknown as { seen: Map<Element, number>; frame: string[] }
      const counts = { most: Math.max(0, ...seen.values()), curves: seen.size, frame: [...frame] }
      seen.clear()
      frame.length = 0
      return counts
    })
  await forget()
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height / 2)
  // Once under the moving hand and once when it is whole, with `d` the one thing that changes.
  await expect.poll(() => page.getByTestId('run-state').getAttribute('data-settled')).toBe('true')
  await workbench.settled()
  const { most, curves, frame } = await forget()
  await page.mouse.up()
  expect(curves).toBeGreaterThan(5)
  expect(most).toBeLessThanOrEqual(2)
  expect(frame).toEqual([])
})

test('a run of many draws is shared with the other cores', async ({ workbench, folder }) => {
  const helpers = () =>
    workbench.page.workers().filter((worker) => worker.url().includes('segment-worker'))
  expect(helpers()).toEqual([])
  const file = join(folder, 'many-draws.brink')
  const text = readFileSync(scenarioPath('baseline'), 'utf8')
  writeFileSync(file, text.replace('"draws": 4096', '"draws": 60000'))
  await workbench.answerOpenDialog(file)
  await workbench.command('open')
  await expect(workbench.page.getByRole('button', { name: /60,000 draws/ })).toBeVisible()
  await workbench.settled()
  expect(await workbench.forecastOf('no-direct-confrontation')).toBe(2)
  const cores = await workbench.page.evaluate(() => navigator.hardwareConcurrency)
  expect(helpers()).toHaveLength(Math.min(cores - 1, 7))
})
