import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, scenarioPath, test } from './fixtures/brink'
import { openHelp } from './fixtures/every-window'
import { firstWorkbench, kill, launch } from './fixtures/launch'
import type { Workbench } from './pages/workbench'

/**
 * What a sitting leaves on the disk: SECURITY.md names the places where something of a
 * scenario is kept, and there must be no other, whoever wrote it – Brink, Chromium or the
 * desktop’s libraries. Every place that a program of a user writes to is one of the test’s.
 */

const TEXT = 'quetzalcoatlus-73914'
const NAME = 'xylophone-55120'

/** Everything that is the user’s, in one folder; scenarios and exports beside it. */
interface Places {
  readonly own: string
  readonly scenario: string
  readonly environment: Readonly<Record<string, string>>
}

function makePlaces(folder: string): Places {
  const own = join(folder, 'own')
  const inOwn = (name: string): string => {
    mkdirSync(join(own, name), { recursive: true, mode: 0o700 })
    return join(own, name)
  }
  const documents = join(folder, 'documents')
  mkdirSync(documents)
  const scenario = join(documents, `${NAME}.brink`)
  writeFileSync(scenario, marked(readFileSync(scenarioPath('baseline'), 'utf8')))
  const environment = {
    HOME: inOwn('home'),
    TMPDIR: inOwn('temporary'),
    XDG_CONFIG_HOME: inOwn('config'),
    XDG_CACHE_HOME: inOwn('cache'),
    XDG_DATA_HOME: inOwn('share'),
    XDG_STATE_HOME: inOwn('state'),
  }
  return { own, scenario, environment }
}

/** A text of every kind that is shown: of the file, a state, a driver, a piece of evidence. */
function marked(text: string): string {
  const scenario = JSON.parse(text)
  const mark = (each: Record<string, unknown>, key: string): void => {
    each[key] = `${each[key]} ${TEXT}`
  }
  for (const key of ['title', 'summary']) mark(scenario, key)
  mark(scenario.case, 'title')
  for (const state of scenario.case.ladder) mark(state, 'description')
  for (const driver of scenario.case.drivers) mark(driver, 'label')
  for (const evidence of scenario.case.evidence) mark(evidence, 'summary')
  return JSON.stringify(scenario)
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

const ENCODINGS = ['utf8', 'utf16le'] as const

/** The files that hold a word, also by their names, with what varies in a name left out. */
function holding(folder: string, word: string): string[] {
  const wanted = ENCODINGS.map((encoding) => Buffer.from(word, encoding))
  // The same with the bytes of each letter the other way round.
  wanted.push(Buffer.from(wanted[1] ?? '').swap16())
  const found = filesIn(folder).filter((path) => {
    const bytes = readFileSync(path)
    return path.includes(word) || wanted.some((each) => bytes.includes(each))
  })
  const names = found.map((path) =>
    relative(folder, path)
      .split(sep)
      .join('/')
      .replace(/[0-9a-f]{32}\/.*\.version$/, 'DOCUMENT/TIME.version')
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, 'ID'),
  )
  return [...new Set(names)].sort()
}

const start = ({ own, scenario, environment }: Places): Promise<ElectronApplication> =>
  launch(own, scenario, environment)

/** What shows and makes as much of a scenario as can be. */
async function work(workbench: Workbench, documents: string): Promise<void> {
  const { app, page } = workbench
  await workbench.setIntensity('nationalism', 83)
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    await page.waitForTimeout(400)
  }
  await page.getByRole('tab').first().click()
  const help = await openHelp(app)
  await help.getByRole('searchbox').fill(TEXT)
  for (const ending of ['pdf', 'xlsx']) {
    await workbench.answerSaveDialog(join(documents, `${NAME}.${ending}`))
    await workbench.command('briefing')
    const dialog = page.getByRole('dialog', { name: 'Export a briefing' })
    await dialog.getByRole('radio', { name: ending === 'pdf' ? /^PDF/ : /^Excel/ }).check()
    await dialog.getByRole('button', { name: /^Export (PDF|Excel)…$/ }).click()
    await expect(page.getByText(`Exported to ${NAME}.${ending}.`)).toBeVisible({ timeout: 30_000 })
  }
  await workbench.answerSaveDialog(join(documents, `${NAME}-elsewhere.brink`))
  await workbench.command('save-as')
  await expect(workbench.saveState).toHaveText(`${NAME}-elsewhere.brink, saved`)
  await workbench.setIntensity('nationalism', 84)
  await workbench.command('save')
  await expect(workbench.saveState).toHaveText(`${NAME}-elsewhere.brink, saved`)
}

test('a sitting leaves a scenario’s text and name where SECURITY.md says, and nowhere else', async ({
  folder,
}) => {
  test.slow()
  const places = makePlaces(folder)
  const app = await start(places)
  const workbench = await firstWorkbench(app)
  await work(workbench, dirname(places.scenario))
  await app.close()
  expect(filesIn(places.own).length).toBeGreaterThan(5)
  expect(holding(places.own, TEXT)).toEqual(['user-data/versions/DOCUMENT/TIME.version'])
  expect(holding(places.own, NAME)).toEqual([
    'user-data/settings.json',
    'user-data/versions/DOCUMENT/TIME.version',
  ])
})

test('a window that crashes and a program that is killed leave a note of the work, and no dump', async ({
  folder,
}) => {
  test.slow()
  const places = makePlaces(folder)
  const app = await start(places)
  const workbench = await firstWorkbench(app)
  await workbench.setIntensity('nationalism', 83)
  const note = 'user-data/unsaved/ID.journal'
  await expect.poll(() => holding(places.own, TEXT)).toContain(note)
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  const shown = (): Promise<string> =>
    app.evaluate(({ BrowserWindow }) => {
      const page = BrowserWindow.getAllWindows()[0]?.webContents
      const text = page?.executeJavaScript('document.body.innerText').catch(() => '')
      // A page on its way up or down never answers.
      return Promise.race([text, new Promise<string>((resolve) => setTimeout(resolve, 500, ''))])
    })
  await expect.poll(shown, { timeout: 20_000 }).toContain('was started again')
  await kill(app)
  expect(holding(places.own, TEXT)).toEqual([note])
  const dumps = filesIn(folder).filter((path) => /\.(dmp|core)$|\/core(\.\d+)?$/.test(path))
  expect(dumps).toEqual([])
})

test('what is kept can be read by its owner alone, though others may look into folders', async ({
  folder,
}) => {
  test.skip(process.platform === 'win32', 'Windows has no such modes')
  const places = makePlaces(folder)
  const app = await start(places)
  const workbench = await firstWorkbench(app)
  await workbench.setIntensity('nationalism', 83)
  await workbench.command('save')
  await expect(workbench.saveState).toHaveText(`${NAME}.brink, saved`)
  await workbench.setIntensity('nationalism', 84)
  await expect.poll(() => holding(places.own, TEXT)).toHaveLength(2)
  const userData = join(places.own, 'user-data')
  const open = (path: string): boolean => (statSync(path).mode & 0o077) !== 0
  await expect.poll(() => open(userData)).toBe(false)
  const ofBrink = [
    join(userData, 'settings.json'),
    ...['unsaved', 'versions'].map((name) => join(userData, name)),
    ...['unsaved', 'versions'].flatMap((name) =>
      readdirSync(join(userData, name), { recursive: true, encoding: 'utf8' }).map((each) =>
        join(userData, name, each),
      ),
    ),
  ]
  expect(ofBrink.length).toBeGreaterThan(5)
  expect(ofBrink.filter(open).map((path) => relative(userData, path))).toEqual([])
})
