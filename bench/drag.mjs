import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron as electron } from '@playwright/test'
import { chromiumSwitches, prepareUserData } from '../scripts/electron.mjs'
import { root } from '../scripts/run.mjs'

// From a slider's input to the chart on the screen, in the real app: npm run bench:drag

const SECONDS = 5
const folder = mkdtempSync(join(tmpdir(), 'brink-bench-'))
prepareUserData(folder)
const app = await electron.launch({
  args: [...chromiumSwitches({ headless: true }), `--user-data-dir=${folder}`, root],
})
const page = await app.firstWindow()
await page.locator('[data-testid="run-state"][data-settled="true"]').waitFor()

/** Drags with a new value every frame, as a hand does, and gathers the browser's measures. */
const { latencies, inputs, last } = await page.evaluate(async (seconds) => {
  const slider = document.querySelector('[data-driver="israel-ties"] input[type="range"]')
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
  const found = []
  const observer = new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) {
      if (name === 'edit to chart') found.push(duration)
    }
  })
  observer.observe({ entryTypes: ['measure'] })
  slider.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
  let count = 0
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) {
    await new Promise(requestAnimationFrame)
    const value = Math.round(50 + 45 * Math.sin(count++ / 20))
    setValue.call(slider, String(value))
    slider.dispatchEvent(new Event('input', { bubbles: true }))
  }
  slider.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
  await new Promise((resolve) => setTimeout(resolve, 1000))
  return { latencies: found, inputs: count, last: slider.value }
}, SECONDS)

const headline = await page.getByRole('heading', { level: 1 }).innerText()
await page.getByLabel('Azerbaijan–Israel ties, exact intensity').press('Escape')
await app.evaluate(({ dialog }) => {
  dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false })
})
await app.close()
rmSync(folder, { recursive: true, force: true })

const sorted = latencies.toSorted((a, b) => a - b)
const at = (share) => sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)]
const report = { inputs, shown: sorted.length, median: at(0.5), p95: at(0.95), most: at(1) }
writeFileSync(join(root, 'bench/last-drag.json'), `${JSON.stringify(report, null, 2)}\n`)
console.log(
  `${inputs} inputs in ${SECONDS} s, ${sorted.length} shown; the last was ${last}: ${headline}`,
)
console.log(
  `from input to painted chart: median ${at(0.5).toFixed(1)} ms, 95 % ${at(0.95).toFixed(1)} ms, most ${at(1).toFixed(1)} ms`,
)
