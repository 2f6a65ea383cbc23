import {
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, scenarioPath, test } from './fixtures/brink'
import type { Workbench } from './pages/workbench'

const nationalismIn = (path: string): number =>
  JSON.parse(readFileSync(path, 'utf8')).judgment.drivers.nationalism.intensity.mode

const questionOf = ({ page }: Workbench) =>
  page.getByRole('alert', { name: 'The file has changed' })

/** Opens a copy of a bundled scenario and changes one driver, unsaved. */
async function workOn(workbench: Workbench, folder: string): Promise<string> {
  const path = join(folder, 'work.brink')
  copyFileSync(scenarioPath('corridor-forced'), path)
  await workbench.answerOpenDialog(path)
  await workbench.command('open')
  await expect(workbench.saveState).toHaveText('work.brink, saved')
  await workbench.setIntensity('nationalism', 83)
  return path
}

test('a file changed by another hand is asked about as soon as it is seen; theirs can be taken and given back', async ({
  workbench,
  folder,
}) => {
  const path = await workOn(workbench, folder)
  copyFileSync(scenarioPath('opponents-armed'), path)
  const question = questionOf(workbench)
  await expect(question).toContainText('work.brink has been changed by someone else')
  await expect(question).toContainText('Your changes are not saved.')
  await question.getByRole('button', { name: 'Take theirs' }).click()
  await expect(workbench.documentTitle).toHaveText('Each side arms the other’s opponents')
  await expect(workbench.saveState).toHaveText('work.brink, saved')
  await expect(question).toHaveCount(0)
  await workbench.command('undo')
  await expect(workbench.exactIntensity('nationalism')).toHaveValue('83')
  await expect(workbench.saveState).toHaveText('work.brink, edited')
  await workbench.command('save')
  await expect(workbench.saveState).toHaveText('work.brink, saved')
  expect(nationalismIn(path)).toBe(0.83)
})

test('keeping mine writes over theirs, which stays among the versions', async ({
  workbench,
  folder,
}) => {
  const path = await workOn(workbench, folder)
  copyFileSync(scenarioPath('opponents-armed'), path)
  // Before it could be seen by watching: the save itself looks.
  await workbench.command('save')
  const question = questionOf(workbench)
  await expect(question).toBeVisible()
  expect(readFileSync(path)).toEqual(readFileSync(scenarioPath('opponents-armed')))
  await question.getByRole('button', { name: 'Keep mine' }).click()
  await expect(workbench.saveState).toHaveText('work.brink, saved')
  expect(nationalismIn(path)).toBe(0.83)
  await workbench.command('versions')
  const versions = workbench.page.getByRole('dialog', { name: 'Versions' })
  await expect(versions.locator('bdi', { hasText: 'Each side arms' })).toHaveCount(1)
})

test('theirs and mine are compared on the screen made for it', async ({ workbench, folder }) => {
  const path = await workOn(workbench, folder)
  copyFileSync(scenarioPath('opponents-armed'), path)
  const question = questionOf(workbench)
  await question.getByRole('button', { name: 'Compare the two' }).click()
  const tab = workbench.page.getByRole('tab', { name: 'Compare' })
  await expect(tab).toHaveAttribute('aria-selected', 'true')
  await expect(workbench.page.locator('.card-differences')).toContainText(
    'Each side arms the other’s opponents',
  )
  // The question stays until it is answered.
  await expect(question).toBeVisible()
  const copy = join(folder, 'mine.brink')
  await workbench.answerSaveDialog(copy)
  await question.getByRole('button', { name: 'Save a copy…' }).click()
  await expect(workbench.saveState).toHaveText('mine.brink, saved')
  expect(nationalismIn(copy)).toBe(0.83)
  expect(readFileSync(path)).toEqual(readFileSync(scenarioPath('opponents-armed')))
})

test('a file that is gone is asked about, and comes back by saving', async ({
  workbench,
  folder,
}) => {
  const path = await workOn(workbench, folder)
  rmSync(path)
  const question = questionOf(workbench)
  await expect(question).toContainText('work.brink is no longer where it was.')
  await workbench.command('save')
  expect(existsSync(path)).toBe(false)
  await question.getByRole('button', { name: 'Save it there again' }).click()
  await expect(workbench.saveState).toHaveText('work.brink, saved')
  expect(nationalismIn(path)).toBe(0.83)
})

