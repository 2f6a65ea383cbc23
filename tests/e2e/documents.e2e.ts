import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, scenarioPath, test } from './fixtures/brink'

test.describe('started on a file', () => {
  test.use({ file: scenarioPath('strike-from-azerbaijan') })
  test('it opens on that file', async ({ workbench }) => {
    await expect(workbench.documentTitle).toHaveText('A strike on Iran from Azerbaijani soil')
    await expect(workbench.saveState).toHaveText(
      'iran-azerbaijan-2023-strike-from-azerbaijan.brink, saved',
    )
    await expect(workbench.page.getByText('4 of 7 changed')).toBeVisible()
  })
})

test.describe('started on a file that is not there', () => {
  test.use({ file: '/nowhere/lost.brink' })
  test('it says so and opens the baseline', async ({ workbench }) => {
    const alert = workbench.page.getByRole('alert')
    await expect(alert).toContainText('lost.brink was not opened. There is no such file.')
    await expect(workbench.documentTitle).toHaveText('The article’s reading')
  })
})

const broken: [name: string, make: (path: string) => void, says: string][] = [
  ['prose', (path) => writeFileSync(path, 'hello'), 'not valid JSON'],
  ['nothing', (path) => writeFileSync(path, ''), 'is empty'],
  [
    'another format',
    (path) => writeFileSync(path, '{"a": 1}'),
    'format: expected "brink-scenario"',
  ],
  [
    'a newer version',
    (path) => writeFileSync(path, '{"format": "brink-scenario", "formatVersion": 7}'),
    'made by a newer version',
  ],
  [
    'a number out of range',
    (path) => {
      const file = JSON.parse(readFileSync(scenarioPath('baseline'), 'utf8'))
      file.judgment.drivers['israel-ties'].intensity.low = -1
      writeFileSync(path, JSON.stringify(file))
    },
    'judgment.drivers.israel-ties.intensity.low: expected a number of at least 0',
  ],
  ['a folder', (path) => mkdirSync(path), 'It is a folder'],
]

for (const [name, make, says] of broken) {
  test(`a bad file is refused with its place, and what was open stays: ${name}`, async ({
    workbench,
    folder,
  }) => {
    await workbench.setIntensity('cost-of-war', 33)
    await workbench.answerUnsavedQuestion(1)
    const path = join(folder, 'bad.brink')
    make(path)
    await workbench.answerOpenDialog(path)
    await workbench.command('open')
    await expect(workbench.page.getByRole('alert')).toContainText(says)
    await expect(workbench.exactIntensity('cost-of-war')).toHaveValue('33')
    await expect(workbench.saveState).toHaveText('not saved')
  })
}

test('unsaved work is asked about: going back keeps it, saving saves it', async ({
  workbench,
  folder,
}) => {
  await workbench.setIntensity('normalization', 20)
  await workbench.answerOpenDialog(scenarioPath('unrest-in-north'))
  await workbench.answerUnsavedQuestion(2)
  await workbench.command('open')
  await expect(workbench.exactIntensity('normalization')).toHaveValue('20')

  const saved = join(folder, 'kept')
  await workbench.answerSaveDialog(saved)
  await workbench.answerUnsavedQuestion(0)
  await workbench.command('open')
  await expect(workbench.documentTitle).toHaveText('Unrest in the Azerbaijani provinces of Iran')
  const kept = JSON.parse(readFileSync(`${saved}.brink`, 'utf8'))
  expect(kept.judgment.drivers.normalization.intensity.mode).toBe(0.2)
})

test('closing with unsaved work saves it when asked to', async ({ app, workbench, folder }) => {
  const saved = join(folder, 'at-close.brink')
  await workbench.setIntensity('normalization', 20)
  await workbench.answerSaveDialog(saved)
  await workbench.answerUnsavedQuestion(0)
  const ended = app.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await ended
  expect(existsSync(saved)).toBe(true)
})

test('a save that fails says so, leaves the old file and stays unsaved', async ({
  workbench,
  folder,
}) => {
  await workbench.setIntensity('normalization', 20)
  const target = join(folder, 'occupied.brink')
  mkdirSync(target)
  await workbench.answerSaveDialog(target)
  await workbench.command('save')
  const alert = workbench.page.getByRole('alert')
  await expect(alert).toContainText('occupied.brink was not saved.')
  await expect(alert).toContainText('Use Save As')
  await expect(workbench.saveState).toHaveText('not saved')
  await expect(alert.getByRole('button', { name: 'Save again' })).toHaveCount(0)
  await workbench.answerSaveDialog(join(folder, 'free.brink'))
  await alert.getByRole('button', { name: 'Save As…' }).click()
  await expect(workbench.saveState).toHaveText('free.brink, saved')
  await expect(alert).toHaveCount(0)
})

