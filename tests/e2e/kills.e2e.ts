import { expect, test } from './fixtures/brink'
import { killAfter } from './fixtures/kill-run'

/** What the documentation promises. */
const MOST_SECONDS_LOST = 2

for (const [ms, saveEvery] of [
  [1300, 1000],
  [2900, 7],
  [4100, 1000],
] as const) {
  test(`killed after ${ms} ms of editing, at most two seconds are lost: saving every ${saveEvery} edits`, async ({
    folder,
  }) => {
    const { edits, secondsLost } = await killAfter(ms, folder, saveEvery)
    expect(edits).toBeGreaterThan(3)
    expect(secondsLost).toBeLessThan(MOST_SECONDS_LOST)
  })
}
