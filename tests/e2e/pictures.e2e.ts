import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/brink'
import {
  chooseFormat,
  drawn,
  lacking,
  openExport,
  SCREENS,
  showCharts,
  told,
  writeTo,
} from './fixtures/pictures'

const FORBIDDEN =
  /<(script|foreignObject|style|image|a|use)\b|\son\w+=|href=|url\((?!#)|javascript:/i

test.describe('every chart of every screen', () => {
  for (const screen of SCREENS) {
    test(`is an SVG that stands alone, and in greys has no colour: ${screen}`, async ({
      workbench,
      folder,
    }) => {
      const reason = lacking('xmllint', 'identify')
      test.skip(reason !== undefined, reason ?? '')
      test.setTimeout(120_000)
      const { page } = workbench
      await showCharts(workbench, screen)
      const buttons = await page.getByRole('button', { name: /^Export: / }).all()
      expect(buttons.length).toBeGreaterThan(0)
      for (const [index, button] of buttons.entries()) {
        const [svg, png] = ['svg', 'png'].map((ending) => join(folder, `${index}.${ending}`))
        if (!svg || !png) return
        await button.click()
        await chooseFormat(page, 'svg')
        await page.getByLabel('Light').check()
        await writeTo(workbench, svg)
        const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', svg], {
          encoding: 'utf8',
        })
        expect([status, stderr]).toEqual([0, ''])
        const text = readFileSync(svg, 'utf8')
        expect(text).not.toMatch(FORBIDDEN)
        expect(text).not.toContain('var(--')
        expect(text).toMatch(/<text [^>]*>[^<]{3,}/)
        expect(text).toContain("Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif")
        await button.click()
        await chooseFormat(page, 'png')
        await page.getByLabel('Greys, for print').check()
        await writeTo(workbench, png)
        // The file has room for colours: this is what its pixels come to.
        expect(told('%[type]', png)).toBe('GrayscaleAlpha')
      }
    })
  }
})

test.describe('a picture as PNG', () => {
  test.beforeEach(() => {
    const reason = lacking('identify')
    test.skip(reason !== undefined, reason ?? '')
  })

  test('has the size and the density asked for', async ({ workbench, folder }) => {
    const { page } = workbench
    const path = join(folder, 'chart.png')
    const write = async (size: string): Promise<string> => {
      await openExport(page, 'Export: Where it stands, by month')
      await page.getByLabel('Size', { exact: true }).selectOption({ label: size })
      await drawn(page)
      await writeTo(workbench, path)
      return told('%w %[fx:round(resolution.x)] %[fx:round(resolution.y)]', path)
    }
    expect(await write('1× the screen’s')).toBe('960 96 96')
    expect(await write('2× the screen’s')).toBe('1920 192 192')
    expect(await write('4× the screen’s')).toBe('3840 384 384')
    expect(await write('Width, at 300 dpi')).toBe('1890 300 300')
    await openExport(page, 'Export: Where it stands, by month')
    const width = page.getByLabel('Width in centimetres')
    await width.fill('41')
    await expect(width).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByRole('alert')).toHaveText('2 to 40 cm')
    await drawn(page)
    for (const name of ['Export PNG…', 'Copy picture', 'Copy table']) {
      await expect(page.getByRole('button', { name })).toBeDisabled()
    }
    await width.fill('8.5')
    await width.press('Enter')
    await expect(page.getByTestId('export-size')).toHaveText(
      /^1,004 × \d+ px; 8\.5 × \d\.\d cm at 300 dpi$/,
    )
    await writeTo(workbench, path)
    expect(told('%w %[fx:round(resolution.x)]', path)).toBe('1004 300')
  })

  test('is as high as what is on it, and can be seen through', async ({ workbench, folder }) => {
    const { page } = workbench
    const path = join(folder, 'chart.png')
    const sizeNow = async (): Promise<number[]> => {
      await writeTo(workbench, path)
      await openExport(page, 'Export: Where it stands, by month')
      return told('%w %h', path).split(' ').map(Number)
    }
    const part = (name: string) => page.getByRole('dialog').getByLabel(name, { exact: true })
    await openExport(page, 'Export: Where it stands, by month')
    await part('Size').selectOption('1')
    const [width = 0, whole = 0] = await sizeNow()
    await part('Source').uncheck()
    const [, withoutSource = 0] = await sizeNow()
    expect(whole - withoutSource).toBe(SOURCE_FOOT - 24)
    await part('Title').uncheck()
    const [, withoutTitle = 0] = await sizeNow()
    expect(withoutSource - withoutTitle).toBe(29)
    await part('Legend').uncheck()
    await part('Transparent background').check()
    expect(await sizeNow()).toEqual([width - 176, 24 + 380 + 24])
    expect(told('%[pixel:p{0,0}] %[opaque] %[fx:maxima.a]', path)).toMatch(
      /^s?rgba\(\d+,\d+,\d+,0\) false 1$/i,
    )
    await part('Transparent background').uncheck()
    await sizeNow()
    expect(told('%[opaque]', path)).toBe('true')
    // What was chosen is still chosen for the next chart.
    await page.keyboard.press('Escape')
    await openExport(page, 'Export: Chance by month')
    await expect(part('Legend')).not.toBeChecked()
    await expect(part('Size')).toHaveValue('1')
  })
})

