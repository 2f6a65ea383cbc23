import type { Page } from '@playwright/test'
import { sayRange } from '../../src/forecast/conclusion/words'
import { yardsticks } from '../../src/forecast/conclusion/yardstick'
import { topics } from '../../src/help/topics'
import { expect, test } from './fixtures/brink'
import { openHelp } from './fixtures/every-window'
import { choose, menuEntries } from './fixtures/menu'
import { Workbench } from './pages/workbench'

const shown = (help: Page) => help.locator('.help-article').getAttribute('data-topic')

const goTo = async (help: Page, topic: string): Promise<void> => {
  await help.getByRole('searchbox').fill('')
  const title = await help.evaluate(() => document.title)
  expect(title).toBe('Brink Help')
  const at = topics.findIndex(({ id }) => id === topic)
  await help.locator('.help-list section > ul > li > button').nth(at).click()
  await expect(help.locator('.help-article')).toHaveAttribute('data-topic', topic)
}

test('F1 opens the help on the screen in view, beside the work, which stays as it is', async ({
  app,
  workbench,
}) => {
  const { page } = workbench
  await workbench.setIntensity('nationalism', 83)
  await page.getByRole('tab', { name: 'Evidence' }).click()
  const help = await openHelp(app)
  expect(await shown(help)).toBe('evidence')
  await expect(help.getByRole('heading', { level: 1 })).toBeFocused()
  for (const [tab, topic] of [
    ['Forecast', 'forecast'],
    ['Why', 'why'],
    ['Compare', 'compare'],
    ['Base rates', 'rates'],
    ['Case', 'case'],
  ] as const) {
    await page.getByRole('tab', { name: tab, exact: true }).click()
    await choose(app, 'F1')
    await expect(help.locator('.help-article')).toHaveAttribute('data-topic', topic)
  }
  await page.getByRole('tab', { name: 'Forecast' }).click()
  await page.getByRole('button', { name: 'Export…' }).click()
  await choose(app, 'F1')
  await expect(help.locator('.help-article')).toHaveAttribute('data-topic', 'exporting')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(workbench.exactIntensity('nationalism')).toHaveValue('83')
  expect(app.windows()).toHaveLength(2)
})

test('the help is closed by Escape, and goes with the last window of the work', async ({
  app,
  workbench,
}) => {
  await workbench.settled()
  const help = await openHelp(app)
  const closed = help.waitForEvent('close')
  // The key may be answered by a page that is gone.
  await help.keyboard.press('Escape').catch(() => undefined)
  await closed
  await openHelp(app)
  const ended = app.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => {
    const work = BrowserWindow.getAllWindows().find((each) => each.getTitle() !== 'Brink Help')
    work?.close()
  })
  await ended
})

test('every page opens, and every link on it leads to where it says', async ({
  app,
  workbench,
}) => {
  await workbench.settled()
  const help = await openHelp(app, 'First Use')
  let links = 0
  for (const { id } of topics) {
    await goTo(help, id)
    const count = await help.locator('.help-link').count()
    for (let index = 0; index < count; index++) {
      await help.locator('.help-link').nth(index).click()
      // What was gone to has the keyboard: a title, or the heading that was meant.
      await expect(help.locator('.help-article :is(h1, h2, h3):focus')).toHaveCount(1)
      links++
      await help.getByRole('button', { name: '‹ Back' }).click()
      await expect(help.locator('.help-article')).toHaveAttribute('data-topic', id)
    }
    // Nothing can be followed out of the program.
    expect(await help.locator('a, iframe, img').count()).toBe(0)
  }
  expect(links).toBeGreaterThan(20)
})

test('a link to a heading brings it into sight', async ({ app, workbench }) => {
  await workbench.settled()
  const help = await openHelp(app)
  expect(await shown(help)).toBe('forecast')
  await help.locator('.help-link', { hasText: 'glossary' }).click()
  const heading = help.getByRole('heading', { name: 'Verdicts', exact: true })
  await expect(heading).toBeFocused()
  await expect(heading).toBeInViewport()
  await help.keyboard.press('Alt+ArrowLeft')
  await expect(help.locator('.help-article')).toHaveAttribute('data-topic', 'forecast')
  await help.keyboard.press('Alt+ArrowRight')
  await expect(heading).toBeFocused()
})

