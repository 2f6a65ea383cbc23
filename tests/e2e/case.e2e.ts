import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures/brink'
import { CasePage } from './pages/case-page'

test('the case reads as a document, every part of it', async ({ workbench }) => {
  const { page } = workbench
  const casePage = new CasePage(page)
  await casePage.open()
  await expect(workbench.headline).toHaveText('Iran–Azerbaijan')
  await expect(casePage.sheet).toContainText('As of 25 May 2023')
  await expect(casePage.part('Ladder').locator('h3')).toHaveText([
    'Direct confrontation',
    'Show of force',
    'Diplomatic retaliation',
    'Accusations',
    'Calm',
  ])
  const driver = casePage.item('driver-cost-of-war')
  await expect(driver).toContainText('▼ Holds back')
  await expect(driver).toContainText('80 of 100')
  await expect(driver).toContainText('×4 (2–8)')
  await expect(driver).toContainText('Show of force → Direct confrontation')
  await expect(casePage.item('transition-accusations>diplomatic').locator('th, td')).toHaveText([
    'Accusations → Diplomatic retaliation',
    '1 event in 12 months',
    '5.2 months',
    '2',
    'Judgment, together with the two events that the evidence counts.',
  ])
  await expect(casePage.part('Evidence').locator('time').first()).toHaveText('2018')
  const claim = casePage.item('claim-no-direct-confrontation')
  await expect(claim).toContainText('20–45\u202f%')
  await expect(claim).toContainText('“unlikely” in ICD 203')
  await expect(claim).toContainText('Direct confrontation within 12 months')
  await expect(casePage.part('Source')).toContainText('Future for Advanced Research and Studies')
})

