import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { test as base, expect, scenarioPath } from './fixtures/brink'
import { closeUnasked, firstWorkbench, kill, launch } from './fixtures/launch'
import { choose } from './fixtures/menu'
import { Workbench } from './pages/workbench'

/** An app that has been killed with unsaved work on a file, and what is started after it. */
const test = base.extend<{
  path: string
  restart: (file?: string) => Promise<[ElectronApplication, Workbench]>
}>({
  path: async ({ folder }, use) => {
    const path = join(folder, 'work.brink')
    copyFileSync(scenarioPath('corridor-forced'), path)
    await use(path)
  },
  restart: async ({ folder }, use) => {
    const running = new Set<ElectronApplication>()
    await use(async (file) => {
      const app = await launch(folder, file)
      running.add(app)
      app.on('close', () => running.delete(app))
      return [app, await firstWorkbench(app)]
    })
    for (const app of running) await closeUnasked(app)
  },
})

const notesIn = (folder: string): string[] =>
  existsSync(join(folder, 'user-data', 'unsaved'))
    ? readdirSync(join(folder, 'user-data', 'unsaved')).filter((name) => name.endsWith('.journal'))
    : []

async function crashWithUnsavedWork(folder: string, path: string | undefined): Promise<void> {
  const app = await launch(folder, path)
  const workbench = await firstWorkbench(app)
  await workbench.setIntensity('nationalism', 83)
  await expect.poll(() => notesIn(folder)).toHaveLength(1)
  await kill(app)
}

test('after a crash the next start offers the work beside its file, with what differs', async ({
  folder,
  path,
  restart,
}) => {
  const before = readFileSync(path)
  await crashWithUnsavedWork(folder, path)
  expect(readFileSync(path)).toEqual(before)

  const [app, workbench] = await restart()
  const { page } = workbench
  const dialog = page.getByRole('dialog', { name: 'Recovered work' })
  await expect(dialog).toContainText('work.brink still holds what was last saved.')
  expect(await workbench.hindrances()).toEqual([])
  expect(await workbench.tooWide('.dialog, .change-list, .change-list td')).toEqual([])
  const row = dialog.getByRole('row', { name: /^Nationalism/ })
  await expect(row.getByRole('cell').last()).toContainText('83')
  expect(notesIn(folder)).toHaveLength(1)

  await dialog.getByRole('button', { name: 'Open the recovered work' }).click()
  await expect(workbench.exactIntensity('nationalism')).toHaveValue('83')
  await expect(workbench.saveState).toHaveText('work.brink, edited')
  await workbench.command('undo')
  await expect(workbench.saveState).toHaveText('work.brink, saved')
  await workbench.command('redo')
  await workbench.command('save')
  await expect(workbench.saveState).toHaveText('work.brink, saved')
  expect(JSON.parse(readFileSync(path, 'utf8')).judgment.drivers.nationalism.intensity.mode).toBe(
    0.83,
  )
  await expect.poll(() => notesIn(folder)).toEqual([])
  await app.close()
})

test('the choice can be left for later, and nothing is lost by it', async ({
  folder,
  path,
  restart,
}) => {
  await crashWithUnsavedWork(folder, path)
  const [app, workbench] = await restart()
  await workbench.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await closeUnasked(app)
  expect(notesIn(folder)).toHaveLength(1)

  const [, again] = await restart()
  await expect(again.page.getByRole('dialog', { name: 'Recovered work' })).toBeVisible()
  await again.page.keyboard.press('Escape')
  await again.command('recovery')
  const dialog = again.page.getByRole('dialog', { name: 'Recovered work' })
  await again.answerUnsavedQuestion(1)
  await dialog.getByRole('button', { name: 'Discard it…' }).click()
  expect(notesIn(folder)).toHaveLength(1)
  await again.answerUnsavedQuestion(0)
  await dialog.getByRole('button', { name: 'Discard it…' }).click()
  await expect(dialog).toHaveCount(0)
  await again.command('recovery')
  await expect(dialog).toContainText('There is no unsaved work')
  expect(notesIn(folder)).toEqual([])
})

