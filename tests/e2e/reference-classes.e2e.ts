import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { judgeVerdict } from '../../src/forecast/conclusion/verdict'
import { tellProbability, verdictPhrase } from '../../src/forecast/conclusion/words'
import { forecast } from '../../src/forecast/forecast'
import type { PriorReference, RatePrior, Scenario } from '../../src/forecast/scenario'
import type { BaseRateTable } from '../../src/history/base-rate-table'
import { baselineScenario, readScenario } from '../bundled'
import { expect, root, test } from './fixtures/brink'

const table: BaseRateTable = JSON.parse(
  readFileSync(join(root, 'src', 'history', 'base-rates.json'), 'utf8'),
)

const MOVE = 'show-of-force>confrontation'
const LABEL = 'Show of force → Direct confrontation'
const DEATHS = { level: 'incident', from: 'threat', to: 'deaths' } as const

const rowOf = (id: string) => {
  const found = table.classes
    .find((each) => each.id === id)
    ?.transitions.find(
      ({ level, from, to }) => level === DEATHS.level && from === DEATHS.from && to === DEATHS.to,
    )
  if (!found) throw new Error(`no row of ${id}`)
  return found
}

/** By hand from the shipped table: the pooled mean where there is one, at the weight given. */
function priorOf(id: string, events: number): RatePrior {
  const { own, pooled } = rowOf(id)
  const mean = (pooled ?? own)?.mean ?? Number.NaN
  return { events, months: Number((events / mean).toPrecision(6)) }
}

const withPrior = (scenario: Scenario, prior: RatePrior, reference: PriorReference): Scenario => ({
  ...scenario,
  case: {
    ...scenario.case,
    transitions: scenario.case.transitions.map((each) =>
      each.id === MOVE ? { ...each, prior, reference } : each,
    ),
  },
})

/** The confrontation's chance and how it stands to the claim about it, as the screen words them. */
function outcome(scenario: Scenario): { chance: string; verdict: string } {
  const claim = forecast(scenario).conclusion[1]
  const chance = claim?.mean.at(-1) ?? Number.NaN
  return {
    chance: tellProbability(chance),
    verdict: verdictPhrase[judgeVerdict(chance, [0.2, 0.45])],
  }
}

const ofClass = (id: string, weight: number): Scenario =>
  withPrior(baselineScenario(), priorOf(id, weight), { class: id, ...DEATHS })

const CLASSES = [
  'all-1992',
  'bilateral',
  'land-neighbours',
  'rivals',
  'former-soviet-neighbours',
  'pair-373-630',
]

const move = (page: Page) => page.locator(`[data-transition="${MOVE}"]`)
const toggle = (page: Page, label = LABEL) =>
  page.getByRole('button', { name: `From the record: ${label}` })

test.beforeEach(async ({ workbench }) => {
  await workbench.page.getByRole('tab', { name: 'Base rates' }).click()
})

test('the classes stand side by side, each with what it would make of the forecast and the verdict', async ({
  workbench,
}) => {
  const { page } = workbench
  await expect(move(page)).toContainText(
    'Rests on Land neighbours, threat → deaths, incidents 1993–2014: 19 events in 496.5 months (MID 5.0). The record of this class: 0.46 a year; this prior: 1.5 a year.',
  )
  await toggle(page).click()
  const classes = page.locator('[data-class]')
  await expect(classes).toHaveCount(7)
  for (const weight of [1, 4]) {
    const field = page.getByLabel('carries the weight of')
    await field.fill(String(weight))
    await field.press('Enter')
    for (const id of CLASSES) {
      const { chance, verdict } = outcome(ofClass(id, weight))
      const line = page.locator(`[data-class="${id}"]`)
      await expect(line.locator('.column-outcome strong')).toHaveText(chance)
      await expect(line.locator('.outcome-verdict')).toHaveText(verdict)
    }
  }
  const present = outcome(baselineScenario())
  await expect(page.locator('[data-class="present"]')).toContainText(present.chance)
  const neighbours = page.locator('[data-class="land-neighbours"]')
  // 21.8154 events in 568.8 months are 0.0384 a month, of which the wider class has 0.167 333.
  for (const text of [
    'borrows 17\u202f% from',
    '19 in 497',
    '0.46',
    '0.31–0.63',
    'cited; borrows',
  ]) {
    await expect(neighbours).toContainText(text)
  }
  // Two intervals for each class, beside the twenty of the screen itself.
  await expect(page.locator('.record-panel .strips-over circle')).toHaveCount(14)
  await expect(page.locator('.card-rates .strips-over circle')).toHaveCount(34)
})

