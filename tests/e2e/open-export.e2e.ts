import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromiumSwitches } from '../../scripts/electron.mjs'
import { PNG } from '../provenance/samples'
import { expect, root, test } from './fixtures/brink'
import { Workbench } from './pages/workbench'

/** What an export shows is opened from it again, and nothing else is. */

const CHANGES = [
  ['nationalism', 83],
  ['cost-of-war', 31],
] as const

async function exportEvent(workbench: Workbench, path: string, format: string): Promise<void> {
  const { page } = workbench
  await workbench.answerSaveDialog(path)
  await page.getByRole('button', { name: 'Export: Chance by month' }).click()
  await page.getByLabel(new RegExp(`^${format}`, 'i')).check()
  await page.getByRole('button', { name: /^Export (PNG|SVG|CSV)…$/ }).click()
  await expect(page.getByText(`Exported to chart.${format}.`)).toBeVisible()
}

async function openByDialog(workbench: Workbench, path: string): Promise<void> {
  await workbench.answerOpenDialog(path)
  await workbench.command('open')
}

async function openByDrop({ page }: Workbench, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files: [path], dragOperationsMask: 1 }
    await session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data })
  }
}

/** Changes, unsaved, and what comes of them in the window. */
async function changed(workbench: Workbench) {
  for (const [driver, intensity] of CHANGES) await workbench.setIntensity(driver, intensity)
  return workbench.answer()
}

for (const [format, open] of [
  ['svg', openByDialog],
  ['png', openByDrop],
] as const) {
  test(`a chart exported as ${format} opens as the scenario that it shows`, async ({
    app,
    workbench,
    folder,
  }) => {
    const { page } = workbench
    const path = join(folder, `chart.${format}`)
    const before = await changed(workbench)
    expect(before.claims.length).toBeGreaterThan(3)
    await exportEvent(workbench, path, format)
    const written = readFileSync(path)

    await workbench.setIntensity('nationalism', 5)
    expect((await workbench.answer()).headline).not.toBe(before.headline)
    await workbench.answerUnsavedQuestion(1)
    await open(workbench, path)
    await expect(page.getByRole('status').filter({ hasText: 'scenario behind' })).toContainText(
      new RegExp(
        `^This is the scenario behind chart\\.${format}, exported .* UTC\\. It is in no file yet\\.`,
      ),
    )
    expect(await workbench.answer()).toEqual(before)
    await expect(page.getByText('2 of 7 changed')).toBeVisible()

    // It has no file, so that saving asks where; the export is left as it is.
    const saved = join(folder, 'from-export.brink')
    await workbench.answerSaveDialog(saved)
    await workbench.command('save')
    await expect(workbench.saveState).toHaveText('from-export.brink, saved')
    const { judgment } = JSON.parse(readFileSync(saved, 'utf8'))
    expect(judgment.drivers.nationalism.intensity.mode).toBe(0.83)
    expect(readFileSync(path)).toEqual(written)
    const menu = await app.evaluate(({ Menu }) => {
      const flat = (menu: Electron.Menu | undefined): string[] =>
        (menu?.items ?? []).flatMap(({ label, submenu }) => [label, ...flat(submenu)])
      return flat(Menu.getApplicationMenu() ?? undefined)
    })
    expect(menu).toContain('from-export.brink')
    expect(menu).not.toContain(`chart.${format}`)
  })
}

test('an export handed over by a second launch opens in a window of its own', async ({
  app,
  workbench,
  folder,
}) => {
  const path = join(folder, 'chart.png')
  const before = await changed(workbench)
  await exportEvent(workbench, path, 'png')
  const opened = app.waitForEvent('window')
  const data = `--user-data-dir=${join(folder, 'user-data')}`
  const args = [...chromiumSwitches({ headless: true }), data, root, path]
  spawn(app.process().spawnfile, args, { stdio: 'ignore' })
  const other = new Workbench(app, await opened)
  await expect(other.page.getByText(/^This is the scenario behind chart\.png,/)).toBeVisible()
  expect(await other.answer()).toEqual(before)
  // A page that has to be loaded again still shows it, and still without a file.
  await other.page.reload()
  expect(await other.answer()).toEqual(before)
})

test('what holds no scenario, or another than was exported, is refused and changes nothing', async ({
  workbench,
  folder,
}) => {
  const before = await changed(workbench)
  const path = join(folder, 'chart.svg')
  await exportEvent(workbench, path, 'svg')
  await workbench.answerUnsavedQuestion(1)

  const foreign = join(folder, 'foreign.png')
  writeFileSync(foreign, PNG)
  await openByDialog(workbench, foreign)
  await expect(workbench.page.getByRole('alert')).toContainText(
    'foreign.png was not opened. It holds no scenario.',
  )
  const svg = readFileSync(path, 'utf8')
  const edited = svg.replace('\\"mode\\": 0.83', '\\"mode\\": 0.38')
  expect(edited).not.toBe(svg)
  writeFileSync(path, edited)
  await openByDialog(workbench, path)
  await expect(workbench.page.getByRole('alert')).toContainText(
    'chart.svg was not opened. The scenario in it was altered.',
  )
  expect(await workbench.answer()).toEqual(before)
})
