import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from './build.mjs'
import { startElectron } from './electron.mjs'
import { at, root, runIfStarted, say, userFolder } from './run.mjs'
import { setUp } from './setup.mjs'

const BASELINE = join('scenarios', 'iran-azerbaijan-2023-baseline.brink')

await runIfStarted(import.meta.url, async (args) => {
  await setUp()
  await build()
  if (hasDisplay()) return startElectron(args, { headless: false, cwd: userFolder('start') })
  return forecastWithoutWindow(args[0])
})

function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

async function forecastWithoutWindow(file) {
  const scenario = file ? resolve(userFolder('start'), file) : BASELINE
  say(`no display here; this is the forecast of ${scenario} without a window\n`)
  const begun = Date.now()
  const command = ['forecast', scenario, '--charts', at('out')]
  const code = await startElectron(command, { headless: true, cwd: root })
  if (code !== 0) return code
  say(`wrote to ${at('out')}: ${writtenSince(at('out'), begun).join(', ')}`)
  say('to open the window: npm start on a desktop, or xvfb-run -a npm start here')
  return 0
}

function writtenSince(folder, time) {
  if (!existsSync(folder)) return []
  // Some file systems keep whole seconds only.
  const isNew = (name) => statSync(join(folder, name)).mtimeMs >= time - 1000
  return readdirSync(folder).filter(isNew).sort()
}