test('a class is used at a weight in one step, and the file keeps which', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench
  const answer = page.getByTestId('answer')
  const before = outcome(baselineScenario())
  const used = ofClass('rivals', 2)
  const after = outcome(used)
  await toggle(page).click()
  await page.getByLabel('carries the weight of').fill('2')
  await page.getByLabel('carries the weight of').press('Enter')
  const line = page.locator('[data-class="rivals"]')
  await expect(line.locator('.column-outcome strong')).toHaveText(after.chance)
  await line.getByRole('button', { name: 'Use it: Strategic rivals' }).click()
  await expect(line).toContainText('In use')
  await expect(move(page).getByLabel('Events of the prior')).toHaveValue('2')
  const { months } = priorOf('rivals', 2)
  await expect(move(page).getByLabel('Months of the prior')).toHaveValue(String(months))
  await expect(move(page).locator('.column-posterior').first()).toContainText('2 events in 50.42')
  await expect(move(page)).toContainText('This prior has the rate of the record, 0.48 a year.')
  await expect(move(page)).toContainText('One of the pair’s four disputes')
  await expect(answer).toContainText(`${before.chance} → ${after.chance}`)
  await expect(answer).toContainText('since a class was used')
  await expect(page.locator('[data-class="present"] .column-outcome strong')).toHaveText(
    after.chance,
  )

  const path = join(folder, 'rivals.brink')
  await workbench.answerSaveDialog(path)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(workbench.saveState).toHaveText('rivals.brink, saved')
  const saved = readScenario(readFileSync(path, 'utf8'))
  expect(saved.case).toEqual(used.case)

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(move(page).getByLabel('Events of the prior')).toHaveValue('1')
  await expect(move(page)).toContainText('Rests on Land neighbours')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()

  await workbench.answerUnsavedQuestion(1)
  await workbench.answerOpenDialog(path)
  await workbench.command('open')
  await expect(move(page)).toContainText('Rests on Strategic rivals')
  await page.getByRole('tab', { name: 'Case' }).click()
  await expect(page.getByText('Rests on Strategic rivals, threat → deaths')).toBeVisible()
})

test('a move that cites nothing asks which move of the record is meant', async ({ workbench }) => {
  const { page } = workbench
  const label = 'Accusations → Diplomatic retaliation'
  await toggle(page, label).click()
  await expect(page.locator('[data-class]')).toHaveCount(0)
  await expect(page.locator('.record-panel')).toContainText('Choose the move of the record')
  const field = page.getByLabel('Move of the record')
  await expect(field).toHaveValue('')
  expect(await field.locator('optgroup').count()).toBe(2)
  await field.selectOption({ label: 'peace → a dispute of any kind' })
  await expect(page.locator('[data-class]')).toHaveCount(8)
  await page.getByRole('button', { name: 'Use it: Former Soviet neighbours' }).click()
  const row = page.locator('[data-transition="accusations>diplomatic"]')
  await expect(row).toContainText(
    'Rests on Former Soviet neighbours, calm → any dispute, disputes 1992–2014: 97 events in 12,868.5 months (MID 5.0).',
  )
  const events = row.getByLabel('Events of the prior')
  await events.fill('3')
  await events.press('Enter')
  await expect(row).toContainText('The record of this class: 0.09 a year; this prior: 0.27 a year.')
  await row.getByRole('button', { name: /^Cite no class/ }).click()
  await expect(row).not.toContainText('Rests on')
  await expect(toggle(page, label)).toBeFocused()
  await expect(events).toHaveValue('3')
})

test('all of it goes by the keyboard alone', async ({ workbench }) => {
  const { page } = workbench
  await toggle(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-class]')).toHaveCount(7)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: `Cite no class for ${LABEL}` })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Move of the record')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('carries the weight of')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByLabel('carries the weight of')).toHaveValue('1.5')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Use it: All disputes since 1992' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(move(page).getByLabel('Events of the prior')).toHaveValue('1.5')
  await expect(page.getByRole('button', { name: 'In use: All disputes since 1992' })).toBeFocused()
  await page.getByLabel('carries the weight of').focus()
  await page.keyboard.press('Escape')
  await expect(page.locator('.record-panel')).toHaveCount(0)
  await expect(toggle(page)).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing of it stands in the way of assistive technology, ${colorScheme}`, async ({
    workbench,
  }) => {
    const { page } = workbench
    await page.emulateMedia({ colorScheme })
    await toggle(page).click()
    await expect(page.locator('.outcome-verdict')).toHaveCount(7)
    expect(await workbench.hindrances()).toEqual([])
  })
}

for (const [width, height] of [
  [1440, 900],
  [1024, 700],
] as const) {
  test(`nothing of it is wider than its place at ${width}×${height}`, async ({ workbench }) => {
    const { page } = workbench
    await workbench.resize(width, height)
    await toggle(page).click()
    for (const level of [
      'threat or display of force → use of force with deaths',
      'peace → a dispute of any kind',
    ]) {
      await page.getByLabel('Move of the record').selectOption({ label: level })
      await expect(page.locator('.outcome-verdict').first()).toBeVisible()
      expect(
        await workbench.tooWide(
          '.desk, .card, .answer, .record-panel, .record-choices, .class-table th, .class-table td',
        ),
      ).toEqual([])
    }
  })
}
