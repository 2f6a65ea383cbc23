import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingTools } from '../../scripts/test-tools.mjs'
import { expect, scenarioPath, test } from './fixtures/brink'
import { brink } from './fixtures/command'
import type { Workbench } from './pages/workbench'

const lacking = missingTools(process.env.PATH).map(({ command }) => command)
const skipWithout = (...commands: string[]): void => {
  const missing = commands.filter((command) => lacking.includes(command))
  test.skip(missing.length > 0, `this host lacks ${missing.join(', ')}`)
}

const textOf = (pdf: string): string =>
  execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
/** In one line, since a page breaks them where it likes. */
const flat = (text: string): string => text.replace(/\s+/g, ' ')

const pagesOf = (pdf: string): number =>
  Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1])

async function exportBriefing(workbench: Workbench, as: RegExp): Promise<void> {
  await workbench.command('briefing')
  const dialog = workbench.page.getByRole('dialog', { name: 'Export a briefing' })
  await dialog.getByRole('radio', { name: as }).check()
  await dialog
    .getByRole('button', { name: /^Export (PDF|PowerPoint|Word|Excel|CSV|draws)…$/ })
    .click()
}

test('the report says what the screen says, on one to four pages', async ({
  workbench,
  folder,
}) => {
  skipWithout('pdftotext', 'pdfinfo')
  await workbench.setIntensity('israel-ties', 95)
  const headline = await workbench.headline.innerText()
  const path = join(folder, 'report.pdf')
  await workbench.answerSaveDialog(path)
  await exportBriefing(workbench, /^PDF/)
  await expect(workbench.page.getByText('Exported to report.pdf.')).toBeVisible()
  const text = flat(textOf(path))
  expect(text).toContain(flat(headline))
  expect(text).toContain('1 of 7 drivers differs from the article.')
  expect(text).toMatch(/Azerbaijan–Israel ties pushes up 95/)
  for (const heading of [
    'Held against the article’s conclusion, at 12 months',
    'Why it differs from the article',
    'Evidence and sources',
    'How this was worked out',
  ]) {
    expect(text).toContain(heading)
  }
  for (const claim of await workbench.page.locator('[data-claim] .claim-forecast').all()) {
    expect(text).toContain(flat(await claim.innerText()))
  }
  expect(pagesOf(path)).toBeLessThanOrEqual(4)
})

for (const [as, ending] of [
  [/^PDF/, 'pdf'],
  [/^PowerPoint/, 'pptx'],
  [/^Word/, 'docx'],
  [/^Excel/, 'xlsx'],
] as const) {
  test(`a briefing as ${ending} opens as the scenario it was made of, with the same numbers`, async ({
    workbench,
    folder,
  }) => {
    await workbench.setIntensity('nationalism', 83)
    const before = await workbench.answer()
    const path = join(folder, `briefing.${ending}`)
    await workbench.answerSaveDialog(path)
    await exportBriefing(workbench, as)
    await expect(workbench.page.getByText(`Exported to briefing.${ending}.`)).toBeVisible()
    await workbench.answerUnsavedQuestion(1)
    await workbench.command('new')
    await expect(workbench.documentTitle).toHaveText('Untitled scenario')
    await workbench.answerOpenDialog(path)
    await workbench.command('open')
    await expect(
      workbench.page.getByText(`This is the scenario behind briefing.${ending}`),
    ).toBeVisible()
    expect(await workbench.answer()).toEqual(before)
    await expect(workbench.saveState).toHaveText('not in a file yet')
  })
}

test('the draws exported are those of the forecast on the screen', async ({
  workbench,
  folder,
}) => {
  await workbench.setIntensity('nationalism', 83)
  const path = join(folder, 'draws.csv')
  await workbench.answerSaveDialog(path)
  await exportBriefing(workbench, /^CSV of the draws/)
  await expect(workbench.page.getByText('Exported to draws.csv.')).toBeVisible()
  const [head = [], ...rows] = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
  expect(rows).toHaveLength(4096)
  for (const claim of ['no-direct-confrontation', 'accusations-continue']) {
    const column = head.indexOf(`${claim}.chance`)
    const mean = rows.reduce((sum, row) => sum + Number(row[column]), 0) / rows.length
    expect(Math.round(mean * 100)).toBe(await workbench.forecastOf(claim))
  }
})

test('making a briefing can be cancelled, and leaves nothing behind', async ({
  app,
  workbench,
  folder,
}) => {
  const path = join(folder, 'report.pdf')
  await workbench.answerSaveDialog(path)
  // A million draws take long enough to think better of it.
  await workbench.page.getByRole('button', { name: /draws · seed/ }).click()
  await workbench.page.getByRole('textbox', { name: 'Draws' }).fill('1000000')
  await workbench.page.getByRole('textbox', { name: 'Draws' }).press('Enter')
  await workbench.page.getByRole('button', { name: 'Stop here' }).click()
  await exportBriefing(workbench, /^PDF/)
  const dialog = workbench.page.getByRole('dialog', { name: 'Export a briefing' })
  await expect(dialog.getByRole('status')).toContainText('Making the PDF…')
  await dialog.getByRole('button', { name: 'Stop' }).click()
  await expect(dialog).toHaveCount(0)
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
    .toBe(1)
  expect(existsSync(path)).toBe(false)
  await expect(workbench.page.getByRole('alert')).toHaveCount(0)
})

