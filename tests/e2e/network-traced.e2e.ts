import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { _electron as electron } from '@playwright/test'
import { expect, root, scenarioPath, test } from './fixtures/brink'
import { openHelp } from './fixtures/every-window'
import { Workbench } from './pages/workbench'

const CALLS = 'connect,sendto,sendmsg,sendmmsg'

/** Why no program can be watched here; undefined where one can. */
function whyNotTraced(): string | undefined {
  if (process.platform !== 'linux') return 'strace is a tool of Linux'
  const { error, status } = spawnSync('strace', ['-f', '-o', '/dev/null', 'true'])
  if (error) return 'strace is not installed'
  return status === 0 ? undefined : 'this host does not let one program trace another'
}

const reason = whyNotTraced()
test.skip(reason !== undefined, reason ?? '')

const strace = (log: string): string[] => ['--seccomp-bpf', '-f', '-e', `trace=${CALLS}`, '-o', log]

interface Traffic {
  /** All calls that were watched, which are not none: processes talk to each other. */
  readonly calls: number
  /** Those of them to an address of the internet. */
  readonly toInternet: readonly string[]
}

function trafficIn(log: string): Traffic {
  const lines = readFileSync(log, 'utf8').split('\n')
  return {
    calls: lines.filter((line) => /(connect|send\w+)\(/.test(line)).length,
    toInternet: lines.filter((line) => line.includes('AF_INET')),
  }
}

async function switches(folder: string): Promise<string[]> {
  const { chromiumSwitches } = await import('../../scripts/electron.mjs')
  return [...chromiumSwitches({ headless: true }), `--user-data-dir=${join(folder, 'user-data')}`]
}

/** The runtime’s own program, as the package says it. */
const executable = String(createRequire(import.meta.url)('electron'))

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.on('close', resolve))

async function startTraced(folder: string, log: string, args: string[]): Promise<ChildProcess> {
  const command = [...strace(log), executable, ...(await switches(folder)), root, ...args]
  return spawn('strace', command, { stdio: 'ignore' })
}

const recentIn = (folder: string): string => {
  const settings = join(folder, 'user-data', 'settings.json')
  return existsSync(settings) ? readFileSync(settings, 'utf8') : ''
}

test('the trace sees a connection where there is one', async ({ folder }) => {
  const log = join(folder, 'control.strace')
  const connects =
    "require('node:dgram').createSocket('udp4').send('x', 9, '127.0.0.1', process.exit)"
  await ended(spawn('strace', [...strace(log), process.execPath, '-e', connects]))
  expect(trafficIn(log).toInternet).not.toEqual([])
})

test('a session nobody steers sends nothing: a window, a file, another file handed over', async ({
  folder,
}) => {
  const log = join(folder, 'window.strace')
  const child = await startTraced(folder, log, [scenarioPath('unrest-in-north')])
  await expect.poll(() => recentIn(folder), { timeout: 30_000 }).toContain('unrest-in-north')
  const second = [...(await switches(folder)), root, scenarioPath('corridor-forced')]
  await ended(spawn(executable, second, { stdio: 'ignore' }))
  await expect.poll(() => recentIn(folder), { timeout: 30_000 }).toContain('corridor-forced')
  // Longer than the first picture takes, and what a runtime does once it is idle.
  await new Promise((resolve) => setTimeout(resolve, 3000))
  const main = readFileSync(log, 'utf8').split(' ', 1)[0]
  process.kill(Number(main), 'SIGTERM')
  await ended(child)
  const { calls, toInternet } = trafficIn(log)
  expect(toInternet).toEqual([])
  expect(calls).toBeGreaterThan(100)
})