test('the search looks through everything and is used by keyboard alone', async ({
  app,
  workbench,
}) => {
  await workbench.settled()
  const help = await openHelp(app)
  await help.keyboard.press('Control+f')
  await help.keyboard.type('numerical error')
  await expect(help.getByRole('status')).toHaveText(/^\d+ places$/)
  const [first] = await help.locator('.help-found li').allInnerTexts()
  expect(first).toMatch(/^Numerical error\n/)
  await help.keyboard.press('Enter')
  await expect(help.getByRole('heading', { name: 'Numerical error' })).toBeFocused()
  await help.keyboard.press('Control+f')
  await help.getByRole('searchbox').fill('exceptionally unl')
  await expect(help.locator('.help-found li')).toHaveCount(1)
  const marked = await help.locator('.help-found mark').allInnerTexts()
  expect(marked.slice(0, 2)).toEqual(['exceptionally', 'unl'])
  await help.getByRole('searchbox').fill('zyx')
  await expect(help.getByRole('status')).toHaveText(/^Nothing holds/)
  await help.keyboard.press('Escape')
  await expect(help.getByRole('button', { name: 'Base rates', exact: true })).toBeVisible()
})

test('the keys shown are those of the menu', async ({ app, workbench }) => {
  await workbench.settled()
  const help = await openHelp(app, 'Keyboard Shortcuts')
  const rows = await help.locator('[data-shortcut]').evaluateAll((found) =>
    found.flatMap((row) => {
      const label = row.querySelector('th')?.textContent?.split(' > ').at(-1) ?? ''
      const keys = row.querySelector('kbd')?.textContent?.split(' or ') ?? []
      return keys.map((each) => `${label}: ${each}`)
    }),
  )
  const menu = (await menuEntries(app))
    // There for those who work on Brink, and not in what is installed.
    .filter(({ accelerator, role }) => accelerator !== '' && role !== 'toggledevtools')
    .map(({ label, accelerator }) => {
      const keys = accelerator.replace('CmdOrCtrl', 'Ctrl').replace('Plus', '+').replace(/-$/, '−')
      return `${label}: ${keys}`
    })
  expect(rows.length).toBeGreaterThan(25)
  expect(rows.sort()).toEqual(menu.sort())
})

test('the yardsticks shown are those that the program goes by', async ({ app, workbench }) => {
  await workbench.settled()
  const help = await openHelp(app)
  await goTo(help, 'words-of-probability')
  for (const { id, name, source, terms } of Object.values(yardsticks)) {
    const table = help.locator(`[data-yardstick="${id}"]`)
    await expect(table.locator('caption')).toHaveText(`${name}${source}`)
    const rows = await table
      .locator('tbody tr')
      .evaluateAll((found) => found.map((row) => [...row.children].map((cell) => cell.textContent)))
    expect(rows).toEqual(terms.map(({ word, low, high }) => [word, sayRange(low, high)]))
  }
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing in the help stands in the way of assistive technology, ${colorScheme}`, async ({
    app,
    workbench,
  }) => {
    // Every page is looked through.
    test.slow()
    await workbench.settled()
    const help = await openHelp(app)
    await help.emulateMedia({ colorScheme })
    const page = new Workbench(app, help)
    for (const { id } of topics) {
      await goTo(help, id)
      expect([id, await page.hindrances()]).toEqual([id, []])
    }
    await help.getByRole('searchbox').fill('forecast')
    expect(await page.hindrances()).toEqual([])
  })
}

for (const [width, height] of [
  [1440, 900],
  [1024, 700],
  [560, 400],
] as const) {
  test(`nothing in the help is wider than its place at ${width}×${height}`, async ({
    app,
    workbench,
  }) => {
    await workbench.settled()
    const help = await openHelp(app)
    const page = new Workbench(app, help)
    await page.resize(width, height)
    for (const { id } of topics) {
      await goTo(help, id)
      const places =
        'body, .help, .help-side, .help-list, .help-main, .help-article, .help-article pre'
      expect([id, await page.tooWide(places)]).toEqual([id, []])
    }
    await help.getByRole('searchbox').fill('scenario')
    expect(await page.tooWide('.help-list, .help-found')).toEqual([])
  })
}