/** Until it is given back, nothing new can be begun on any disk. */
const fillDisks = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => {
    const promises = process.getBuiltinModule('node:fs/promises')
    const { open } = promises
    promises.open = async (path, flags, mode) => {
      if (flags !== 'wx') return open(path, flags, mode)
      throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
    }
    Object.assign(globalThis, { giveBack: () => Object.assign(promises, { open }) })
    process.getBuiltinModule('node:module').syncBuiltinESMExports()
  })

const emptyDisks = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => {
    ;(globalThis as unknown as { giveBack: () => void }).giveBack()
    process.getBuiltinModule('node:module').syncBuiltinESMExports()
  })

test('a save that failed is tried again from where it is told', async ({
  app,
  workbench,
  folder,
}) => {
  const path = join(folder, 'own.brink')
  copyFileSync(scenarioPath('corridor-forced'), path)
  await workbench.answerOpenDialog(path)
  await workbench.command('open')
  await expect(workbench.saveState).toHaveText('own.brink, saved')
  await workbench.setIntensity('normalization', 20)
  await fillDisks(app)
  await workbench.command('save')
  const alert = workbench.page.getByRole('alert')
  await expect(alert).toContainText('own.brink was not saved.')
  await expect(alert).toContainText('There is no room left')
  await expect(workbench.saveState).toHaveText('own.brink, edited')
  // It is in sight however far down one is, and goes when undo leads back to what the file holds.
  const desk = workbench.page.locator('#desk')
  await desk.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  expect(await desk.evaluate((element) => element.scrollTop)).toBeGreaterThan(0)
  await expect(alert).toBeInViewport({ ratio: 1 })
  await workbench.command('undo')
  await expect(workbench.saveState).toHaveText('own.brink, saved')
  await expect(alert).toHaveCount(0)
  await workbench.command('redo')
  await workbench.answerSaveDialog(join(folder, 'else.brink'))
  await workbench.command('save-as')
  // “Again” would be to the file it has, and not to the place just chosen.
  await expect(alert).toContainText('else.brink was not saved.')
  await expect(alert.getByRole('button')).toHaveText(['Save As…', 'Put away'])
  await workbench.command('save')
  await expect(alert).toContainText('own.brink was not saved.')
  await emptyDisks(app)
  await alert.getByRole('button', { name: 'Save again' }).click()
  await expect(workbench.saveState).toHaveText('own.brink, saved')
  await expect(alert).toHaveCount(0)
})

test('a file saved again without a change is the same to the byte', async ({
  workbench,
  folder,
}) => {
  const path = join(folder, 'copy.brink')
  copyFileSync(scenarioPath('corridor-forced'), path)
  await workbench.answerOpenDialog(path)
  await workbench.command('open')
  await expect(workbench.saveState).toHaveText('copy.brink, saved')
  await workbench.answerSaveDialog(join(folder, 'again.brink'))
  await workbench.command('save-as')
  await expect(workbench.saveState).toHaveText('again.brink, saved')
  expect(readFileSync(join(folder, 'again.brink'))).toEqual(readFileSync(path))
})

test('bundled and recent scenarios are at hand', async ({ workbench, folder }) => {
  const { page } = workbench
  await page.getByRole('button', { name: 'Scenarios…' }).click()
  await page.getByRole('button', { name: /^Normalization that holds/ }).click()
  await expect(workbench.documentTitle).toHaveText('Normalization that holds')
  await workbench.answerSaveDialog(join(folder, 'mine.brink'))
  await workbench.command('save')
  await expect(workbench.saveState).toHaveText('mine.brink, saved')
  await workbench.command('new')
  await expect(workbench.documentTitle).toHaveText('Untitled scenario')
  await expect(page.getByText('as in the article')).toBeVisible()
  await page.getByRole('button', { name: 'Scenarios…' }).click()
  await page.getByRole('button', { name: /mine\.brink/ }).click()
  await expect(workbench.documentTitle).toHaveText('Normalization that holds')
})

test('a number typed but not yet entered is not lost on closing', async ({
  app,
  workbench,
  folder,
}) => {
  const saved = join(folder, 'typed.brink')
  await workbench.exactIntensity('normalization').fill('22')
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
    .toMatch(/^•/)
  await workbench.answerSaveDialog(saved)
  await workbench.answerUnsavedQuestion(0)
  const ended = app.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await ended
  const kept = JSON.parse(readFileSync(saved, 'utf8'))
  expect(kept.judgment.drivers.normalization.intensity.mode).toBe(0.22)
})

test('a number typed but not yet entered is asked about before another file takes its place', async ({
  workbench,
}) => {
  await workbench.exactIntensity('normalization').fill('22')
  await workbench.answerOpenDialog(scenarioPath('unrest-in-north'))
  await workbench.answerUnsavedQuestion(2)
  await workbench.command('open')
  await expect(workbench.exactIntensity('normalization')).toHaveValue('22')
  await expect(workbench.documentTitle).toHaveText('The article’s reading')
  await expect(workbench.saveState).toHaveText('not saved')
})
