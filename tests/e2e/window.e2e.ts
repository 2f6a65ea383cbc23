import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, scenarioPath, test } from './fixtures/brink'
import type { Workbench } from './pages/workbench'

async function drop({ page }: Workbench, files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data })
  }
}

test('a file dropped on the window opens', async ({ workbench }) => {
  await drop(workbench, [scenarioPath('opponents-armed')])
  await expect(workbench.documentTitle).toHaveText('Each side arms the other’s opponents')
  await expect(workbench.saveState).toHaveText('iran-azerbaijan-2023-opponents-armed.brink, saved')
  await expect(workbench.page.getByRole('alert')).toHaveCount(0)
})

test('of several files dropped the first opens, and that is said', async ({ workbench }) => {
  await drop(workbench, [scenarioPath('opponents-armed'), scenarioPath('corridor-forced')])
  await expect(workbench.documentTitle).toHaveText('Each side arms the other’s opponents')
  await expect(workbench.page.getByRole('alert')).toContainText(
    'only iran-azerbaijan-2023-opponents-armed.brink was looked at',
  )
})

test('the menu offers every command, with the usual keys', async ({ app, workbench }) => {
  await workbench.settled()
  const items = await app.evaluate(async ({ Menu }) => {
    const flat = (menu: Electron.Menu | undefined): Electron.MenuItem[] =>
      (menu?.items ?? []).flatMap((item) => [item, ...flat(item.submenu)])
    return flat(Menu.getApplicationMenu() ?? undefined).map(({ label, accelerator }) => [
      label,
      accelerator ?? '',
    ])
  })
  const keys = Object.fromEntries(items)
  expect(keys).toMatchObject({
    'New from Case': 'CmdOrCtrl+N',
    'New Case from Blank': 'CmdOrCtrl+Shift+N',
    'Open…': 'CmdOrCtrl+O',
    Save: 'CmdOrCtrl+S',
    'Save As…': 'CmdOrCtrl+Shift+S',
    'As PNG…': 'CmdOrCtrl+E',
    Undo: 'CmdOrCtrl+Z',
    Why: 'CmdOrCtrl+2',
    'Track Record': 'CmdOrCtrl+6',
    Case: 'CmdOrCtrl+7',
  })
  expect(Object.keys(keys)).toContain('The corridor forced open')
})

test('the menu’s items do what they say', async ({ app, workbench, folder }) => {
  const { page } = workbench
  const choose = (label: string): Promise<void> =>
    app.evaluate(({ Menu, BrowserWindow }, wanted) => {
      const flat = (menu: Electron.Menu | undefined): Electron.MenuItem[] =>
        (menu?.items ?? []).flatMap((item) => [item, ...flat(item.submenu)])
      const items = flat(Menu.getApplicationMenu() ?? undefined)
      const item = items.find((found) => found.label === wanted && !found.submenu)
      if (!item) throw new Error(`the menu has no ${wanted}`)
      item.click(undefined, BrowserWindow.getAllWindows()[0], undefined)
    }, label)

  await choose('Unrest in the Azerbaijani provinces of Iran')
  await expect(workbench.documentTitle).toHaveText('Unrest in the Azerbaijani provinces of Iran')
  await choose('Show Only What Changed')
  await expect(page.locator('[data-driver]')).toHaveCount(2)
  await choose('Show Only What Changed')
  await choose('Reset All Drivers')
  await expect(page.getByText('as in the article')).toBeVisible()
  await choose('Undo')
  await expect(page.getByText('2 of 7 changed')).toBeVisible()
  await choose('Redo')
  await expect(page.getByText('as in the article')).toBeVisible()
  await workbench.answerSaveDialog(join(folder, 'menu.brink'))
  await choose('Save')
  await expect(workbench.saveState).toHaveText('menu.brink, saved')
  await workbench.answerSaveDialog(join(folder, 'menu-2.brink'))
  await choose('Save As…')
  await expect(workbench.saveState).toHaveText('menu-2.brink, saved')
  await choose('New from Case')
  await expect(workbench.documentTitle).toHaveText('Untitled scenario')
  await workbench.answerOpenDialog(join(folder, 'menu.brink'))
  await choose('Open…')
  await expect(workbench.saveState).toHaveText('menu.brink, saved')
  await choose('menu-2.brink')
  await expect(workbench.saveState).toHaveText('menu-2.brink, saved')
  for (const [item, format] of [
    ['As PNG…', 'PNG'],
    ['As SVG…', 'SVG'],
    ['Its Numbers as CSV…', 'CSV'],
  ] as const) {
    await choose(item)
    await expect(page.getByLabel(new RegExp(`^${format}`))).toBeChecked()
    await page.getByRole('button', { name: 'Cancel' }).click()
  }
  for (const screen of ['Why', 'Compare', 'Evidence', 'Base Rates', 'Case', 'Forecast']) {
    await choose(screen)
    const tab = page.getByRole('tab', { name: new RegExp(`^${screen}$`, 'i') })
    await expect(tab).toHaveAttribute('aria-selected', 'true')
  }
  await choose('About Brink')
  await expect(page.getByText('Nothing leaves this machine.')).toBeVisible()
})