test('the commands send nothing: a forecast with charts, an explanation, a comparison, a PDF', async ({
  folder,
}) => {
  const file = scenarioPath('baseline')
  const commands = [
    ['forecast', file, '--charts', join(folder, 'charts')],
    ['explain', file],
    ['compare', file, scenarioPath('corridor-forced')],
    ['export', file, '--to', join(folder, 'report'), '--format', 'pdf'],
  ]
  for (const [index, command] of commands.entries()) {
    const log = join(folder, `command-${index}.strace`)
    const status = await ended(await startTraced(join(folder, `${index}`), log, command))
    expect([command[0], status]).toEqual([command[0], 0])
    expect(trafficIn(log).toInternet).toEqual([])
    expect(trafficIn(log).calls).toBeGreaterThan(0)
  }
  expect(existsSync(join(folder, 'charts', 'ladder.svg'))).toBe(true)
})

test('a session of work sends nothing: sliders, every screen, help, open, save, export, PDF, close', async ({
  folder,
}) => {
  const log = join(folder, 'work.strace')
  const traced = join(folder, 'traced-electron')
  // Detached, the tracer leaves the app the child that Playwright started.
  const words = ['exec', 'strace', '-D', ...strace(log), executable]
  writeFileSync(traced, `#!/bin/sh\n${words.map((word) => `'${word}'`).join(' ')} "$@"\n`)
  chmodSync(traced, 0o755)
  const args = [...(await switches(folder)), root]
  const app = await electron.launch({ executablePath: traced, args, timeout: 60_000 })
  const workbench = new Workbench(app, await app.firstWindow())
  await workbench.settled()
  await work(workbench, folder)
  const { pid } = app.process()
  await app.close()
  const isWhole = (): boolean => new RegExp(`^${pid} .*exited`, 'm').test(readFileSync(log, 'utf8'))
  await expect.poll(isWhole).toBe(true)
  const { calls, toInternet } = trafficIn(log)
  // The debugger that steers the app only takes what comes in; it connects to nothing.
  expect(toInternet).toEqual([])
  expect(calls).toBeGreaterThan(100)
})

/** What an analyst does in a sitting. */
async function work(workbench: Workbench, folder: string): Promise<void> {
  const { page } = workbench
  await workbench.slider('normalization').press('ArrowRight')
  await workbench.setIntensity('cost-of-war', 33)
  const tabs = await page.getByRole('tab').all()
  expect(tabs.length).toBeGreaterThanOrEqual(6)
  for (const tab of tabs) {
    await tab.click()
    await page.waitForTimeout(300)
  }
  await page.getByRole('tab').first().click()
  const help = await openHelp(workbench.app)
  await help.getByRole('searchbox').fill('likely')
  await page.bringToFront()
  await workbench.answerSaveDialog(join(folder, 'work.brink'))
  await workbench.command('save')
  await expect(workbench.saveState).toHaveText('work.brink, saved')
  for (const format of ['svg', 'png', 'csv']) {
    await workbench.answerSaveDialog(join(folder, `chart.${format}`))
    await page.getByRole('button', { name: 'Export: Chance by month' }).click()
    await page.getByLabel(new RegExp(`^${format}`, 'i')).check()
    await page.getByRole('button', { name: /^Export (PNG|SVG|CSV)…$/ }).click()
    await expect(page.getByText(`Exported to chart.${format}.`)).toBeVisible()
  }
  for (const [as, ending] of [
    [/^PDF/, 'pdf'],
    [/^PowerPoint/, 'pptx'],
  ] as const) {
    await workbench.answerSaveDialog(join(folder, `report.${ending}`))
    await workbench.command('briefing')
    const dialog = page.getByRole('dialog', { name: 'Export a briefing' })
    await dialog.getByRole('radio', { name: as }).check()
    await dialog.getByRole('button', { name: /^Export (PDF|PowerPoint)…$/ }).click()
    const said = page.getByText(`Exported to report.${ending}.`)
    await expect(said).toBeVisible({ timeout: 60_000 })
  }
  await workbench.answerOpenDialog(scenarioPath('unrest-in-north'))
  await workbench.command('open')
  await expect(workbench.documentTitle).toHaveText('Unrest in the Azerbaijani provinces of Iran')
}
