import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { TrackRecord } from '../../src/history/backtest/track-record'
import { readCsv } from '../read-csv'
import { expect, root, test } from './fixtures/brink'
import { chooseFormat, drawn, openExport, writeTo } from './fixtures/pictures'

/** The screen is held against the file that ships, read here by itself. */
const FILE = readFileSync(join(root, 'src/history/track-record.json'))
const record: TrackRecord = JSON.parse(FILE.toString('utf8'))

const questionOf = (outcome: string, months: number) => {
  const found = record.questions.find((each) => each.outcome === outcome && each.months === months)
  if (!found) throw new Error(`no ${outcome} within ${months} months`)
  return found
}

const binsOf = (outcome: string, months: number) =>
  questionOf(outcome, months).reliability.find(({ model }) => model === 'ladder')?.bins ?? []

const openRecord = (page: Page) => page.getByRole('tab', { name: 'Track record' }).click()

async function choose(page: Page, outcome: string, months: number): Promise<void> {
  await page.getByLabel('Reaching', { exact: true }).selectOption(outcome)
  await page.getByLabel('within', { exact: true }).selectOption(String(months))
}

const grouped = (number: number): string => number.toLocaleString('en-GB')

test('the record is loaded with its screen and not before', async ({ workbench }) => {
  const { page } = workbench
  const assets = join(root, 'dist/renderer/assets')
  const holding = readdirSync(assets).filter(
    (name) =>
      name.endsWith('.js') && /secondSpeed"?:\s*\{/.test(readFileSync(join(assets, name), 'utf8')),
  )
  expect(holding).toHaveLength(1)
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url().split('/').at(-1) ?? ''))
  await page.reload()
  await workbench.settled()
  expect(loaded.filter((name) => name.endsWith('.js')).length).toBeGreaterThan(1)
  expect(loaded).not.toContain(holding[0])
  await openRecord(page)
  await expect(workbench.headline).toContainText('came true')
  expect(loaded).toContain(holding[0])
})

test('the figures on the screen are those of the record', async ({ workbench }) => {
  const { page } = workbench
  await openRecord(page)
  const called = record.called.find(({ model }) => model === 'ladder')?.bins ?? []
  const ten = called.find(({ from }) => from === 0.05)
  await expect(workbench.headline).toHaveText(
    new RegExp(
      `called about 10.%, ${Math.round((ten?.observed ?? -1) * 100)} in 100 came true\\.$`,
    ),
  )
  const clearly = record.questions.filter(({ scores }) =>
    scores.some(({ model, brierAgainstClimatology: { high } }) => model === 'ladder' && high < 0),
  )
  await expect(page.locator('.headline')).toContainText(
    clearly.length === 0
      ? 'The ladder does not beat the base rate alone'
      : `clearly better than the base rate alone on ${clearly.length} of`,
  )
  await expect(page.locator('.headline')).toContainText('The same whatever scenario is open')
  await expect(page.locator('.called-table tbody tr')).toHaveCount(called.length)

  const question = questionOf('force', 12)
  await expect(page.locator('.record-counts')).toHaveText(
    `${grouped(question.forecasts)} forecasts in ${question.disputes} disputes; it came after ${question.events} of them, in ${question.disputesWithEvents} disputes.`,
  )
  const shown = question.scores.filter(({ model }) => !model.startsWith('two-speeds'))
  await expect(page.locator('.scores-table tbody tr')).toHaveCount(shown.length)
  for (const { model, brier, logarithmic, brierAgainstClimatology: against } of shown) {
    const cells = page.locator(`.scores-table [data-model="${model}"] .column-score`)
    await expect(cells.first().locator('strong')).toHaveText(brier.value.toFixed(3))
    await expect(cells.nth(1).locator('strong')).toHaveText(logarithmic.value.toFixed(3))
    const words =
      model === 'climatology'
        ? 'the base rate itself'
        : against.high < 0
          ? 'clearly better'
          : against.low > 0
            ? 'clearly worse'
            : 'no clear difference'
    await expect(cells.first().locator('.score-words')).toHaveText(words)
  }
  for (const { model, nominal, withChance } of question.bands) {
    await expect(page.locator(`[data-band="${model} ${nominal}"] strong`)).toHaveText(
      new RegExp(`^${Math.round(withChance * 100)}.%$`),
    )
  }
})

test('another event or horizon changes the chart, the table behind it and the scores', async ({
  workbench,
}) => {
  const { page } = workbench
  await openRecord(page)
  const card = page.locator('.card-reliability')
  const points = (outcome: string, months: number): number =>
    binsOf(outcome, months).filter(({ disputes }) => disputes >= 10).length
  await expect(card.locator('svg circle')).toHaveCount(points('force', 12))
  const before = await card.locator('svg').innerHTML()
  await choose(page, 'war', 1)
  await expect(card.locator('svg circle')).toHaveCount(points('war', 1))
  await expect(
    card.locator('svg text', { hasText: grouped(binsOf('war', 1)[0]?.count ?? -1) }),
  ).toBeVisible()
  expect(await card.locator('svg').innerHTML()).not.toBe(before)
  await expect(card.getByRole('img').first()).toHaveAccessibleName(
    /^Reaching war within 1 month, overall/,
  )
  await expect(page.getByRole('heading', { name: 'Scores: war within 1 month' })).toBeVisible()
  await card.getByRole('button', { name: 'Table' }).click()
  await expect(card.locator('tbody tr')).toHaveCount(binsOf('war', 1).length)
  await choose(page, 'deaths', 6)
  const bins = binsOf('deaths', 6)
  await expect(card.locator('tbody tr')).toHaveCount(bins.length)
  for (const [index, { count }] of bins.entries()) {
    await expect(card.locator('tbody tr').nth(index)).toContainText(grouped(count))
  }
  const { brier } = questionOf('deaths', 6).scores[0] ?? {}
  await expect(page.locator('[data-model="ladder"] .column-score strong').first()).toHaveText(
    brier?.value.toFixed(3) ?? '',
  )
})

