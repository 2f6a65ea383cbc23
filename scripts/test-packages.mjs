import { build } from './build.mjs'
import { sourceDate } from './package/edition.mjs'
import { makePackages } from './package.mjs'
import { at, runIfStarted, tool } from './run.mjs'
import { setUp } from './setup.mjs'
import { ensurePackagingTools } from './test-tools.mjs'

/** Builds the packages for this system and tries them from outside. */
await runIfStarted(import.meta.url, async (words) => {
  await setUp({ quiet: true })
  await ensurePackagingTools()
  await build()
  await makePackages({ system: 'linux', target: at('out', 'packages'), date: sourceDate() })
  const args = ['run', '--config', 'vitest.packaging.config.ts', ...words]
  const { code } = await tool('vitest', args, { shown: true })
  return code
})