test('a question left for later leaves the document unsaved, and can be asked again', async ({
  app,
  workbench,
  folder,
}) => {
  const path = await workOn(workbench, folder)
  rmSync(path)
  const question = questionOf(workbench)
  await question.getByRole('button', { name: 'Decide later' }).click()
  await expect(question).toHaveCount(0)
  await expect(workbench.page.locator('#desk')).toBeFocused()
  await expect(workbench.saveState).toHaveText('work.brink, edited, and gone from the disk')
  // Without edits of one's own the work is in no file either: it stays noted, and closing asks.
  await workbench.command('undo')
  await expect(workbench.saveState).toHaveText('work.brink, gone from the disk')
  const unsaved = join(folder, 'user-data', 'unsaved')
  await workbench.page.waitForTimeout(1000)
  expect(readdirSync(unsaved)).toHaveLength(1)
  await workbench.answerUnsavedQuestion(2)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect(workbench.saveState).toBeVisible()
  await workbench.page.getByRole('button', { name: 'Decide…' }).focus()
  await workbench.page.keyboard.press('Enter')
  await expect(question).toBeFocused()
  await question.getByRole('button', { name: 'Save it there again' }).click()
  await expect(workbench.saveState).toHaveText('work.brink, saved')
  await expect(workbench.page.locator('#desk')).toBeFocused()
  await expect.poll(() => readdirSync(unsaved)).toEqual([])
  expect(readFileSync(path)).toEqual(readFileSync(scenarioPath('corridor-forced')))
})

test('a save over a file that was no scenario is a save', async ({ workbench, folder }) => {
  const path = join(folder, 'work.brink')
  writeFileSync(path, 'garbage')
  await workbench.setIntensity('nationalism', 83)
  await workbench.answerSaveDialog(path)
  await workbench.answerUnsavedQuestion(0)
  await workbench.command('save-as')
  await expect(workbench.saveState).toHaveText('work.brink, saved')
  expect(nationalismIn(path)).toBe(0.83)
})

test('a file replaced by something that is no scenario is kept from both sides', async ({
  workbench,
  folder,
}) => {
  const path = await workOn(workbench, folder)
  const other = join(folder, 'other')
  writeFileSync(other, '{"format": "brink-scenario", "formatVersion": 999}')
  renameSync(other, path)
  const question = questionOf(workbench)
  await expect(question).toContainText(
    'What is there now can neither be taken in nor written over.',
  )
  await expect(question).toContainText('made by a newer version of Brink')
  await expect(question.getByRole('button', { name: 'Take theirs' })).toHaveCount(0)
  // A file of a newer version is never written over, so that is not offered either.
  await expect(question.getByRole('button')).toHaveText(['Save a copy…', 'Decide later'])
  await question.getByRole('button', { name: 'Decide later' }).click()
  await workbench.command('save')
  await expect(question).toBeVisible()
  await expect(workbench.page.getByRole('alert')).toHaveCount(1)
  await workbench.answerSaveDialog(path)
  await workbench.answerUnsavedQuestion(0)
  await workbench.command('save-as')
  await expect(workbench.page.getByText('work.brink was not saved.')).toBeVisible()
  expect(readFileSync(path, 'utf8')).toContain('999')
})

test('a file touched or copied over by itself is not asked about', async ({
  workbench,
  folder,
}) => {
  const path = await workOn(workbench, folder)
  copyFileSync(scenarioPath('corridor-forced'), path)
  await workbench.command('save')
  await expect(workbench.saveState).toHaveText('work.brink, saved')
  await expect(questionOf(workbench)).toHaveCount(0)
})

test('through a link the true file is shown and written', async ({ workbench, folder }) => {
  const path = join(folder, 'true.brink')
  copyFileSync(scenarioPath('corridor-forced'), path)
  const link = join(folder, 'link.brink')
  symlinkSync(path, link)
  await workbench.answerOpenDialog(link)
  await workbench.command('open')
  await expect(workbench.saveState).toHaveText('true.brink, saved')
  await workbench.setIntensity('nationalism', 83)
  await workbench.command('save')
  await expect(workbench.saveState).toHaveText('true.brink, saved')
  expect(nationalismIn(path)).toBe(0.83)
  expect(nationalismIn(link)).toBe(0.83)
})

test('a second name of a file keeps the old content, and that is said', async ({
  workbench,
  folder,
}) => {
  const path = await workOn(workbench, folder)
  const alias = join(folder, 'alias.brink')
  linkSync(path, alias)
  await workbench.command('save')
  await expect(
    workbench.page.getByText('work.brink had another name in the file system.'),
  ).toBeVisible()
  expect(nationalismIn(path)).toBe(0.83)
  expect(readFileSync(alias)).toEqual(readFileSync(scenarioPath('corridor-forced')))
})