/** Three lines of source, from the chart down: 34 to the first, then 16 each, and 24 below. */
const SOURCE_FOOT = 34 + 2 * 16 + 24

/** Remembers what every address of the page stands for, since no page may read one back. */
const keepBlobs = (page: Page) =>
  page.evaluate(() => {
    const kept = new Map<string, Blob | MediaSource>()
    const make = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (object) => {
      const url = make(object)
      kept.set(url, object)
      return url
    }
    Object.assign(window, { kept })
  })

const bytesShown = async (page: Page): Promise<Buffer> => {
  const bytes = await page.evaluate(async () => {
    const { kept } = window as unknown as { kept: Map<string, Blob> }
    const image = document.querySelector<HTMLImageElement>('.export-paper img')
    const blob = kept.get(image?.src ?? '')
    return blob ? [...new Uint8Array(await blob.arrayBuffer())] : []
  })
  return Buffer.from(bytes)
}

test('the preview shows the very bytes that are written', async ({ workbench, folder }) => {
  const { page } = workbench
  await keepBlobs(page)
  for (const format of ['png', 'svg'] as const) {
    for (const theme of ['Light', 'Dark', 'Greys, for print']) {
      const path = join(folder, `chart.${format}`)
      await openExport(page, 'Export: Chance by month')
      await chooseFormat(page, format)
      await page.getByLabel(theme).check()
      await drawn(page)
      const image = page.getByRole('img', { name: 'as it will be written' })
      await expect
        .poll(() => image.evaluate((each: HTMLImageElement) => each.naturalWidth))
        .toBe(format === 'png' ? 1920 : 960)
      const shown = await bytesShown(page)
      await writeTo(workbench, path)
      expect(shown.length).toBeGreaterThan(1000)
      expect(readFileSync(path).equals(shown), `${format}, ${theme}`).toBe(true)
    }
  }
  await openExport(page, 'Export: Chance by month')
  await chooseFormat(page, 'csv')
  await drawn(page)
  const lines = await page.getByLabel('The first lines').inputValue()
  const path = join(folder, 'chart.csv')
  await writeTo(workbench, path)
  expect(readFileSync(path, 'utf8').replaceAll('\r\n', '\n').startsWith(lines)).toBe(true)
  expect(lines.split('\n')).toHaveLength(1 + 2 * 13)
})

test('picture and table go to the clipboard', async ({ app, workbench }) => {
  const { page } = workbench
  const clipboard = () =>
    app.evaluate(({ clipboard: held }) => ({
      size: held.readImage().getSize(),
      corner: [...held.readImage().toBitmap().subarray(0, 4)],
      text: held.readText(),
      html: held.readHTML(),
    }))
  await app.evaluate(({ clipboard: held }) => held.clear())
  await openExport(page, 'Export: Where it stands, by month')
  await page.getByLabel('Dark').check()
  await page.getByLabel('Size', { exact: true }).selectOption('1')
  await page.getByRole('button', { name: 'Copy picture' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'copied' })).toHaveText(
    'The picture was copied.',
  )
  const picture = await clipboard()
  expect(picture.size.width).toBe(960)
  expect(picture.size.height).toBeGreaterThan(500)
  // #1c2027, as blue, green, red, alpha.
  expect(picture.corner).toEqual([0x27, 0x20, 0x1c, 255])
  await page.getByRole('button', { name: 'Copy table' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'copied' })).toHaveText(
    'The table was copied.',
  )
  const { text, html } = await clipboard()
  const [header = '', first = ''] = text.split(/\r?\n/)
  expect(header.split('\t').slice(0, 3)).toEqual(await headerOfCsv(page))
  expect(first.split('\t')).toHaveLength(header.split('\t').length)
  expect(text).toContain('Scenario: The article’s reading (SHA-256')
  expect(html).toContain('<td>Direct confrontation</td>')
  expect(html.match(/<tr>/g)).toHaveLength(
    text.split(/\r?\n/).filter((line) => line.includes('\t')).length,
  )
})