test('of two left behind, opening one leaves the offer of the other, and the keyboard finds the screen', async ({
  folder,
  path,
  restart,
}) => {
  const first = await launch(folder, path)
  await (await firstWorkbench(first)).setIntensity('nationalism', 83)
  const opened = first.waitForEvent('window')
  await choose(first, 'New Window')
  const second = new Workbench(first, await opened)
  await second.settled()
  await second.setIntensity('nationalism', 20)
  await expect.poll(() => notesIn(folder)).toHaveLength(2)
  await kill(first)

  const [, workbench] = await restart()
  const dialog = workbench.page.getByRole('dialog', { name: 'Recovered work' })
  const works = dialog.getByRole('button', { name: 'Open the recovered work' })
  await expect(works).toHaveCount(2)
  await works.first().click()
  await expect(workbench.exactIntensity('nationalism')).toHaveValue('20')
  await expect(works).toHaveCount(1)
  await expect(dialog).toContainText('work.brink still holds what was last saved.')
  await workbench.page.keyboard.press('Escape')
  await expect(workbench.page.locator('#desk')).toBeFocused()
})

test('work that never had a file comes back too', async ({ folder, restart }) => {
  await crashWithUnsavedWork(folder, undefined)
  const [, workbench] = await restart()
  const dialog = workbench.page.getByRole('dialog', { name: 'Recovered work' })
  await expect(dialog).toContainText('It was in no file yet.')
  await dialog.getByRole('button', { name: 'Open the recovered work' }).click()
  await expect(workbench.exactIntensity('nationalism')).toHaveValue('83')
  await expect(workbench.saveState).toHaveText('not saved')
})

test('where the file was changed meanwhile, saving asks first', async ({
  folder,
  path,
  restart,
}) => {
  await crashWithUnsavedWork(folder, path)
  copyFileSync(scenarioPath('opponents-armed'), path)
  const theirs = readFileSync(path)
  const [, workbench] = await restart()
  const dialog = workbench.page.getByRole('dialog', { name: 'Recovered work' })
  await expect(dialog).toContainText('work.brink has been changed since; saving will ask.')
  await dialog.getByRole('button', { name: 'Open the recovered work' }).click()
  const question = workbench.page.getByRole('alert', { name: 'The file has changed' })
  await expect(question).toBeVisible()
  await workbench.command('save')
  await expect(question).toBeVisible()
  expect(readFileSync(path)).toEqual(theirs)
  await question.getByRole('button', { name: 'Keep mine' }).click()
  await expect(workbench.saveState).toHaveText('work.brink, saved')
  expect(JSON.parse(readFileSync(path, 'utf8')).judgment.drivers.nationalism.intensity.mode).toBe(
    0.83,
  )
})

/** Asked of main: the driver of the tests lets go of a page that crashes. */
const shownIn = (app: ElectronApplication, expression: string): Promise<unknown> =>
  app.evaluate(({ BrowserWindow }, script) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents
    // A page on its way up or down never answers.
    const silence = new Promise((resolve) => setTimeout(() => resolve(''), 500))
    return Promise.race([page?.executeJavaScript(script).catch(() => ''), silence])
  }, expression)

test('a page that stops is loaded again with the work on it', async ({ folder, path, restart }) => {
  const app = await launch(folder, path)
  const workbench = await firstWorkbench(app)
  await workbench.setIntensity('nationalism', 83)
  await expect.poll(() => notesIn(folder)).toHaveLength(1)
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  await expect
    .poll(() => shownIn(app, 'document.body.innerText'), { timeout: 20_000 })
    .toContain('This window stopped working and was started again.')
  const field = '[data-driver="nationalism"] input[type="text"]'
  expect(await shownIn(app, `document.querySelector('${field}').value`)).toBe('83')
  await kill(app)
  // And it is still noted.
  const [, again] = await restart()
  await expect(again.page.getByRole('dialog', { name: 'Recovered work' })).toBeVisible()
})

test('opened by a double click on its file, recovered work comes up in that window', async ({
  folder,
  path,
  restart,
}) => {
  await crashWithUnsavedWork(folder, path)
  const [app, workbench] = await restart(path)
  const dialog = workbench.page.getByRole('dialog', { name: 'Recovered work' })
  await dialog.getByRole('button', { name: 'Open the recovered work' }).click()
  await expect(workbench.exactIntensity('nationalism')).toHaveValue('83')
  await expect(workbench.saveState).toHaveText('work.brink, edited')
  expect(app.windows()).toHaveLength(1)
})

