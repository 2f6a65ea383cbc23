import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { checkAll } from './check.mjs'
import { runIfStarted, Stop, tool } from './run.mjs'
import { setUp } from './setup.mjs'

const reports = mkdtempSync(join(tmpdir(), 'brink-test-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

await runIfStarted(import.meta.url, async () => {
  const stages = []
  const ready = await stage(stages, 'set-up', () =>
    orStop((options) => setUp({ ...options, forTests: true })),
  )
  if (ready) await runTests(stages)
  return summarise(stages)
})

async function runTests(stages) {
  // Checks and build need one core each; the runners after them take both for themselves.
  const [, built] = await Promise.all([
    stage(stages, 'checks', checkAll),
    stage(stages, 'build', () => orStop(build)),
  ])
  await stage(stages, 'unit tests', unitTests)
  // What an earlier build left in dist/ would be tested instead.
  if (built) await stage(stages, 'end-to-end tests', endToEndTests)
}

/** Runs a stage and keeps its counts and time; answers whether nothing in it failed. */
async function stage(stages, name, run) {
  const entry = { name, passed: 0, failed: 0, skipped: 0, flaky: 0 }
  stages.push(entry)
  const begun = Date.now()
  console.log(`— ${name} …`)
  Object.assign(entry, await run())
  entry.seconds = (Date.now() - begun) / 1000
  return entry.failed === 0
}

/** A step without tests of its own counts only when it fails. */
async function orStop(step) {
  try {
    await step({ quiet: true })
    return {}
  } catch (error) {
    console.log(error instanceof Stop ? error.message : error.stack)
    return { failed: 1 }
  }
}

async function unitTests() {
  const file = join(reports, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await tool('vitest', args, { shown: true })
  return count('vitest', code, file, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }))
}

async function endToEndTests() {
  const file = join(reports, 'playwright.json')
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const args = ['test', '--reporter=list,json']
  const { code } = await tool('@playwright/test', args, { shown: true, env }, 'playwright')
  return count('playwright', code, file, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    flaky: stats.flaky,
  }))
}

function count(runner, code, file, read) {
  let counts = { passed: 0, failed: 0, skipped: 0 }
  try {
    counts = read(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    console.log(`${runner} left no report`)
  }
  if (counts.passed + counts.failed === 0) console.log(`${runner} ran no test, which is a failure`)
  // An error outside any test, or a run without tests, shows in no count of its own.
  const hidden = counts.failed === 0 && (code !== 0 || counts.passed === 0)
  return hidden ? { ...counts, failed: 1 } : counts
}

function summarise(stages) {
  const total = (key) => stages.reduce((sum, entry) => sum + entry[key], 0)
  console.log(stages.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`).join(', '))
  const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''
  const flaky = total('flaky') > 0 ? `, ${total('flaky')} of them at a second try` : ''
  console.log(`brink: ${total('passed')} passed${flaky}, ${total('failed')} failed${skipped}`)
  return total('failed') === 0 ? 0 : 1
}