test('saving by key leaves the focus in the field', async ({ workbench, folder }) => {
  await workbench.answerSaveDialog(join(folder, 'focus.brink'))
  const field = workbench.exactIntensity('nationalism')
  await field.fill('44')
  await workbench.command('save')
  await expect(workbench.saveState).toHaveText('focus.brink, saved')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('44')
})

test('the title bar names the document and marks unsaved work', async ({ app, workbench }) => {
  const title = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
  await expect.poll(title).toBe('The article’s reading — Brink')
  await workbench.setIntensity('nationalism', 80)
  await expect.poll(title).toBe('• The article’s reading — Brink')
  await workbench.command('undo')
  await expect.poll(title).toBe('The article’s reading — Brink')
})

test('title and summary can be written', async ({ workbench }) => {
  const { page } = workbench
  await workbench.documentTitle.click()
  await page.getByLabel('Title').fill('What if')
  await page.getByLabel('Summary').fill('Because')
  await page.keyboard.press('Escape')
  await expect(workbench.documentTitle).toHaveText('What if')
  await workbench.command('undo')
  await workbench.command('undo')
  await expect(workbench.documentTitle).toHaveText('The article’s reading')
})

test('everything on the screen is reached by Tab, and the slider moves by arrows', async ({
  workbench,
}) => {
  const { page } = workbench
  const reached = new Set<string>()
  await page.locator('body').press('Tab')
  for (let step = 0; step < 80; step++) {
    const label = await page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
    reached.add(label)
    await page.keyboard.press('Tab')
  }
  for (const label of [
    'Scenarios…',
    'Export…',
    'Azerbaijan–Israel ties, intensity',
    'Mutual restraint, exact intensity',
    'Event charted',
    'A direct military confrontation',
  ]) {
    expect([...reached], label).toContain(label)
  }
  await workbench.slider('corridor-disputes').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(workbench.exactIntensity('corridor-disputes')).toHaveValue('57')
})

test('undo in a half-typed field is the field’s own, elsewhere the document’s', async ({
  workbench,
}) => {
  const { page } = workbench
  await workbench.setIntensity('nationalism', 80)
  const field = workbench.exactIntensity('cost-of-war')
  await field.focus()
  await page.keyboard.type('33')
  await workbench.command('undo')
  await expect(workbench.exactIntensity('nationalism')).toHaveValue('80')
  await expect(field).not.toHaveValue('33')
  await page.keyboard.press('Escape')
  await workbench.command('undo')
  await expect(workbench.exactIntensity('nationalism')).toHaveValue('50')
})

test('a part of the screen that breaks leaves the work to be gone on with and saved', async ({
  workbench,
  folder,
}) => {
  const { page, problems } = workbench
  await page.route('**/ladder-chart-*.js', (route) => route.abort())
  await page.reload()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('This part of the screen could not be shown.')
  await workbench.setIntensity('israel-ties', 90)
  const path = join(folder, 'kept.brink')
  await workbench.answerSaveDialog(path)
  await alert.getByRole('button', { name: 'Save As…' }).click()
  await expect(workbench.saveState).toHaveText('kept.brink, saved')
  expect(
    JSON.parse(readFileSync(path, 'utf8')).judgment.drivers['israel-ties'].intensity.mode,
  ).toBe(0.9)
  expect(problems.length).toBeGreaterThan(0)
  problems.length = 0
})

test('a screen begins at its top, and one gone back to is where it was left', async ({
  workbench,
}) => {
  const { page } = workbench
  const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click()
  const place = () => page.locator('main').evaluate(({ scrollTop }) => scrollTop)
  await workbench.resize(1024, 700)
  await tab('Base rates')
  await page.getByText('How far drivers have moved each rate').scrollIntoViewIfNeeded()
  const left = await place()
  expect(left).toBeGreaterThan(100)
  await tab('Evidence')
  await expect(page.getByRole('tab', { name: 'Evidence' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
  expect(await place()).toBe(0)
  await tab('Base rates')
  await expect.poll(place).toBe(left)
})
