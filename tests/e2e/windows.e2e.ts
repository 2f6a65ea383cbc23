import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, linkSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { chromiumSwitches } from '../../scripts/electron.mjs'
import { expect, root, scenarioPath, test } from './fixtures/brink'
import { Workbench } from './pages/workbench'

const windowCount = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

/** A second launch with the same data, which hands its file over and leaves. */
const launchAgain = (app: ElectronApplication, folder: string, ...args: string[]) =>
  new Promise<number | null>((resolve) => {
    const switches = chromiumSwitches({ headless: true })
    const data = `--user-data-dir=${join(folder, 'user-data')}`
    const executable = app.process().spawnfile
    spawn(executable, [...switches, data, root, ...args], { stdio: 'ignore' }).on('exit', resolve)
  })

async function openBeside(app: ElectronApplication, folder: string, path: string): Promise<Page> {
  const opened = app.waitForEvent('window')
  await launchAgain(app, folder, path)
  return opened
}

/** Changes a driver of a window, unsaved. */
async function change(app: ElectronApplication, page: Page): Promise<void> {
  const workbench = new Workbench(app, page)
  await workbench.settled()
  await workbench.setIntensity('nationalism', 83)
}

const copyTo = (folder: string, name: string, scenario: string): string => {
  const path = join(folder, name)
  copyFileSync(scenarioPath(scenario), path)
  return path
}

test('a file handed over opens in a window of its own, once by whichever name', async ({
  app,
  workbench,
  folder,
}) => {
  const path = copyTo(folder, 'one.brink', 'corridor-forced')
  symlinkSync(path, join(folder, 'link.brink'))
  linkSync(path, join(folder, 'alias.brink'))
  const page = await openBeside(app, folder, path)
  await expect(page.getByTestId('save-state')).toHaveText('one.brink, saved')
  await expect(workbench.documentTitle).toHaveText('The article’s reading')
  for (const name of ['one.brink', 'link.brink', 'alias.brink']) {
    expect(await launchAgain(app, folder, join(folder, name))).toBe(0)
  }
  // From the other window it is not opened a second time either.
  await workbench.answerOpenDialog(join(folder, 'link.brink'))
  await workbench.command('open')
  await expect(workbench.documentTitle).toHaveText('The article’s reading')
  expect(await windowCount(app)).toBe(2)
  // Nor written over from there.
  await workbench.answerSaveDialog(path)
  await workbench.command('save-as')
  await expect(workbench.page.getByRole('alert')).toContainText(
    'one.brink was not saved. That file is open in another window.',
  )
  expect(readFileSync(path)).toEqual(readFileSync(scenarioPath('corridor-forced')))
})

test('a launch without a file brings what is open to the front', async ({
  app,
  workbench,
  folder,
}) => {
  await workbench.settled()
  expect(await launchAgain(app, folder)).toBe(0)
  expect(await windowCount(app)).toBe(1)
})

test('quitting asks once about everything unsaved, and saves it all', async ({
  app,
  workbench,
  folder,
}) => {
  const [one, two] = ['corridor-forced', 'opponents-armed'].map((name) =>
    copyTo(folder, `${name}.brink`, name),
  ) as [string, string]
  const pages = [await openBeside(app, folder, one), await openBeside(app, folder, two)]
  for (const page of pages) await change(app, page)
  await workbench.settled()

  // Going back keeps every window.
  const asked = await app.evaluate(async ({ app: main, dialog }) => {
    const messages: string[] = []
    dialog.showMessageBox = async (...given: unknown[]) => {
      messages.push(JSON.stringify(given.at(-1)))
      return { response: 2, checkboxChecked: false }
    }
    main.quit()
    await new Promise((resolve) => setTimeout(resolve, 500))
    return messages
  })
  expect(asked).toHaveLength(1)
  expect(asked[0]).toContain('2 scenarios have changes that are not saved.')
  expect(asked[0]).toContain('The corridor forced open (corridor-forced.brink)')
  expect(await windowCount(app)).toBe(3)

  await workbench.answerUnsavedQuestion(0)
  const ended = app.waitForEvent('close')
  await app.evaluate(({ app: main }) => main.quit())
  await ended
  for (const path of [one, two]) {
    expect(JSON.parse(readFileSync(path, 'utf8')).judgment.drivers.nationalism.intensity.mode).toBe(
      0.83,
    )
  }
})

test('what cannot be saved keeps every window open', async ({ app, workbench, folder }) => {
  const path = copyTo(folder, 'one.brink', 'corridor-forced')
  await change(app, await openBeside(app, folder, path))
  await workbench.setIntensity('nationalism', 83)
  await app.evaluate(({ app: main, dialog }) => {
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
    // The analyst goes back when asked for a place.
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' })
    main.quit()
  })
  await expect
    .poll(() => JSON.parse(readFileSync(path, 'utf8')).judgment.drivers.nationalism.intensity.mode)
    .toBe(0.83)
  await workbench.page.waitForTimeout(500)
  expect(await windowCount(app)).toBe(2)
  await expect(workbench.saveState).toHaveText('not saved')
})

test('the menu opens a further window, and the place of the last one closed is remembered', async ({
  app,
  workbench,
  folder,
}) => {
  await workbench.settled()
  const opened = app.waitForEvent('window')
  await app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'File')
    file?.submenu?.items.find(({ label }) => label === 'New Window')?.click()
  })
  await new Workbench(app, await opened).settled()
  expect(await windowCount(app)).toBe(2)
  await app.evaluate(({ BrowserWindow }) => {
    const [last] = BrowserWindow.getAllWindows()
    last?.setBounds({ x: 40, y: 50, width: 1100, height: 700 })
    last?.close()
  })
  const settings = join(folder, 'user-data', 'settings.json')
  await expect
    .poll(() => (existsSync(settings) ? JSON.parse(readFileSync(settings, 'utf8')).window : {}))
    .toMatchObject({ width: 1100, height: 700 })
})
