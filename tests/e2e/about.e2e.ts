import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, root, test } from './fixtures/brink'
import { choose } from './fixtures/menu'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

test('About says the version of everything, and copies it', async ({ app, workbench }) => {
  const { page } = workbench
  await choose(app, 'About Brink')
  const dialog = page.getByRole('dialog', { name: 'About Brink' })
  await expect(dialog).toBeVisible()
  const versions = await app.evaluate(() => process.versions)
  const facts = await dialog
    .locator('.about-fact')
    .evaluateAll((found) => found.map((row) => [...row.children].map((cell) => cell.textContent)))
  expect(facts).toEqual([
    ['Version', version],
    ['Engine', '2'],
    ['Electron', versions.electron],
    ['Chromium', versions.chrome],
    ['Node', versions.node],
    ['V8', versions.v8],
    ['System', expect.stringMatching(/^\w+ \S+, \w+$/)],
    ['Licence', 'MIT'],
  ])
  await expect(dialog).toContainText('Nothing leaves this machine.')
  await app.evaluate(({ clipboard }) => clipboard.writeText('before'))
  await dialog.getByRole('button', { name: 'Copy version details' }).click()
  await expect(dialog.getByRole('status')).toHaveText('Copied')
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied.split('\n').slice(0, 3)).toEqual([
    `Brink ${version}`,
    'Engine 2',
    `Electron ${versions.electron}`,
  ])
  expect(copied.split('\n')).toHaveLength(7)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('a version under way is called one', async ({ app, workbench }) => {
  await app.evaluate(({ app: own }) => {
    own.getVersion = () => '1.2.0-dev'
  })
  await choose(app, 'About Brink')
  await expect(workbench.page.getByRole('dialog')).toContainText('1.2.0-dev')
})

test('the licences are read without leaving the program, where the program carries them', async ({
  app,
  workbench,
}) => {
  const { page } = workbench
  await choose(app, 'About Brink')
  await page.getByRole('button', { name: 'Licences…' }).click()
  const text = page.getByRole('region', { name: 'Licences' })
  await expect(text).toContainText('Permission is hereby granted, free of charge')
  await expect(text).toContainText('carries no THIRD-PARTY-LICENSES.txt')
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'About Brink' })).toBeVisible()
  // As in a packaged program, whose file is long and holds what looks like markup.
  const long = `<b>first</b>\n${'A line of a licence.\n'.repeat(20_000)}the last one`
  await app.evaluate(({ ipcMain }, given) => {
    ipcMain.removeHandler('licences:third-party')
    ipcMain.handle('licences:third-party', () => ({ kind: 'text', text: given }))
  }, long)
  await page.getByRole('button', { name: 'Licences…' }).click()
  await expect(text.locator('pre')).toHaveCount(2)
  expect(await text.locator('pre').nth(1).textContent()).toBe(long)
  await page.keyboard.press('Tab')
  await expect(text).toBeFocused()
  await page.keyboard.press('End')
  await expect.poll(() => text.evaluate((element) => element.scrollTop)).toBeGreaterThan(10_000)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing in About stands in the way of assistive technology, ${colorScheme}`, async ({
    app,
    workbench,
  }) => {
    const { page } = workbench
    await page.emulateMedia({ colorScheme })
    await workbench.resize(1024, 700)
    await choose(app, 'About Brink')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await workbench.hindrances()).toEqual([])
    await page.getByRole('button', { name: 'Licences…' }).click()
    await expect(page.getByRole('region', { name: 'Licences' })).toBeVisible()
    expect(await workbench.hindrances()).toEqual([])
    expect(await workbench.tooWide('.dialog, .dialog-body, .licence-text')).toEqual([])
  })
}
