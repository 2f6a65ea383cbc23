// What Squiggle can express of the forecast, which has distributions but no chains: two
// rungs and the way up between them, with every driver. Prints the reach of the upper one.
//   node squiggle.mjs FILE DRAWS REPEATS
// Needs: npm install --no-save @quri/squiggle-lang@0.10.0

import { readFileSync } from 'node:fs'
import { run } from '@quri/squiggle-lang'

const [file, draws, repeats] = process.argv.slice(2)
const {
  case: { transitions, drivers },
  judgment,
} = JSON.parse(readFileSync(file, 'utf8'))
const [{ prior }] = transitions

const pert = ({ low, mode, high }) => {
  if (low === high) return `${mode}`
  const below = (mode - low) / (high - low)
  return `(${low} + ${high - low} * beta(${1 + 4 * below}, ${1 + 4 * (1 - below)}))`
}
const logarithms = ({ low, mode, high }) => ({
  low: Math.log(low),
  mode: Math.log(mode),
  high: Math.log(high),
})
const effects = drivers.map(({ id, role, reference, multiplier }) => {
  const { intensity, multiplier: own = multiplier } = judgment.drivers[id]
  const sign = role === 'escalates' ? '' : '-1 * '
  return `${sign}${pert(logarithms(own))} * (${pert(intensity)} - ${reference})`
})
const code = [
  `base = SampleSet.fromDist(gamma(${prior.events}, ${1 / prior.months}))`,
  `rate = base * exp(SampleSet.fromDist(${effects.join(' + ')}))`,
  `reach = 1 - exp(-${judgment.horizonMonths} * rate)`,
  `[mean(reach), ${[0.05, 0.25, 0.5, 0.75, 0.95].map((q) => `quantile(reach, ${q})`).join(', ')}]`,
].join('\n')

const times = []
let mean
for (let repeat = 0; repeat < Number(repeats); repeat++) {
  const environment = { sampleCount: Number(draws), xyPointLength: 1000, seed: `${repeat}` }
  const begun = performance.now()
  const { result } = await run(code, { environment })
  if (!result.ok) throw new Error(result.value.toString())
  const answers = result.value.result.asJS()
  times.push(performance.now() - begun)
  mean = answers[0]
}
const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]
console.log(JSON.stringify({ milliseconds: median, reach: [1, mean] }))