test('the contents follow the scroll and the keyboard', async ({ workbench }) => {
  const { page } = workbench
  const casePage = new CasePage(page)
  await casePage.open()
  const contents = page.getByRole('navigation', { name: 'Contents of the case' })
  const current = contents.locator('[aria-current="location"]')
  await expect(current).toHaveText('The case')
  await contents.getByRole('button', { name: 'Evidence' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Evidence' })).toBeFocused()
  await expect(current).toContainText('Evidence')
  await contents.getByRole('button', { name: 'Source' }).press('Enter')
  await expect(current).toHaveText('Source')
  await page.locator('.desk').evaluate((desk) => desk.scrollTo(0, 0))
  await expect(current).toHaveText('The case')
})

test('a label edited in the case is the driver’s on the Forecast tab', async ({ workbench }) => {
  const { page } = workbench
  const casePage = new CasePage(page)
  await casePage.edit()
  const item = await casePage.openItem('driver-israel-ties')
  await casePage.write(item, 'Label', '')
  await expect(item.getByRole('alert')).toHaveText('This cannot be empty; the last label stays.')
  await expect(item.getByLabel('Label', { exact: true })).toHaveValue('')
  await casePage.write(item, 'Label', 'Ties with Israel')
  await page.getByRole('tab', { name: 'Forecast' }).click()
  await expect(workbench.driver('israel-ties')).toContainText('Ties with Israel')
})

test('another id is followed by everything that refers to it', async ({ workbench, folder }) => {
  const { page } = workbench
  const casePage = new CasePage(page)
  await casePage.edit()
  const item = await casePage.openItem('rung-diplomatic')
  await casePage.write(item, 'Id', 'calm')
  await expect(item.getByRole('alert')).toHaveText('“calm” is the id of another one.')
  await casePage.write(item, 'Id', 'expulsions')
  // The fields stay where the hand is, although the item goes by another id now.
  await expect(
    casePage.item('rung-expulsions').getByLabel('Description', { exact: true }),
  ).toBeFocused()
  const path = join(folder, 'renamed.brink')
  await workbench.answerSaveDialog(path)
  await workbench.command('save')
  await expect(workbench.saveState).toHaveText('renamed.brink, saved')
  const text = readFileSync(path, 'utf8')
  expect(text).not.toMatch(/"diplomatic"|"diplomatic>|>diplomatic"/)
  expect(JSON.parse(text).judgment.start).toEqual({ accusations: 0.5, expulsions: 0.5 })
})

test('a rung that goes names what goes with it, and comes back whole', async ({ workbench }) => {
  const { page } = workbench
  const casePage = new CasePage(page)
  await casePage.edit()
  const remove = casePage.button('Remove: Show of force')
  await remove.click()
  const dialog = page.getByRole('dialog', { name: 'Remove “Show of force”?' })
  for (const told of [
    '4 transitions',
    'Show of force → Direct confrontation',
    'what 1 driver acts on there',
    '1 claim',
    'Limited escalation, manoeuvres at the border',
  ]) {
    await expect(dialog).toContainText(told)
  }
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  await expect(remove).toBeFocused()
  await remove.click()
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(casePage.part('Ladder').getByRole('heading')).toBeFocused()
  await expect(casePage.part('Ladder').locator('.case-editable')).toHaveCount(4)
  await expect(casePage.part('Still lacking')).toContainText(
    'It is about a rung that no way leads to from the start.',
  )
  await workbench.command('undo')
  await expect(casePage.part('Ladder').locator('.case-editable')).toHaveCount(5)
  await expect(casePage.part('Transitions').locator('.case-editable')).toHaveCount(8)
  await expect(workbench.page.getByTestId('edited')).toBeHidden()
})

test('items move by keyboard, and the keyboard goes with them', async ({ workbench }) => {
  const { page } = workbench
  const casePage = new CasePage(page)
  await casePage.edit()
  const names = casePage.part('Ladder').locator('.case-editable-name')
  const up = casePage.button('Move up: Diplomatic retaliation')
  await up.press('Enter')
  await expect(up).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(names).toHaveText([
    'Diplomatic retaliation',
    'Direct confrontation',
    'Show of force',
    'Accusations',
    'Calm',
  ])
  await expect(up).toBeDisabled()
  await expect(casePage.button('Move down: Diplomatic retaliation')).toBeFocused()
})

test('what is lacking leads to its place', async ({ workbench }) => {
  const { page } = workbench
  const casePage = new CasePage(page)
  await casePage.edit()
  const lacking = casePage.part('Still lacking')
  await expect(lacking.locator('li')).toHaveCount(3)
  await lacking.getByRole('button', { name: /^Tehran’s spokesman/ }).click()
  const item = casePage.item('evidence-tehran-denies')
  await expect(item).toBeInViewport()
  await expect(item).toHaveAttribute('data-marked', 'true')
  await item.getByLabel('Mutual restraint').check()
  await expect(lacking.locator('li')).toHaveCount(2)
  await expect(page.getByRole('navigation').getByText('Still lacking')).toBeVisible()
})

test('a claim is worded by a word of a yardstick, or with a range of its own', async ({
  workbench,
}) => {
  const casePage = new CasePage(workbench.page)
  await casePage.edit()
  const item = await casePage.openItem('claim-accusations-continue')
  await casePage.write(item, 'Word of probability', 'might')
  await expect(item.getByRole('alert')).toHaveText(
    '“might” is not a word of a yardstick; give the claim a range of its own first.',
  )
  await item.getByLabel(/^A range of its own/).check()
  await expect(item.getByRole('alert')).toBeHidden()
  await casePage.write(item, 'From', '30')
  await expect(item).toContainText('30–80\u202f%: “might”, read so by the author of the case')
  await expect(item.getByLabel(/^A range of its own/)).toBeDisabled()
})

test('a new case is authored from blank, forecast, saved and opened again', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench
  const casePage = new CasePage(page)
  await page.getByRole('button', { name: 'Scenarios…' }).click()
  await page.getByRole('button', { name: 'New case from blank' }).click()
  await casePage.sheet.waitFor()
  await expect(casePage.part('Still lacking')).toContainText('There is none yet')
  await casePage.write(casePage.part('The case'), 'Title of the case', 'The strait')
  await casePage.write(casePage.part('The case'), 'As of (month 0)', '2024-02-30')
  await expect(page.getByText('A date of the calendar, as in 2023-05-25.')).toBeVisible()
  await casePage.write(casePage.part('The case'), 'As of (month 0)', '2024-02-01')

  await casePage.button('Add a rung on top').click()
  const rung = casePage.item('rung-new-rung')
  await casePage.write(rung, 'Label', 'Blockade')
  await casePage.write(rung, 'Id', 'blockade')

  await page.getByLabel('A transition not there yet').selectOption('Conflict → Blockade')
  await casePage.button('Add this transition').click()
  await page.getByLabel('A transition not there yet').selectOption('Calm → Conflict')
  await casePage.button('Add this transition').click()
  const transition = casePage.item('transition-calm>conflict')
  await transition.getByLabel('Base rate', { exact: true }).selectOption('taken as known')
  await casePage.write(transition, 'Rate a month', '0.2')

  await casePage.button('Add a driver').click()
  const driver = casePage.item('driver-new-driver')
  await casePage.write(driver, 'Label', 'Shipping')
  await casePage.write(driver, 'Article’s intensity, 0 to 100', '70')
  await expect(casePage.button('Remove: Shipping')).toBeEnabled()

  await casePage.button('Add a claim').click()
  const claim = casePage.item('claim-new-claim')
  await casePage.write(claim, 'What the article says', 'A blockade')
  await casePage.write(claim, 'Word of probability', 'unlikely')
  await casePage.button('Done').click()
  await expect(casePage.part('Conclusion')).toContainText('Blockade within 12 months')

  await page.getByRole('tab', { name: 'Forecast' }).click()
  await workbench.settled()
  await expect(workbench.headline).toHaveText(/^Blockade within 12 months: \d+/)
  await expect(workbench.exactIntensity('new-driver')).toHaveValue('70')
  await expect(page.getByText('as in the article')).toBeVisible()

  await workbench.answerSaveDialog(join(folder, 'strait.brink'))
  await workbench.command('save')
  await expect(workbench.saveState).toHaveText('strait.brink, saved')
  const before = await workbench.headline.innerText()
  await workbench.command('new-case')
  await expect(casePage.part('Ladder').locator('.case-editable')).toHaveCount(2)
  await workbench.answerOpenDialog(join(folder, 'strait.brink'))
  await workbench.command('open')
  await expect(casePage.sheet.getByRole('heading', { level: 1 })).toHaveText('The strait')
  await page.getByRole('tab', { name: 'Forecast' }).click()
  await expect(workbench.headline).toHaveText(before)
})

test('unsaved work is asked about before a new case takes its place', async ({ workbench }) => {
  await workbench.setIntensity('nationalism', 80)
  await workbench.answerUnsavedQuestion(2)
  await workbench.command('new-case')
  await expect(workbench.documentTitle).toHaveText('The article’s reading')
  await workbench.answerUnsavedQuestion(1)
  await workbench.command('new-case')
  await expect(workbench.documentTitle).toHaveText('Untitled scenario')
})

test('the fewest and the most of a kind are said, not broken', async ({ workbench }) => {
  const { page } = workbench
  const casePage = new CasePage(page)
  await workbench.command('new-case')
  await casePage.sheet.waitFor()
  await expect(casePage.button('Remove: First driver')).toHaveAttribute(
    'title',
    'A case has at least one driver.',
  )
  await expect(casePage.button('Remove: Calm')).toBeDisabled()
  for (let count = 2; count < 12; count++) await casePage.button('Add a rung on top').click()
  await expect(casePage.button('Add a rung on top')).toHaveAttribute(
    'title',
    'A case has at most 12 rungs.',
  )
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing stands in the way of assistive technology, ${colorScheme}`, async ({
    workbench,
  }) => {
    const { page } = workbench
    const casePage = new CasePage(page)
    await page.emulateMedia({ colorScheme })
    await casePage.open()
    expect(await workbench.hindrances()).toEqual([])
    await casePage.edit()
    for (const place of [
      'rung-calm',
      'driver-cost-of-war',
      'transition-calm>accusations',
      'response-baku-turkey-israel',
      'evidence-lull',
      'claim-limited-escalation',
    ]) {
      await casePage.openItem(place)
    }
    await casePage.write(casePage.item('rung-calm'), 'Id', 'diplomatic')
    expect(await workbench.hindrances()).toEqual([])
    await casePage.button('Remove: Diplomatic retaliation').click()
    expect(await workbench.hindrances()).toEqual([])
  })
}

for (const [width, height] of [
  [1440, 900],
  [1024, 700],
] as const) {
  test(`nothing is wider than its place at ${width}×${height}`, async ({ workbench }) => {
    const { page } = workbench
    const casePage = new CasePage(page)
    await workbench.resize(width, height)
    const tooWide = () => workbench.tooWide('.app-header, .desk, .case, .case-side, .case-sheet')
    await casePage.open()
    expect(await tooWide()).toEqual([])
    await casePage.edit()
    await casePage.openItem('response-baku-turkey-israel')
    await casePage.openItem('claim-limited-escalation')
    expect(await tooWide()).toEqual([])
  })
}
