import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures/brink'
import { firstWorkbench, launch } from './fixtures/launch'
import { openExport } from './fixtures/pictures'

/** What an administrator lays down for everyone on a machine. */

test('a policy bars forms of export, and sets the yardstick and the folder', async ({ folder }) => {
  const path = join(folder, 'policy.json')
  writeFileSync(path, JSON.stringify({ yardstick: 'phia', folder, exportFormats: ['svg', 'pdf'] }))
  const app = await launch(folder, undefined, { BRINK_POLICY: path })
  const workbench = await firstWorkbench(app)
  const { page } = workbench
  await expect(page.getByText('in UK PHIA').first()).toBeVisible()
  await openExport(page, 'Export: Where it stands, by month')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: /PNG/ })).toBeDisabled()
  await expect(dialog.getByRole('radio', { name: /SVG/ })).toBeChecked()
  await expect(dialog.getByRole('button', { name: 'Copy picture' })).toBeDisabled()
  await expect(dialog.getByRole('button', { name: 'Copy table' })).toBeDisabled()
  await expect(dialog).toContainText('does not allow exports as PNG, CSV, XLSX, PPTX, DOCX, DRAWS.')
  // The page is not what keeps to it.
  const answers = await page.evaluate(async () => {
    const { brink } = window as unknown as {
      brink: Record<string, (given: unknown) => Promise<unknown>>
    }
    const content = new Uint8Array([1])
    return [
      await brink.saveExport?.({ suggestedName: 'a.png', format: 'png', content }),
      await brink.copyPicture?.(content),
    ]
  })
  expect(answers).toEqual([expect.objectContaining({ kind: 'failed' }), false])
  await app.evaluate(({ dialog: asked }) => {
    asked.showSaveDialog = async (_window: unknown, options?: { defaultPath?: string }) => {
      Object.assign(globalThis, { askedFor: options?.defaultPath })
      return { canceled: true, filePath: '' }
    }
  })
  await dialog.getByRole('button', { name: /^Export SVG/ }).click()
  await expect
    .poll(() => app.evaluate(() => (globalThis as { askedFor?: string }).askedFor ?? ''))
    .toContain(`${folder}/`)
  await app.close()
})

test('a policy that cannot be read is told, and lets nothing out', async ({ folder }) => {
  const path = join(folder, 'policy.json')
  writeFileSync(path, '{ "exportFormat": [] }')
  const app = await launch(folder, undefined, { BRINK_POLICY: path })
  const { page } = await firstWorkbench(app)
  await expect(page.getByText('The policy of this machine could not be read')).toBeVisible()
  await expect(page.getByText(`${path}: there is no setting exportFormat.`)).toBeVisible()
  await app.close()
})
