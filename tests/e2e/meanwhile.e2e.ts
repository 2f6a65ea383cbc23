import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, scenarioPath, test } from './fixtures/brink'
import { Workbench } from './pages/workbench'

/** What is done while something else is under way is kept. */

const nationalismIn = (path: string): number =>
  JSON.parse(readFileSync(path, 'utf8')).judgment.drivers.nationalism.intensity.mode

/** Holds back main's next file dialog, and with it all that waits for it, until `answer` is called. */
async function holdDialog(app: ElectronApplication, which: 'showOpenDialog' | 'showSaveDialog') {
  await app.evaluate(({ dialog }, name) => {
    const answered = new Promise((resolve) => Object.assign(globalThis, { answerDialog: resolve }))
    Object.assign(dialog, { [name]: () => answered })
  }, which)
  return (path: string): Promise<void> =>
    app.evaluate((_electron, file) => {
      const { answerDialog } = globalThis as unknown as { answerDialog(answer: object): void }
      answerDialog({ canceled: false, filePath: file, filePaths: [file] })
    }, path)
}

const notesIn = (folder: string): string[] => {
  const unsaved = join(folder, 'user-data', 'unsaved')
  if (!existsSync(unsaved)) return []
  return readdirSync(unsaved)
    .filter((name) => name.endsWith('.journal'))
    .map((name) => readFileSync(join(unsaved, name), 'utf8'))
}

const copyTo = (folder: string, name: string): string => {
  const path = join(folder, name)
  copyFileSync(scenarioPath('corridor-forced'), path)
  return path
}

test('an edit made while another file is being opened is asked about, and going back keeps it', async ({
  app,
  workbench,
  folder,
}) => {
  const path = copyTo(folder, 'other.brink')
  const answer = await holdDialog(app, 'showOpenDialog')
  await workbench.command('open')
  await workbench.setIntensity('nationalism', 83)
  await workbench.answerUnsavedQuestion(2)
  await answer(path)
  await expect(workbench.exactIntensity('nationalism')).toHaveValue('83')
  await expect(workbench.saveState).toHaveText('not saved')
  // Once it is gone back, the file is free for another window.
  await workbench.answerOpenDialog(path)
  await expect(async () => {
    await app.evaluate(({ Menu }) => {
      const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'File')
      file?.submenu?.items.find(({ label }) => label === 'Open in New Window…')?.click()
    })
    await expect.poll(() => app.windows().length, { timeout: 2000 }).toBe(2)
  }).toPass({ timeout: 20_000 })
  const opened = app.windows()[1]
  if (!opened) throw new Error('no second window')
  await expect(opened.getByTestId('save-state')).toHaveText('other.brink, saved')
  await expect(workbench.saveState).toHaveText('not saved')
})

test('a file of one’s own that was opened again and left is still not written over unasked', async ({
  workbench,
  folder,
  app,
}) => {
  const path = copyTo(folder, 'mine.brink')
  await workbench.answerOpenDialog(path)
  await workbench.command('open')
  await expect(workbench.saveState).toHaveText('mine.brink, saved')
  const answer = await holdDialog(app, 'showOpenDialog')
  await workbench.command('open')
  await workbench.setIntensity('nationalism', 83)
  await workbench.answerUnsavedQuestion(2)
  copyFileSync(scenarioPath('opponents-armed'), path)
  await answer(path)
  await workbench.page.waitForTimeout(500)
  await workbench.command('save')
  await expect(workbench.page.getByRole('alert', { name: 'The file has changed' })).toBeVisible()
  expect(readFileSync(path)).toEqual(readFileSync(scenarioPath('opponents-armed')))
})

test('what is typed while a save for closing is under way keeps the window open', async ({
  app,
  workbench,
  folder,
}) => {
  await workbench.setIntensity('nationalism', 83)
  const answer = await holdDialog(app, 'showSaveDialog')
  await workbench.answerUnsavedQuestion(0)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  const field = workbench.exactIntensity('cost-of-war')
  await field.fill('21')
  const path = join(folder, 'mine.brink')
  await answer(path)
  await expect(workbench.saveState).toHaveText('mine.brink, edited')
  await expect(field).toHaveValue('21')
  expect(nationalismIn(path)).toBe(0.83)
  // The note goes by the new place.
  await expect.poll(() => notesIn(folder).join()).toContain('mine.brink')
})

