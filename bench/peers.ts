import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { forecast } from '../src/forecast/forecast'
import { inputDraws, ratesOfInputs } from '../src/forecast/hazards'
import { compileModel } from '../src/forecast/model'
import { drawColumn, type Sampled } from '../src/forecast/sampling/columns'
import type { Scenario } from '../src/forecast/scenario'
import { serializeScenario } from '../src/scenario-file/serialize'
import { baselinePath, resized, slid } from './scenarios'
import { time } from './timing'

export interface PeerResult {
  readonly name: string
  /** Null where the peer is not there. */
  readonly milliseconds: number | null
  /** Its time over Brink's for the same question. */
  readonly ratio: number | null
  /** Of any reach at the horizon from Brink's. */
  readonly largestDifference: number | null
}

interface Answer {
  readonly milliseconds: number
  readonly reach: readonly number[]
}

const REPEATS = '21'
const R_DRAWS = 256
const folder = mkdtempSync(join(tmpdir(), 'brink-bench-'))

/** The drawn columns as chain.c reads them, and the rates as msm_loop.R does. */
function writeInputs(scenario: Scenario): { columns: string; rates: string } {
  const { draws, seed } = scenario.run
  const model = compileModel(scenario)
  const { moves, responses, drivers, driverGroups } = model
  const kinds = [...moves, ...responses]
  const draw = (sampled: Sampled): number[] => [
    ...drawColumn(sampled, seed, 0, new Float64Array(draws)),
  ]
  const size = [draws, model.rungCount, moves.length, responses.length, model.horizonMonths]
  const ladder = [
    ...moves.flatMap(({ from, to }) => [from, to]),
    ...model.start,
    ...responses.flatMap(({ rungMultipliers }) => [...rungMultipliers]),
  ]
  const { hazards, fill } = ratesOfInputs(model, draws)
  fill(inputDraws(model, draws)(seed, 0))
  const drawnRates = [...(hazards.moves[0] ?? []), ...(hazards.responses[0] ?? [])]
  const write = (name: string, numbers: readonly number[]): string => {
    const file = join(folder, name)
    writeFileSync(file, new Uint8Array(Float64Array.from(numbers).buffer))
    return file
  }
  return {
    columns: write('columns.bin', [
      ...[...size, drivers.length],
      ...ladder,
      ...kinds.flatMap(({ driverGroup }) =>
        drivers.map((_, driver) => (driverGroups[driverGroup]?.includes(driver) ? 1 : 0)),
      ),
      ...drivers.flatMap(({ sign, reference }) => [sign, reference]),
      ...kinds.flatMap(({ baseRate }) => draw(baseRate)),
      ...drivers.flatMap(({ intensity }) => draw(intensity)),
      ...drivers.flatMap(({ logMultiplier }) => draw(logMultiplier)),
    ]),
    rates: write('rates.bin', [
      ...size,
      ...ladder,
      ...drawnRates.flatMap((ofDraws) => [...ofDraws]),
    ]),
  }
}

function ask(command: string, ...args: string[]): Answer | undefined {
  const { status, stdout } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
  })
  return status === 0 ? (JSON.parse(stdout) as Answer) : undefined
}

function askC(columns: string): Answer | undefined {
  const program = join(folder, 'chain')
  const flags = ['-O3', '-march=native', '-o', program, 'bench/peers/chain.c', '-lm']
  return spawnSync('gcc', flags).status === 0 ? ask(program, columns, REPEATS) : undefined
}

/** Two rungs and the way up between them: what Squiggle can be asked too. */
function twoRungs(scenario: Scenario): Scenario {
  const small = resized(scenario, { rungs: 2, responses: 0 })
  const transitions = small.case.transitions.slice(0, 1)
  return { ...small, case: { ...small.case, transitions } }
}

function askSquiggle(scenario: Scenario): Answer | undefined {
  const file = join(folder, 'two-rungs.brink')
  writeFileSync(file, serializeScenario(scenario))
  return ask(process.execPath, 'bench/peers/squiggle.mjs', file, `${scenario.run.draws}`, REPEATS)
}

/** Brink's time for a slider moved in the scenario, and each peer's for the same question. */
export function besidePeers(scenario: Scenario): { own: number; peers: PeerResult[] } {
  const { draws } = scenario.run
  const { columns, rates } = writeInputs(scenario)
  const small = twoRungs(scenario)
  const result = (name: string, brink: Scenario, answer: Answer | undefined, scale = 1) => {
    if (!answer) return { name, milliseconds: null, ratio: null, largestDifference: null }
    const own = time((repeat) => void forecast(slid(brink, repeat)))
    const { reach } = forecast(brink)
    const milliseconds = answer.milliseconds * scale
    const differences = answer.reach.map((value, rung) =>
      Math.abs(value - (reach[rung]?.mean.at(-1) ?? Number.NaN)),
    )
    return {
      name,
      milliseconds,
      ratio: milliseconds / own,
      largestDifference: Math.max(...differences),
    }
  }
  return {
    own: time((repeat) => void forecast(slid(scenario, repeat))),
    peers: [
      result('C, -O3 -march=native', scenario, askC(columns)),
      result(
        'NumPy and SciPy, vectorised',
        scenario,
        ask('python3', 'bench/peers/numpy_peer.py', baselinePath, `${draws}`),
      ),
      result(
        'R, msm MatrixExp in a loop',
        scenario,
        ask('Rscript', 'bench/peers/msm_loop.R', rates, `${R_DRAWS}`),
        draws / R_DRAWS,
      ),
      result('Squiggle, two rungs only', small, askSquiggle(small)),
    ],
  }
}
