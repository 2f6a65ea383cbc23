import { runIfStarted, tool } from './run.mjs'
import { setUp } from './setup.mjs'

const CHECKS = [
  { name: 'types', run: () => tool('typescript', [], { capture: true }, 'tsc') },
  {
    name: 'lint and format',
    run: () => tool('@biomejs/biome', ['check'], { capture: true }, 'biome'),
  },
  {
    name: 'import boundaries',
    run: () =>
      tool('dependency-cruiser', ['src', 'tests', 'scripts'], { capture: true }, 'depcruise'),
  },
  { name: 'unused code', run: () => tool('knip', ['--no-config-hints'], { capture: true }) },
]

/** Runs every check; says a line for each, and what a failed one said. */
export async function checkAll() {
  const results = await Promise.all(CHECKS.map(runCheck))
  const failed = results.filter((passed) => !passed).length
  return { passed: results.length - failed, failed }
}

async function runCheck({ name, run }) {
  const begun = Date.now()
  const { code, output } = await run()
  const passed = code === 0
  const seconds = ((Date.now() - begun) / 1000).toFixed(1)
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (!passed) console.log(output)
  return passed
}

await runIfStarted(import.meta.url, async () => {
  await setUp({ quiet: true })
  const { failed } = await checkAll()
  return failed === 0 ? 0 : 1
})