test('beside its file, which is worked on again, recovered work says why it is in none', async ({
  folder,
  path,
  restart,
}) => {
  await crashWithUnsavedWork(folder, path)
  const [app, workbench] = await restart(path)
  await workbench.page.keyboard.press('Escape')
  await workbench.setIntensity('nationalism', 20)
  await workbench.command('recovery')
  const opened = app.waitForEvent('window')
  await workbench.page.getByRole('button', { name: 'Open the recovered work' }).click()
  const beside = new Workbench(app, await opened)
  await expect(beside.exactIntensity('nationalism')).toHaveValue('83')
  await expect(beside.saveState).toHaveText('not saved')
  await expect(beside.page.locator('.banner')).toContainText(
    'This is the recovered work on work.brink, which is open in another window.',
  )
})

test('a page that stops with an unchanged scenario without a file shows that one again', async ({
  folder,
  restart,
}) => {
  const [app, workbench] = await restart()
  await workbench.page.getByRole('button', { name: 'Scenarios…' }).click()
  await workbench.page.getByRole('button', { name: /^The corridor forced open/ }).click()
  await expect(workbench.documentTitle).toHaveText('The corridor forced open')
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  await expect
    .poll(() => shownIn(app, 'document.body.innerText'), { timeout: 20_000 })
    .toContain('This window stopped working and was started again.')
  expect(await shownIn(app, "document.querySelector('.document-title').innerText")).toBe(
    'The corridor forced open',
  )
  expect(notesIn(folder)).toEqual([])
})

test('what is told of a start does not hide why its file was not opened', async ({
  folder,
  restart,
}) => {
  const [first] = await restart()
  await closeUnasked(first)
  writeFileSync(join(folder, 'user-data', 'settings.json'), '{"recent": [')
  const [, workbench] = await restart('/nowhere/lost.brink')
  const notice = workbench.page.getByRole('alert')
  await expect(notice).toContainText('lost.brink was not opened. There is no such file.')
  await expect(notice).toContainText('The settings could not be read')
})

test('broken settings and notes stop no start, and are told and kept', async ({
  folder,
  path,
  restart,
}) => {
  await crashWithUnsavedWork(folder, path)
  const [note = ''] = notesIn(folder)
  writeFileSync(join(folder, 'user-data', 'unsaved', note), 'garbage')
  writeFileSync(join(folder, 'user-data', 'settings.json'), '{"recent": [')
  const [app, workbench] = await restart()
  const notice = workbench.page.getByRole('alert')
  await expect(notice).toContainText('The settings could not be read')
  await expect(notice).toContainText('Unsaved work of an earlier session could not be read.')
  await closeUnasked(app)
  const [, quiet] = await restart()
  await expect(quiet.page.getByRole('alert')).toHaveCount(0)
  const kept = readdirSync(join(folder, 'user-data')).filter((name) => name.includes('unreadable'))
  expect(kept).toHaveLength(1)
  rmSync(join(folder, 'user-data', 'settings.json'), { force: true })
})

test('work that cannot be noted is said to be in danger, in full, until it is noted', async ({
  folder,
  restart,
}) => {
  const path = join(folder, `${'long name '.repeat(20)}.brink`)
  copyFileSync(scenarioPath('corridor-forced'), path)
  const [, workbench] = await restart(path)
  const { page } = workbench
  const notes = join(folder, 'user-data', 'unsaved')
  rmSync(notes, { recursive: true, force: true })
  writeFileSync(notes, 'no folder')
  await workbench.setIntensity('nationalism', 83)
  const warning = page.getByText('a crash would lose your changes')
  await expect(warning).toBeVisible()
  await workbench.resize(1024, 700)
  expect(await workbench.tooWide('.app, .status-line')).toEqual([])
  for (const part of [warning, workbench.saveState.getByText(', edited')]) {
    const box = await part.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(1024)
  }
  rmSync(notes)
  await expect(warning).toHaveCount(0)
  expect(notesIn(folder)).toHaveLength(1)
})
