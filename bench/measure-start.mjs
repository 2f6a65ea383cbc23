import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumSwitches } from '../scripts/electron.mjs'

/** Long enough for what a start leaves behind to be tidied up. */
const IDLE_MS = 4000

/** Starts the app, and answers the milliseconds until its page says it is painted. */
async function start({ name, executable, args, userData }) {
  const begun = Date.now()
  const child = spawn(
    executable,
    [
      ...chromiumSwitches({ headless: true }),
      '--remote-debugging-port=0',
      `--user-data-dir=${userData}`,
      ...args,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const address = await new Promise((resolve, reject) => {
    let heard = ''
    child.stderr.on('data', (data) => {
      heard += data
      const found = /ws:\/\/\S+/.exec(heard)
      if (found) resolve(found[0])
    })
    child.on('close', () => reject(new Error(`${name} ended: ${heard}`)))
  })
  // Asking earlier would only slow it down.
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const browser = await chromium.connectOverCDP(address)
  const [page] = browser.contexts()[0].pages()
  const painted = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => {
          const [mark] = performance.getEntriesByName('first forecast')
          if (mark) resolve(performance.timeOrigin + mark.startTime)
          else setTimeout(look, 50)
        }
        look()
      }),
  )
  await browser.close()
  return { child, milliseconds: painted - begun }
}

/** Processes of a tree, the first one among them. */
function processesOf(pid) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The name in brackets may hold anything; the parent is the second after it.
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
        return [[Number(name), Number(parent)]]
      } catch {
        return []
      }
    })
  const family = new Set([pid])
  for (let grown = true; grown; ) {
    grown = false
    for (const [own, parent] of parents) {
      if (family.has(parent) && !family.has(own)) grown = Boolean(family.add(own))
    }
  }
  return [...family]
}

/** Proportional set size of all processes, in megabytes. */
const proportionalMegabytes = (pid) =>
  processesOf(pid).reduce((sum, each) => {
    const found = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8'))
    return sum + Number(found?.[1] ?? 0) / 1024
  }, 0)

const stop = (child) =>
  new Promise((resolve) => {
    child.removeAllListeners('close')
    child.on('close', resolve)
    child.kill()
  })

/**
 * Starts apps in turn, so that none has the quieter minutes; answers for each the median of
 * the milliseconds to what its page marks as painted, and of the megabytes then.
 */
export async function measureStarts(apps, repeats) {
  const subjects = apps.map((app) => ({
    ...app,
    userData: mkdtempSync(join(tmpdir(), 'brink-bench-')),
    times: [],
    memory: [],
  }))
  for (let repeat = -1; repeat < repeats; repeat++) {
    for (const subject of subjects) {
      const { child, milliseconds } = await start(subject)
      if (repeat >= 0) subject.times.push(milliseconds)
      if (repeat >= 0 && repeat < 5) {
        await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
        subject.memory.push(proportionalMegabytes(child.pid))
      }
      await stop(child)
    }
  }
  return subjects.map(({ name, times, memory, userData }) => {
    rmSync(userData, { recursive: true, force: true })
    return { name, milliseconds: median(times), megabytes: median(memory) }
  })
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
