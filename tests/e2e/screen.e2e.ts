import { expect, test } from './fixtures/brink'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing stands in the way of assistive technology, ${colorScheme}`, async ({
    workbench,
  }) => {
    const { page } = workbench
    await page.emulateMedia({ colorScheme })
    expect(await workbench.hindrances()).toEqual([])
    await workbench.driver('israel-ties').getByRole('button').first().click()
    const tables = page.getByRole('button', { name: 'Table', exact: true })
    while ((await tables.count()) > 0) await tables.first().click()
    expect(await workbench.hindrances()).toEqual([])
    await page.getByRole('button', { name: 'Export…' }).click()
    expect(await workbench.hindrances()).toEqual([])
  })
}

test('every chart has a table behind it', async ({ workbench }) => {
  const { page } = workbench
  for (const [title, rows] of [
    ['Where it stands, by month', 13],
    ['Chance by month', 13],
    ['Held against the article’s conclusion, at 12 months', 5],
  ] as const) {
    const card = page.getByRole('region', { name: title, exact: true })
    await card.getByRole('button', { name: 'Table' }).click()
    await expect(card.locator('tbody tr')).toHaveCount(rows)
    await card.getByRole('button', { name: 'Chart' }).click()
  }
})

test('the pointer on a chart tells the numbers of its month in words', async ({ workbench }) => {
  const { page } = workbench
  const chart = page.locator('.card-event .chart')
  const box = await chart.boundingBox()
  if (!box) throw new Error('the chart is not to be seen')
  await page.mouse.move(box.x + 180, box.y + 100)
  await expect(page.locator('.card-event .chart-tooltip')).toContainText('Nine in ten draws')
})

test('the event charted is the one chosen in the table', async ({ workbench }) => {
  const { page } = workbench
  await page.getByRole('button', { name: 'Accusations go on' }).click()
  await expect(workbench.headline).toHaveText(/Accusations or worse after 12 months: 83/)
})

test('another yardstick reads the same words anew', async ({ workbench }) => {
  await workbench.page.getByRole('button', { name: 'Yardstick of probability words' }).click()
  await workbench.page.getByRole('radio', { name: 'IPCC AR5' }).check()
  await expect(workbench.claim('no-direct-confrontation')).toContainText('within the wording')
  await expect(workbench.standing).toContainText('“unlikely” in IPCC AR5 (0–33')
})

for (const [width, height] of [
  [1440, 900],
  [1024, 700],
] as const) {
  test(`nothing is wider than its place at ${width}×${height}`, async ({ workbench }) => {
    await workbench.resize(width, height)
    expect(
      await workbench.tooWide('.app, .app-header, .driver-panel, .desk, .card, .status-line'),
    ).toEqual([])
  })
}

test('until the first forecast is there nothing on the screen is a number of one', async ({
  workbench,
}) => {
  const { page } = workbench
  await page.addInitScript(() => {
    Object.assign(window, {
      Worker: class {
        postMessage() {}
      },
    })
  })
  await page.reload()
  await expect(workbench.headline).toHaveText('Computing the first forecast…')
  await expect(page.locator('.forecast')).toHaveAttribute('aria-busy', 'true')
  await expect(page.getByRole('img')).toHaveCount(2)
  for (const picture of await page.getByRole('img').all()) {
    await expect(picture).toHaveAttribute('aria-label', 'Not yet computed.')
  }
  for (const cell of await page.locator('.claim-forecast, .column-band, .column-verdict').all()) {
    expect(await cell.innerText()).not.toMatch(/\d|agrees|within|opposite/)
  }
})
