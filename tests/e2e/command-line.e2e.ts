import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, scenarioPath, test } from './fixtures/brink'
import { brink } from './fixtures/command'

test('the forecast comes as one JSON object and nothing beside it', async () => {
  const { status, out, error } = await brink('forecast', scenarioPath('baseline'), '--json')
  expect({ status, error }).toEqual({ status: 0, error: '' })
  const printed = JSON.parse(out)
  const converged = [0.832, 0.022, 0.148, 0.524, 0.524]
  for (const [index, expected] of converged.entries()) {
    expect(Math.abs(printed.conclusion[index].mean[12] - expected)).toBeLessThan(0.003)
  }
})

test('the charts are drawn without a display', async ({ folder }) => {
  const { status } = await brink('forecast', scenarioPath('corridor-forced'), '--charts', folder)
  expect(status).toBe(0)
  for (const chart of ['ladder', 'event', 'conclusion']) {
    const svg = readFileSync(join(folder, `${chart}.svg`), 'utf8')
    expect(svg).toContain('The corridor forced open')
    expect(svg).not.toMatch(/var\(--|<script|foreignObject|\son[a-z]+=/)
    const png = readFileSync(join(folder, `${chart}.png`))
    // Width, from the header: 960 at twice the size.
    expect(png.readUInt32BE(16)).toBe(1920)
  }
  expect(readFileSync(join(folder, 'event.svg'), 'utf8')).toContain('article: “unlikely”')
})

test('bad input is refused with its place, status 2 and nothing on standard output', async ({
  folder,
}) => {
  const file = JSON.parse(readFileSync(scenarioPath('baseline'), 'utf8'))
  file.judgment.drivers['israel-ties'].intensity.low = 2
  const bad = join(folder, 'bad.brink')
  writeFileSync(bad, JSON.stringify(file))
  const { status, out, error } = await brink('forecast', bad, '--json')
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(error).toContain('bad.brink')
  expect(error).toContain(
    'judgment.drivers.israel-ties.intensity.low: expected a number of at most 1',
  )
})