test('it is the same whatever is judged in the scenario', async ({ workbench }) => {
  const { page } = workbench
  await openRecord(page)
  const text = () => page.locator('.track-record').innerText()
  const before = await text()
  await page.getByRole('tab', { name: 'Forecast' }).click()
  await workbench.setIntensity('nationalism', 95)
  await openRecord(page)
  expect(await text()).toBe(before)
})

test('its exports name the record, and carry no scenario to be opened', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench
  await openRecord(page)
  await choose(page, 'deaths', 3)
  const [svg, csv] = [join(folder, 'chart.svg'), join(folder, 'chart.csv')]
  await openExport(page, 'Export: What was called, and what came')
  await chooseFormat(page, 'svg')
  await drawn(page)
  await expect(page.getByText('It says which record and version it is from.')).toBeVisible()
  await writeTo(workbench, svg)
  await openExport(page, 'Export: What was called, and what came')
  await chooseFormat(page, 'csv')
  await drawn(page)
  await writeTo(workbench, csv)

  const sum = createHash('sha256').update(FILE).digest('hex')
  const drawing = readFileSync(svg, 'utf8')
  expect(drawing).toContain(`(SHA-256 ${sum.slice(0, 12)}…), the same whatever scenario is open.`)
  expect(drawing).toContain('Militarized Interstate Disputes 5.0')
  expect(drawing).not.toMatch(/urn:brink:export|Iran|article/)
  const [header = [], ...rows] = readCsv(readFileSync(csv, 'utf8'))
  const bins = binsOf('deaths', 3)
  const column = (name: string) => rows.map((row) => row[header.indexOf(name)])
  expect(column('came').map(Number)).toEqual(bins.map(({ observed }) => observed))
  expect(column('forecasts').map(Number)).toEqual(bins.map(({ count }) => count))
  expect(new Set(column('record_sha256'))).toEqual(new Set([sum]))
  expect(header.some((name) => name.startsWith('scenario'))).toBe(false)

  await workbench.answerOpenDialog(svg)
  await workbench.command('open')
  await expect(page.locator('.banner-problem')).toContainText('chart.svg')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing stands in the way of assistive technology, ${colorScheme}`, async ({
    workbench,
  }) => {
    const { page } = workbench
    await page.emulateMedia({ colorScheme })
    await openRecord(page)
    await expect(page.locator('.card-reliability svg circle').first()).toBeVisible()
    expect(await workbench.hindrances()).toEqual([])
    const tables = page.getByRole('button', { name: 'Table', exact: true })
    while ((await tables.count()) > 0) await tables.first().click()
    expect(await workbench.hindrances()).toEqual([])
  })
}

for (const [width, height] of [
  [1440, 900],
  [1024, 700],
] as const) {
  test(`nothing is wider than its place at ${width}×${height}, and the tabs stand in one line`, async ({
    workbench,
  }) => {
    const { page } = workbench
    await workbench.resize(width, height)
    await openRecord(page)
    await expect(page.locator('.card-reliability svg circle').first()).toBeVisible()
    for (const outcome of ['force', 'deaths', 'war']) {
      await choose(page, outcome, 12)
      expect(
        await workbench.tooWide(
          '.app, .app-header, .desk, .track-record, .headline, .card, .record-question, .record-table, .record-table th, .record-table td, .record-limits, .status-line',
        ),
      ).toEqual([])
    }
    const places = await page.locator('.app-header > *, .screen-tab').evaluateAll((elements) =>
      elements
        .filter((element) => element.getClientRects().length > 0)
        .filter((element) => !element.matches('.screen-tabs'))
        .map((element) => element.getBoundingClientRect())
        .sort((a, b) => a.left - b.left)
        .map(({ left, right, height: high }) => ({ left, right, high })),
    )
    expect(places.length).toBeGreaterThanOrEqual(9)
    for (const [index, { left }] of places.entries()) {
      if (index > 0) expect(left).toBeGreaterThanOrEqual((places[index - 1]?.right ?? 0) + 4)
    }
    expect(places.at(-1)?.right).toBeLessThanOrEqual(width)
    expect(Math.max(...places.map(({ high }) => high))).toBeLessThanOrEqual(48)
  })
}

test('everything is reached and chosen by keyboard', async ({ workbench }) => {
  const { page } = workbench
  await page.getByRole('tab', { name: 'Base rates' }).click()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Track record' })).toBeFocused()
  await expect(workbench.headline).toContainText('came true')
  const outcome = page.getByLabel('Reaching', { exact: true })
  for (let press = 0; press < 12; press++) {
    await page.keyboard.press('Tab')
    if (await outcome.evaluate((element) => element === document.activeElement)) break
  }
  await expect(outcome).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowUp')
  await expect(page.locator('.record-counts')).toContainText(
    `${grouped(questionOf('deaths', 6).forecasts)} forecasts`,
  )
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('.card-reliability tbody tr')).toHaveCount(binsOf('deaths', 6).length)
  await page.getByRole('button', { name: 'Base rates', exact: true }).press('Enter')
  await expect(page.getByRole('tab', { name: 'Base rates' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
})