test('former versions can be looked at, gone back to and opened beside', async ({
  app,
  workbench,
  folder,
}) => {
  const { page } = workbench
  await workbench.command('versions')
  const versions = page.getByRole('dialog', { name: 'Versions' })
  await expect(versions).toContainText('This scenario is in no file yet.')
  await page.keyboard.press('Escape')
  const path = await workOn(workbench, folder)
  await workbench.command('save')
  await expect(workbench.saveState).toHaveText('work.brink, saved')
  await workbench.setIntensity('nationalism', 20)
  await workbench.command('save')
  await expect(workbench.saveState).toHaveText('work.brink, saved')

  await workbench.command('versions')
  const kept = versions.locator('.versions > li')
  await expect(kept).toHaveCount(3)
  // Three of one second and one title are told apart by what each brought.
  await expect(kept.nth(0)).toContainText('Nationalism: intensity from 83 (63–100) to 20 (0–40)')
  await expect(kept.nth(1)).toContainText('Nationalism: intensity from 50 (30–70) to 83 (63–100)')
  await expect(kept.nth(2)).toContainText('The earliest kept')
  await kept.nth(1).getByRole('button').first().click()
  await expect(versions.getByRole('row', { name: /^Nationalism: intensity/ })).toContainText('83')
  await versions.getByRole('button', { name: 'Go back to it' }).click()
  await expect(workbench.exactIntensity('nationalism')).toHaveValue('83')
  await expect(workbench.saveState).toHaveText('work.brink, edited')
  expect(nationalismIn(path)).toBe(0.2)
  await workbench.command('undo')
  await expect(workbench.exactIntensity('nationalism')).toHaveValue('20')

  await workbench.command('versions')
  await kept.nth(2).getByRole('button').first().click()
  await versions.getByRole('button', { name: 'Compare' }).click()
  await expect(page.locator('.member').last()).toContainText(/Version: .*version of \d/s)
  await workbench.command('versions')
  await kept.nth(2).getByRole('button').first().click()
  const opened = app.waitForEvent('window')
  await versions.getByRole('button', { name: 'Open in a new window' }).click()
  const beside = await opened
  await expect(beside.getByTestId('save-state')).toHaveText('not in a file yet')
  await expect(beside.locator('.document-title')).toHaveText('The corridor forced open')
  expect(readdirSync(join(folder, 'user-data', 'versions'))).toHaveLength(1)
})

test('of a file that is damaged or gone the last version kept is offered', async ({
  app,
  workbench,
  folder,
}) => {
  const { page } = workbench
  const path = await workOn(workbench, folder)
  await workbench.command('save')
  await expect(workbench.saveState).toHaveText('work.brink, saved')
  const other = join(folder, 'other.brink')
  copyFileSync(scenarioPath('opponents-armed'), other)
  await workbench.answerOpenDialog(other)
  await workbench.command('open')
  await expect(workbench.saveState).toHaveText('other.brink, saved')

  const alert = page.getByRole('alert')
  const offer = alert.getByRole('button', { name: /^Open the version of / })
  writeFileSync(path, readFileSync(path).subarray(0, 5000))
  await workbench.answerOpenDialog(path)
  await workbench.command('open')
  await expect(alert).toContainText('work.brink was not opened.')
  const opened = app.waitForEvent('window')
  await offer.click()
  const beside = await opened
  await expect(beside.locator('.document-title')).toHaveText('The corridor forced open')
  await expect(beside.locator('[data-driver="nationalism"] input').first()).toHaveValue('83')
  await expect(beside.getByTestId('save-state')).toHaveText('not in a file yet')

  rmSync(path)
  await workbench.command('open')
  await expect(alert).toContainText('There is no such file.')
  await expect(offer).toBeVisible()
  // Nothing is offered where nothing was kept.
  writeFileSync(join(folder, 'never.brink'), '{')
  await workbench.answerOpenDialog(join(folder, 'never.brink'))
  await workbench.command('open')
  await expect(alert).toContainText('never.brink was not opened.')
  await expect(offer).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`question and versions stand in nobody’s way and fit, ${colorScheme}`, async ({
    workbench,
    folder,
  }) => {
    const { page } = workbench
    await page.emulateMedia({ colorScheme })
    const path = await workOn(workbench, folder)
    await workbench.command('save')
    await expect(workbench.saveState).toHaveText(/, saved$/)
    await workbench.setIntensity('nationalism', 20)
    copyFileSync(scenarioPath('opponents-armed'), path)
    await expect(questionOf(workbench)).toBeVisible()
    expect(await workbench.hindrances()).toEqual([])
    await workbench.resize(1024, 700)
    expect(await workbench.tooWide('.desk, .banner, .banner-actions')).toEqual([])
    await workbench.command('versions')
    const dialog = page.getByRole('dialog', { name: 'Versions' })
    await dialog.locator('.versions button').first().click()
    await expect(dialog.getByRole('table')).toBeVisible()
    expect(await workbench.hindrances()).toEqual([])
    expect(await workbench.tooWide('.dialog, .change-list, .change-list td')).toEqual([])
  })
}
