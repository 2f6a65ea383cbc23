import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, root, scenarioPath, test } from './fixtures/brink'
import { chooseFormat, lacking, openExport, writeTo } from './fixtures/pictures'

/**
 * Pictures held against those that were looked at and found good; BRINK_GOLDEN=write puts
 * new ones in their place.
 *
 * Letters differ from machine to machine, curves do not. So the part of a picture in which
 * nothing is written has to be the same but for the smoothing of edges (a root of mean squares
 * of 0.004 of the whole range), and the rest may differ by as much as other letters make
 * (0.2). Both are tried on every picture: drawn without its font, it still passes, and with
 * any one curve, area or mark taken out, it does not.
 */
const SAME = 0.004
const OTHER_LETTERS = 0.2

const golden = join(root, 'tests', 'e2e', 'golden')

/** Where nothing is written, as ImageMagick cuts it out. */
const CHARTS = [
  { kind: 'ladder', button: 'Where it stands, by month', drawing: '650x338+78+94' },
  { kind: 'event', button: 'Chance by month', drawing: '688x338+78+94' },
  { kind: 'conclusion', button: /^Export: Held against/, drawing: '250x236+418+110' },
] as const

/** How far two pictures are apart, from 0 to 1; those of another size are not compared. */
function apart(one: string, other: string, part = ''): number {
  const cut = (path: string): string => (part ? `${path}[${part}]` : path)
  const args = ['-metric', 'RMSE', cut(one), cut(other), 'null:']
  const { stderr } = spawnSync('compare', args, { encoding: 'utf8' })
  const share = /\(([\d.e-]+)\)/.exec(stderr)?.[1]
  if (share === undefined) throw new Error(`the pictures were not compared: ${stderr}`)
  return Number(share)
}

/** Painted as the app paints it, only that it has no font of its own. */
async function paint(page: Page, svg: string, path: string): Promise<void> {
  const bytes = await page.evaluate(async (text) => {
    const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    canvas.getContext('2d')?.drawImage(image, 0, 0)
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  }, svg)
  writeFileSync(path, Buffer.from(bytes, 'base64'))
}

/** The picture without one of its curves, areas or dots, for each of them. */
function withoutOne(svg: string): string[] {
  const elements = svg.match(/<(path|circle)\b[^>]*>/g) ?? []
  const drawn = elements.filter(
    (each) => !/ fill="none"/.test(each) || !/ stroke="none"/.test(each),
  )
  // The short paths are the lines that lead to a name.
  const marks = drawn.filter((each) => each.startsWith('<circle') || each.split(/L|,/).length > 12)
  return marks.map((mark) => svg.replace(mark, mark.replace(/^<(path|circle)/, '<g')))
}

test.use({ file: scenarioPath('corridor-forced') })

for (const { kind, button, drawing } of CHARTS) {
  for (const [theme, label] of [
    ['light', 'Light'],
    ['print', 'Greys, for print'],
  ] as const) {
    test(`looks as it did: ${kind}, ${theme}`, async ({ workbench, folder }) => {
      const reason = lacking('compare')
      test.skip(reason !== undefined, reason ?? '')
      const { page } = workbench
      const [good, png, svg] = [golden, folder, folder].map((place, index) =>
        join(place, `${kind}-${theme}.${index === 2 ? 'svg' : 'png'}`),
      ) as [string, string, string]
      for (const [format, path] of [
        ['png', png],
        ['svg', svg],
      ] as const) {
        await openExport(page, typeof button === 'string' ? `Export: ${button}` : button)
        await chooseFormat(page, format)
        await page.getByLabel(label, { exact: true }).check()
        if (format === 'png') await page.getByLabel('Size', { exact: true }).selectOption('1')
        // It tells the time.
        await page.getByLabel('Source', { exact: true }).uncheck()
        await writeTo(workbench, path)
      }
      if (process.env.BRINK_GOLDEN === 'write') copyFileSync(png, good)
      expect(apart(png, good, drawing), 'what is drawn').toBeLessThan(SAME)
      expect(apart(png, good), 'all of it').toBeLessThan(OTHER_LETTERS)

      const text = readFileSync(svg, 'utf8')
      const tried = join(folder, 'tried.png')
      await paint(page, text, tried)
      expect(apart(tried, good)).toBeGreaterThan(0)
      expect(apart(tried, good, drawing), 'drawn, without its font').toBeLessThan(SAME)
      expect(apart(tried, good), 'all, without its font').toBeLessThan(OTHER_LETTERS)
      const faulty = withoutOne(text)
      expect(faulty.length).toBeGreaterThanOrEqual(5)
      for (const [index, picture] of faulty.entries()) {
        await paint(page, picture, tried)
        expect(apart(tried, good, drawing), `without mark ${index}`).toBeGreaterThan(SAME)
      }
    })
  }
}
