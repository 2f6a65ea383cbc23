import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { forecast } from '../src/forecast/forecast'
import { drawHazards } from '../src/forecast/hazards'
import { compileModel } from '../src/forecast/model'
import type { Scenario } from '../src/forecast/scenario'
import { baselinePath, readScenario } from './scenarios'

// The engine beside its peers, and how its time grows: npm run bench
// bench/README.md says how to read the table.

const REPEATS = 21
const baseline = readScenario(baselinePath)

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

function time(work: (repeat: number) => void, repeats = REPEATS): number {
  const times = Array.from({ length: repeats }, (_, repeat) => {
    const begun = performance.now()
    work(repeat)
    return performance.now() - begun
  })
  return median(times)
}

const withDraws = (scenario: Scenario, draws: number): Scenario => ({
  ...scenario,
  run: { ...scenario.run, draws },
})

const withMonths = (scenario: Scenario, horizonMonths: number): Scenario => ({
  ...scenario,
  judgment: { ...scenario.judgment, horizonMonths },
})

/** The scenario with one driver somewhere else each time, as under a slider. */
function slid(scenario: Scenario, repeat: number): Scenario {
  const mode = 0.3 + 0.01 * repeat
  const nationalism = { intensity: { low: mode - 0.2, mode, high: mode + 0.2 } }
  const drivers = { ...scenario.judgment.drivers, nationalism }
  return { ...scenario, judgment: { ...scenario.judgment, drivers } }
}

/** The drawn rates as chain.c reads them. */
function writeRates(file: string, scenario: Scenario): void {
  const model = compileModel(scenario)
  const hazards = drawHazards(model, scenario.run.seed, 0, scenario.run.draws)
  const numbers = [
    [scenario.run.draws, model.rungCount, model.moves.length, model.responses.length],
    [model.horizonMonths],
    model.moves.flatMap(({ from, to }) => [from, to]),
    [...model.start],
    model.responses.flatMap(({ rungMultipliers }) => [...rungMultipliers]),
    ...[...(hazards.moves[0] ?? []), ...(hazards.responses[0] ?? [])].map((rates) => [...rates]),
  ].flat()
  writeFileSync(file, new Uint8Array(Float64Array.from(numbers).buffer))
}

interface PeerAnswer {
  readonly milliseconds: number
  readonly draws?: number
  readonly reach: readonly number[]
}

function ask(command: string, ...args: string[]): PeerAnswer | undefined {
  const { status, stdout } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
  })
  return status === 0 ? (JSON.parse(stdout) as PeerAnswer) : undefined
}

const folder = mkdtempSync(join(tmpdir(), 'brink-bench-'))
const ratesFile = join(folder, 'rates.bin')
writeRates(ratesFile, baseline)

function compileC(): string | undefined {
  const program = join(folder, 'chain')
  const { status } = spawnSync('gcc', [
    ...['-O3', '-march=native', '-o', program, 'bench/peers/chain.c', '-lm'],
  ])
  return status === 0 ? program : undefined
}

const program = compileC()
const cold = time(() => void forecast(baseline), 1)
const own = time((repeat) => void forecast(slid(baseline, repeat)))
const result = forecast(baseline)
const ownReach = result.reach.map(({ mean }) => mean.at(-1) ?? Number.NaN)
const c = program ? ask(program, ratesFile, String(REPEATS)) : undefined
const R_DRAWS = 256
const r = ask('Rscript', 'bench/peers/msm_loop.R', ratesFile, String(R_DRAWS))
const numpy = ask('python3', 'bench/peers/numpy_peer.py', baselinePath, '4096')

const peers = [
  { name: 'C, -O3 -march=native: propagation and tally only', answer: c, scale: 1 },
  { name: 'NumPy and SciPy, vectorised', answer: numpy, scale: 1 },
  { name: 'R, msm MatrixExp in a loop', answer: r, scale: baseline.run.draws / R_DRAWS },
].map(({ name, answer, scale }) => ({
  name,
  milliseconds: answer ? answer.milliseconds * scale : null,
  ratio: answer ? (answer.milliseconds * scale) / own : null,
  largestDifference: answer
    ? Math.max(...answer.reach.map((value, rung) => Math.abs(value - (ownReach[rung] ?? 0))))
    : null,
}))

