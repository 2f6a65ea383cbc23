import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../scripts/run.mjs'

// Many scenario files through one `brink export`, in time and memory, beside the program
// started once for each: npm run bench:export [FILES] [FORMATS]

const COUNT = Number(process.argv[2] ?? 1000)
const FORMATS = process.argv[3] ?? 'svg,png,csv'
const ALONE = 10
const LOOK_MS = 250

const folder = mkdtempSync(join(tmpdir(), 'brink-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const baseline = JSON.parse(
  readFileSync(join(root, 'scenarios/iran-azerbaijan-2023-baseline.brink'), 'utf8'),
)
const files = Array.from({ length: COUNT }, (_, index) => {
  const file = join(folder, `scenario-${String(index).padStart(5, '0')}.brink`)
  const run = { ...baseline.run, seed: index + 1 }
  writeFileSync(file, JSON.stringify({ ...baseline, title: `Scenario ${index}`, run }))
  return file
})

/** Every process of a tree, from /proc. */
function tree(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
    return [
      pid,
      ...children
        .split(' ')
        .filter(Boolean)
        .flatMap((child) => tree(Number(child))),
    ]
  } catch {
    return []
  }
}

/** What processes hold for themselves, with their part of what they share, in MB. */
const memoryOf = (pids) =>
  pids.reduce((sum, pid) => {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
      return sum + Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024
    } catch {
      return sum
    }
  }, 0)

/** Answers seconds, and the memory over the time. */
function exportFiles(given, to) {
  mkdirSync(to, { recursive: true })
  const begun = performance.now()
  const args = ['scripts/brink.mjs', 'export', ...given, '--to', to, '--format', FORMATS]
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'ignore' })
  const memory = []
  const looking = setInterval(() => memory.push(memoryOf(tree(child.pid))), LOOK_MS)
  return new Promise((resolve, reject) => {
    child.on('close', (status) => {
      clearInterval(looking)
      if (status !== 0) reject(new Error(`brink export ended with ${status}`))
      else resolve({ seconds: (performance.now() - begun) / 1000, memory })
    })
  })
}

const { seconds, memory } = await exportFiles(files, join(folder, 'together'))
let alone = 0
for (const file of files.slice(0, ALONE)) {
  alone += (await exportFiles([file], join(folder, 'alone'))).seconds
}
const quarter = Math.ceil(memory.length / 4)
const most = (values) => values.reduce((largest, value) => Math.max(largest, value), 0)
const written = readdirSync(join(folder, 'together')).length
const perFile = seconds / COUNT
console.log(`${COUNT} files as ${FORMATS}: ${seconds.toFixed(1)} s, ${written} files written`)
console.log(
  `${(perFile * 1000).toFixed(0)} ms a file; ${(alone / ALONE / perFile).toFixed(1)} times as fast as a start for each`,
)
console.log(
  `memory at most ${most(memory).toFixed(0)} MB: ${most(memory.slice(0, quarter)).toFixed(0)} MB in the first quarter, ${most(memory.slice(-quarter)).toFixed(0)} MB in the last`,
)
