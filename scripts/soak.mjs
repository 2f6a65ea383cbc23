import { build } from './build.mjs'
import { runIfStarted, tool } from './run.mjs'
import { setUp } from './setup.mjs'

/** Runs the long tests, all or those whose file names hold one of the words given. */
await runIfStarted(import.meta.url, async (words) => {
  await setUp({ quiet: true, forTests: true })
  await build({ quiet: true })
  const args = ['run', '--config', 'vitest.soak.config.ts', ...words]
  const { code } = await tool('vitest', args, { shown: true })
  return code
})
