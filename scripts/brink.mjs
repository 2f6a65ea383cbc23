import { build } from './build.mjs'
import { startElectron } from './electron.mjs'
import { runIfStarted, userFolder } from './run.mjs'
import { setUp } from './setup.mjs'

await runIfStarted(import.meta.url, async (args) => {
  await setUp({ quiet: true })
  await build()
  const command = args.length > 0 ? args : ['--help']
  return startElectron(command, { headless: true, cwd: userFolder('brink') })
})