test('another dialog in its place gives it up, and the next one is made', async ({
  app,
  workbench,
  folder,
}) => {
  const { page } = workbench
  await workbench.answerSaveDialog(join(folder, 'first.pdf'))
  // Main holds the first one back for as long as the test likes.
  await app.evaluate(({ app: main }) => {
    main.once('web-contents-created', (_event, contents) => {
      contents.session.webRequest.onBeforeRequest(({ url }, decide) => {
        if (!url.endsWith('/press.html')) decide({ cancel: false })
      })
    })
  })
  await exportBriefing(workbench, /^PDF/)
  const dialog = page.getByRole('dialog', { name: 'Export a briefing' })
  await expect(dialog.getByRole('status')).toContainText('Making the PDF')
  await workbench.command('recovery')
  await expect(page.getByRole('dialog', { name: 'Recovered work' })).toBeVisible()
  await page.keyboard.press('Escape')
  await app.evaluate(({ session }) =>
    session.defaultSession.webRequest.onBeforeRequest((_details, decide) =>
      decide({ cancel: false }),
    ),
  )
  await workbench.answerSaveDialog(join(folder, 'second.pdf'))
  await exportBriefing(workbench, /^PDF/)
  await expect(page.getByText('Exported to second.pdf.')).toBeVisible()
  expect(existsSync(join(folder, 'first.pdf'))).toBe(false)
})

test('a title as long as a title may be is exported under a name that fits', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench
  await workbench.documentTitle.click()
  await page.getByRole('textbox', { name: 'Title' }).fill('t'.repeat(500))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await workbench.answerSaveDialog(join(folder, 'long.csv'))
  await exportBriefing(workbench, /^CSV, /)
  await expect(page.getByText('Exported to long.csv.')).toBeVisible()
})

test('markup, right-to-left text and emoji come out of a report as they went in', async ({
  workbench,
  folder,
}) => {
  skipWithout('pdftotext', 'pdfinfo')
  const { page } = workbench
  await workbench.documentTitle.click()
  const title = '<b>Ties & “corridors”</b> مرحبا 😀 \u202eend'
  await page.getByRole('textbox', { name: 'Title' }).fill(title)
  await page.getByRole('textbox', { name: 'Summary' }).fill('First paragraph.\n\n=1+1 second one.')
  await page.keyboard.press('Escape')
  const path = join(folder, 'report.pdf')
  await workbench.answerSaveDialog(path)
  await exportBriefing(workbench, /^PDF/)
  await expect(page.getByText('Exported to report.pdf.')).toBeVisible()
  const text = textOf(path)
  expect(text).toContain('<b>Ties & “corridors”</b>')
  expect(text).toMatch(/First paragraph\.\s*\n\s*\n?\s*=1\+1 second one\./)
  // The page’s foot and what follows it read on from left to right.
  expect(flat(text)).toMatch(/As of 25 May 2023, 12 months ahead \(to May 2024\)\..*Page 1 of \d/)
  expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Tagged: +yes/)
})

test('what goes wrong while it is made is told, and the next one works', async ({
  app,
  workbench,
  folder,
}) => {
  const path = join(folder, 'report.pdf')
  await workbench.answerSaveDialog(path)
  await app.evaluate(({ app: main }) => {
    main.once('web-contents-created', (_event, contents) => {
      contents.once('did-finish-load', () => contents.forcefullyCrashRenderer())
    })
  })
  await exportBriefing(workbench, /^PDF/)
  await expect(workbench.page.getByRole('alert')).toContainText('report.pdf was not made.')
  expect(existsSync(path)).toBe(false)
  await exportBriefing(workbench, /^PDF/)
  await expect(workbench.page.getByText('Exported to report.pdf.')).toBeVisible()
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the dialog stands in nobody’s way and fits, ${colorScheme}`, async ({ workbench }) => {
    await workbench.page.emulateMedia({ colorScheme })
    await workbench.resize(1024, 700)
    await workbench.command('briefing')
    await expect(workbench.page.getByRole('dialog')).toBeVisible()
    expect(await workbench.hindrances()).toEqual([])
    expect(await workbench.tooWide('.dialog, .dialog-actions')).toEqual([])
  })
}

test('many files are exported at once without a display; a bad one is named', async ({
  folder,
}) => {
  const bad = join(folder, 'bad.brink')
  writeFileSync(bad, 'hello')
  const out = join(folder, 'out')
  const given = [scenarioPath('corridor-forced'), bad, scenarioPath('baseline')]
  const { status, error } = await brink('export', ...given, '--to', out, '--format', 'svg,pdf')
  expect(status).toBe(1)
  expect(error).toMatch(/2 of 3: .*bad\.brink failed/)
  const stems = ['corridor-forced', 'baseline'].map((name) => `iran-azerbaijan-2023-${name}`)
  expect(readdirSync(out).sort()).toEqual(
    stems
      .flatMap((stem) => [
        `${stem}-conclusion.svg`,
        `${stem}-event.svg`,
        `${stem}-ladder.svg`,
        `${stem}.pdf`,
      ])
      .sort(),
  )
})