/** The baseline cut down or repeated to so many drivers, responses or rungs. */
function resized(size: { drivers?: number; responses?: number; rungs?: number }): Scenario {
  const { case: whole, judgment } = baseline
  const repeat = <T extends { readonly id: string }>(items: readonly T[], count: number): T[] =>
    Array.from({ length: count }, (_, n) => {
      const item = items[n % items.length] as T
      return { ...item, id: n < items.length ? item.id : `${item.id}-${n}` }
    })
  const drivers = repeat(whole.drivers, size.drivers ?? whole.drivers.length)
  const judged = drivers.map(({ id }, n) => {
    const original = whole.drivers[n % whole.drivers.length]?.id ?? ''
    return [id, judgment.drivers[original]] as const
  })
  const rungs = size.rungs ?? whole.ladder.length
  const ladder = Array.from({ length: rungs }, (_, n) => ({
    id: `r${n}`,
    label: `Rung ${n}`,
    description: '',
    severity: (100 * n) / (rungs - 1),
  }))
  const moves = ladder.slice(1).flatMap(({ id }, n) => {
    const below = `r${n}`
    const prior = { events: 2, months: 6 }
    return [
      { id: `${below}>${id}`, from: below, to: id, prior, basis: '' },
      { id: `${id}>${below}`, from: id, to: below, prior, basis: '' },
    ]
  })
  const ladderParts = size.rungs
    ? { ladder, transitions: moves, evidence: [], drivers: drivers.map(({ actsOn: _, ...d }) => d) }
    : { drivers }
  return {
    ...baseline,
    case: {
      ...whole,
      ...ladderParts,
      responses: repeat(whole.responses, size.responses ?? 2),
      conclusion: [],
    },
    judgment: {
      ...judgment,
      ...(size.rungs ? { start: { r0: 1 } } : {}),
      drivers: Object.fromEntries(judged) as Scenario['judgment']['drivers'],
    },
  }
}

const grow = (sizes: readonly number[], make: (size: number) => Scenario, repeats = 9) =>
  sizes.map((size) => {
    const scenario = make(size)
    return { size, milliseconds: time(() => void forecast(scenario), size > 20_000 ? 3 : repeats) }
  })

const growth = {
  draws: grow([1024, 4096, 16_384, 65_536, 262_144, 1_000_000], (n) => withDraws(baseline, n)),
  months: grow([1, 6, 12, 24, 60, 120], (n) => withMonths(baseline, n)),
  rungs: grow([2, 3, 4, 5, 6, 8, 10, 12], (n) => resized({ rungs: n })),
  drivers: grow([1, 7, 15, 30], (n) => resized({ drivers: n })),
  responses: grow([0, 2, 6, 12, 24], (n) => resized({ responses: n })),
}

const report = {
  machine: { cores: cpus().length, model: cpus()[0]?.model, node: process.version },
  engine: { draws: baseline.run.draws, coldMilliseconds: cold, sliderMilliseconds: own },
  peers,
  growth,
}
writeFileSync('bench/last.json', `${JSON.stringify(report, null, 2)}\n`)

const show = (value: number | null, digits = 1): string =>
  value === null ? 'absent' : value.toFixed(digits)
console.log(
  `Brink, ${baseline.run.draws} draws, one driver moved: ${show(own)} ms; cold: ${show(cold)} ms`,
)
for (const { name, milliseconds, ratio, largestDifference } of peers) {
  console.log(
    `${name}: ${show(milliseconds)} ms, ${show(ratio, 2)} times Brink's; reaches differ by ${show(largestDifference, 6)} at most`,
  )
}
for (const [what, rows] of Object.entries(growth)) {
  const cells = rows.map(({ size, milliseconds }) => `${size}: ${show(milliseconds)}`)
  console.log(`${what}, ms: ${cells.join('  ')}`)
}
console.log(`memory at most: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