test('quitting goes on after a page that stopped in the middle of its save', async ({
  app,
  workbench,
  folder,
}) => {
  await workbench.setIntensity('nationalism', 83)
  await expect.poll(() => notesIn(folder)).toHaveLength(1)
  await holdDialog(app, 'showSaveDialog')
  await workbench.answerUnsavedQuestion(0)
  await app.evaluate(({ app: main }) => main.quit())
  await app.evaluate(async ({ BrowserWindow }) => {
    // Until the page has asked for a place.
    await new Promise((resolve) => setTimeout(resolve, 500))
    const [window] = BrowserWindow.getAllWindows()
    if (!window) throw new Error('no window')
    const setTitle = window.setTitle.bind(window)
    // The page that takes its place has told that it shows unsaved work.
    const isUp = new Promise<void>((resolve) => {
      window.setTitle = (title) => {
        setTitle(title)
        if (title.startsWith('•')) resolve()
      }
    })
    Object.assign(globalThis, { isUp })
    window.webContents.forcefullyCrashRenderer()
  })
  const path = join(folder, 'kept.brink')
  await workbench.answerSaveDialog(path)
  const ended = app.waitForEvent('close')
  await app.evaluate(async ({ app: main }) => {
    await (globalThis as unknown as { isUp: Promise<void> }).isUp
    main.quit()
  })
  await ended
  expect(nationalismIn(path)).toBe(0.83)
})

test('quitting waits for a copy that is being written', async ({ app, workbench, folder }) => {
  const path = join(folder, 'copy.brink')
  await workbench.settled()
  await workbench.answerSaveDialog(path)
  await app.evaluate(() => {
    const files = process.getBuiltinModule('node:fs/promises')
    const { rename } = files
    files.rename = async (from, to) => {
      if (String(to).endsWith('copy.brink')) {
        await new Promise((resolve) => setTimeout(resolve, 3000))
      }
      await rename(from, to)
    }
    process.getBuiltinModule('node:module').syncBuiltinESMExports()
  })
  await workbench.command('save-as')
  const isUnderWay = (): boolean => readdirSync(folder).some((name) => name.startsWith('.brink-'))
  await expect.poll(isUnderWay, { intervals: [20] }).toBe(true)
  const ended = app.waitForEvent('close')
  await app.evaluate(({ app: main }) => main.quit())
  await ended
  expect(existsSync(path)).toBe(true)
  expect(isUnderWay()).toBe(false)
})

test('a long text counts while it is written without rest, and is one step back', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench
  await workbench.documentTitle.click()
  const summary = page.getByRole('dialog').getByRole('textbox', { name: 'Summary' })
  const before = await summary.inputValue()
  await summary.fill('')
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  // 3 s, with never more than 100 ms between two letters.
  for (const letter of letters + letters.slice(0, 4)) {
    await summary.press(letter)
    await page.waitForTimeout(70)
  }
  expect(notesIn(folder).join()).toContain('abcdefgh')
  await summary.blur()
  await page.keyboard.press('Escape')
  await expect(workbench.saveState).toHaveText('not saved')
  await workbench.command('undo')
  await workbench.documentTitle.click()
  await expect(summary).toHaveValue(before)
})

test('news of another document’s file does not come over the one that took its place', async ({
  app,
  workbench,
}) => {
  const window = await app.browserWindow(workbench.page)
  await window.evaluate(({ webContents }) => {
    const change = {
      fileName: 'x.brink',
      kind: 'gone',
      theirs: null,
      details: [],
      isNewer: false,
      seen: 'absent',
    }
    const token = '00000000-0000-4000-8000-000000000000'
    webContents.send('command', { kind: 'file-changed', token, change })
    webContents.send('command', { kind: 'show-screen', screen: 'why' })
  })
  await expect(workbench.page.getByRole('tab', { name: 'Why' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(workbench.page.getByRole('alert')).toHaveCount(0)
})

test('a page that could not be loaded is asked for again', async ({ app, workbench }) => {
  await workbench.settled()
  const opened = app.waitForEvent('window')
  await app.evaluate(({ session, Menu }) => {
    let isRefused = false
    session.defaultSession.webRequest.onBeforeRequest(({ url }, decide) => {
      const cancel = !isRefused && url.endsWith('/index.html')
      isRefused ||= cancel
      decide({ cancel })
    })
    const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'File')
    file?.submenu?.items.find(({ label }) => label === 'New Window')?.click()
  })
  await new Workbench(app, await opened).settled()
})