const headerOfCsv = async (page: Page): Promise<string[]> => {
  await chooseFormat(page, 'csv')
  await drawn(page)
  const lines = await page.getByLabel('The first lines').inputValue()
  return lines.replace('\ufeff', '').split('\n')[0]?.split(',').slice(0, 3) ?? []
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the dialog fits a small window and hinders nobody, ${colorScheme}`, async ({
    workbench,
  }) => {
    const { page } = workbench
    await page.emulateMedia({ colorScheme })
    await workbench.resize(1024, 700)
    await openExport(page, 'Export: Chance by month')
    const heights = new Set<number>()
    for (const format of ['png', 'svg', 'csv'] as const) {
      await chooseFormat(page, format)
      if (format === 'png') {
        await page.getByLabel('Size', { exact: true }).selectOption('wide')
        await page.getByLabel('Transparent background').check()
      }
      await drawn(page)
      const { box, overflow } = await page.getByRole('dialog').evaluate((dialog) => ({
        box: dialog.getBoundingClientRect().toJSON(),
        overflow: [
          dialog.scrollHeight - dialog.clientHeight,
          dialog.scrollWidth - dialog.clientWidth,
        ],
      }))
      expect(overflow).toEqual([0, 0])
      expect(box.left).toBeGreaterThanOrEqual(0)
      expect(box.right).toBeLessThanOrEqual(1024)
      expect(box.top).toBeGreaterThanOrEqual(0)
      expect(box.bottom).toBeLessThanOrEqual(700)
      expect(await workbench.hindrances()).toEqual([])
      heights.add(box.height)
    }
    expect(heights.size, 'it is as high for each').toBe(1)
  })
}

test('everything in the dialog is reached and chosen by keyboard', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench
  const path = join(folder, 'keys.svg')
  await workbench.answerSaveDialog(path)
  await openExport(page, 'Export: Chance by month')
  await drawn(page)
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null
      return label ?? element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
  const stops: string[] = []
  for (let press = 0; press < 14; press++) {
    await page.keyboard.press('Tab')
    stops.push(await focused())
    if (stops.at(-1)?.startsWith('PNG')) {
      await page.keyboard.press('ArrowDown')
      await expect(page.getByLabel(/^SVG/)).toBeChecked()
      await drawn(page)
    }
    if (stops.at(-1) === 'Export SVG…') break
  }
  expect(stops).toEqual([
    'Chance by month: A direct military confrontation',
    'PNG, for slides and documents',
    'Light',
    'Transparent background',
    'Title',
    'Legend',
    'Source',
    'report, slides or workbook…',
    'Copy picture',
    'Copy table',
    'Cancel',
    'Export SVG…',
  ])
  await page.keyboard.press('Enter')
  await expect(page.getByText('Exported to keys.svg.')).toBeVisible()
})

test('the name proposed is one that every system takes', async ({ app, workbench }) => {
  const { page } = workbench
  await workbench.documentTitle.click()
  await page.getByLabel('Title').fill('../..\\a:b*? <c>|"d"')
  await page.keyboard.press('Escape')
  await app.evaluate(({ dialog }) => {
    const asked: (string | undefined)[] = []
    Object.assign(globalThis, { asked })
    dialog.showSaveDialog = async (...given: unknown[]) => {
      const options = given.at(-1) as { defaultPath?: string }
      asked.push(options.defaultPath)
      return { canceled: true, filePath: '' }
    }
  })
  await openExport(page, 'Export: Chance by month')
  await page.getByRole('button', { name: /^Export (PNG|SVG|CSV)…$/ }).click()
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked))
    .toEqual([expect.stringMatching(/(^|\/)a b c d - event\.png$/)])
  await expect(page.getByRole('dialog')).toBeVisible()
})
