import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findElectron } from '../scripts/electron-binary.mjs'
import { root } from '../scripts/run.mjs'
import { measureStarts } from './measure-start.mjs'

// From the start of the process to the first painted forecast, and the memory then, beside
// a bare Electron window with an empty page: npm run bench:start [REPEATS]

const REPEATS = Number(process.argv[2] ?? 21)

const { executable } = findElectron()
const report = await measureStarts(
  [
    { name: 'bare window', executable, args: [join(root, 'bench/bare')] },
    { name: 'Brink', executable, args: [root] },
  ],
  REPEATS,
)
const [bare, brink] = report
writeFileSync(join(root, 'bench/last-start.json'), `${JSON.stringify(report, null, 2)}\n`)
for (const { name, milliseconds, megabytes } of report) {
  console.log(`${name}: painted after ${milliseconds.toFixed(0)} ms, ${megabytes.toFixed(0)} MB`)
}
console.log(
  `ratios: ${(brink.milliseconds / bare.milliseconds).toFixed(2)} in time, ${(brink.megabytes / bare.megabytes).toFixed(2)} in memory`,
)
