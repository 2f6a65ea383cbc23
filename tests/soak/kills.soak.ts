import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { killAfter } from '../e2e/fixtures/kill-run'
import { firstWorkbench, kill, launch } from '../e2e/fixtures/launch'

const KILLS = 100
const LONGEST_MS = 6000

it(`survives ${KILLS} kills at random moments with at most two seconds of edits lost`, async () => {
  const lost: number[] = []
  let [edits, offered] = [0, 0]
  for (let kills = 0; kills < KILLS; kills++) {
    const folder = mkdtempSync(join(tmpdir(), 'brink-kill-'))
    // Every second run saves now and then, so that a kill may fall into a save.
    const saveEvery = kills % 2 === 0 ? 1000 : 2 + Math.floor(Math.random() * 8)
    const run = await killAfter(100 + Math.random() * LONGEST_MS, folder, saveEvery)
    const app = await launch(folder)
    const { page } = await firstWorkbench(app)
    const dialog = page.getByRole('dialog', { name: 'Recovered work' })
    if (run.hasMore) {
      await dialog.waitFor({ timeout: 10_000 })
      offered++
    }
    await kill(app)
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    lost.push(run.secondsLost)
    edits += run.edits
    expect(run.secondsLost).toBeLessThan(2)
  }
  const most = Math.max(...lost)
  const mean = lost.reduce((sum, each) => sum + each, 0) / lost.length
  console.log(
    `figure: ${KILLS} kills amid ${edits} edits; the next start offered work ${offered} times; at most ${most.toFixed(2)} s of edits lost, ${mean.toFixed(2)} s on average; every file and note whole`,
  )
})
