import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { growthOf, growthPlot } from './growth'
import { besidePeers } from './peers'
import { baselinePath, readScenario } from './scenarios'
import { longRun, oneThreadAndTwo } from './threads'
import { median } from './timing'

// The engine beside its peers, on two threads, and how its time grows: npm run bench
// bench/README.md says how to read the table.

const [threadFile = '', coldFile = ''] = process.argv.slice(2)
const baseline = readScenario(baselinePath)

/** Each time in a process of its own, which has nothing compiled and nothing at hand. */
const cold = median(
  Array.from({ length: 21 }, () =>
    Number(spawnSync(process.execPath, [coldFile], { encoding: 'utf8' }).stdout),
  ),
)
const { own, peers } = besidePeers(baseline)
const threads = await oneThreadAndTwo(baseline, threadFile)
const long = await longRun(baseline)
const growth = growthOf(baseline)

const report = {
  machine: {
    cores: cpus().length,
    model: cpus()[0]?.model,
    runtime: process.versions.electron
      ? `Electron ${process.versions.electron}`
      : `Node ${process.version}`,
  },
  engine: { draws: baseline.run.draws, coldMilliseconds: cold, sliderMilliseconds: own },
  peers,
  threads,
  millionDrawsTenYears: long,
  growth,
}
writeFileSync('bench/last-engine.json', `${JSON.stringify(report, null, 2)}\n`)
writeFileSync('bench/growth.svg', growthPlot(growth))

const show = (value: number | null, digits = 1): string =>
  value === null ? 'absent' : value.toFixed(digits)
console.log(`${report.machine.runtime}, ${report.machine.cores} cores`)
console.log(
  `Brink, ${baseline.run.draws} draws, one driver moved: ${show(own)} ms; from cold: ${show(cold)} ms`,
)
for (const { name, milliseconds, ratio, largestDifference } of peers) {
  console.log(
    milliseconds === null
      ? `${name}: absent`
      : `${name}: ${show(milliseconds)} ms, ${show(ratio, 2)} times Brink's; reaches differ by ${show(largestDifference, 6)} at most`,
  )
}
console.log(
  `${threads.draws} draws: one thread ${show(threads.oneThread)} ms, two ${show(threads.twoThreads)} ms: ${show(threads.ratio, 2)} times as fast`,
)
console.log(
  `1,000,000 draws × 120 months: ${show(long.milliseconds / 1000)} s, ${long.megabytes} MB at most, cancelled in ${show(long.cancelledIn)} ms`,
)
for (const { what, rows } of growth) {
  const cells = rows.map(({ size, milliseconds }) => `${size}: ${show(milliseconds)}`)
  console.log(`ms by ${what}: ${cells.join('  ')}`)
}
