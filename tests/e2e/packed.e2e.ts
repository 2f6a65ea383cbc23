import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { join } from 'node:path'
import { chromiumSwitches } from '../../scripts/electron.mjs'
import { writeAppArchive } from '../../scripts/package/app-archive.mjs'
import { editionOf } from '../../scripts/package/edition.mjs'
import { releaseFuses, wrongFuses } from '../../scripts/package/fuses.mjs'
import { layOutLinux } from '../../scripts/package/linux.mjs'
import { runtimeInPlace } from '../../scripts/package/runtime.mjs'
import { expect, scenarioPath, test } from './fixtures/brink'

/** What is packed, run as it is where it lies; whole packages are tried by npm run test:packages. */

test.skip(process.platform !== 'linux', 'laid out so on Linux alone')

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.on('connect', () => socket.destroy()).on('error', () => resolve(false))
  })

/** Started with every switch that would open a debugger, it opens its window and nothing else. */
async function expectNoDebugger(program: string, folder: string): Promise<void> {
  const port = await freePort()
  const userData = join(folder, 'debugged')
  const child = spawn(
    program,
    [
      ...chromiumSwitches({ headless: true }),
      ...[`--user-data-dir=${userData}`, `--remote-debugging-port=${port}`, `--inspect=${port}`],
    ],
    { stdio: 'ignore', env: { PATH: process.env.PATH, HOME: folder, TMPDIR: process.env.TMPDIR } },
  )
  const ended = new Promise((resolve) => child.on('exit', resolve))
  try {
    // With its first window comes the tour, which is noted there.
    const isUp = (): boolean => existsSync(join(userData, 'settings.json'))
    await expect.poll(isUp, { timeout: 30_000 }).toBe(true)
    expect(await isOpen(port)).toBe(false)
    expect(existsSync(join(userData, 'DevToolsActivePort'))).toBe(false)
  } finally {
    child.kill()
    await ended
  }
}

test('the program as packed forecasts and exports, and takes no orders but its own', async ({
  folder,
}) => {
  const runtime = runtimeInPlace()
  const edition = editionOf(runtime)
  const archive = join(folder, 'app.asar')
  const place = join(folder, 'laid out here')
  await writeAppArchive(folder, archive, edition, 1_700_000_000)
  await layOutLinux(place, { runtime, archive, papers: { 'LICENSE.txt': 'as it pleases' } })
  expect(await wrongFuses(join(place, 'brink-app'), releaseFuses('linux'))).toEqual([])
  expect(readdirSync(join(place, 'resources')).sort()).toEqual(['LICENSE.txt', 'app.asar'])
  const brink = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
    const env = { PATH: process.env.PATH, HOME: folder, TMPDIR: process.env.TMPDIR, ...environment }
    return spawnSync(join(place, 'brink'), args, { encoding: 'utf8', cwd: folder, env })
  }
  expect(brink(['--version']).stdout).toBe(`brink ${edition.version}\n`)
  expect(edition.version).toMatch(runtime.isOfficial ? /^\d+\.\d+\.\d+$/ : /-dev$/)

  const file = scenarioPath('corridor-forced')
  const forecast = brink(['forecast', file, '--json'], { NODE_OPTIONS: '--require /nowhere' })
  expect(forecast.status).toBe(0)
  expect(JSON.parse(forecast.stdout).case).toBe('iran-azerbaijan-2023')
  const exported = brink(['export', file, '--to', 'out', '--format', 'svg,xlsx'])
  expect(exported.status, exported.stderr).toBe(0)
  expect(readdirSync(join(folder, 'out'))).toContain('iran-azerbaijan-2023-corridor-forced.xlsx')
  // As Node it would print the version of Node.
  const asNode = brink(['--version'], { ELECTRON_RUN_AS_NODE: '1' })
  expect(asNode.stdout).toBe(`brink ${edition.version}\n`)

  await expectNoDebugger(join(place, 'brink-app'), folder)

  const windowed = brink([])
  expect(windowed.status).toBe(1)
  expect(windowed.stderr).toContain('there is no display here to open a window on')

  const beside = brink(['--portable', 'forecast', file])
  expect(beside.status, beside.stderr).toBe(0)
  expect(statSync(join(place, 'data')).mode & 0o777).toBe(0o700)
})
