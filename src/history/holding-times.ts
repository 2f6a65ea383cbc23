/**
 * How long something lasts, in whole steps (months or days): with one speed of ending, or
 * as a mixture of a fast and a slow kind (the hyperexponential distribution, in its
 * discrete form), which is a Markov chain still, with two phases instead of one.
 */
export interface Spell {
  /** 1 or more. */
  readonly steps: number
  /** Whether its end was seen; otherwise it lasted longer than its steps. */
  readonly hasEnded: boolean
}

/** One kind of spell: the share that begins as it, and its chance of ending in each step. */
export interface Phase {
  readonly share: number
  readonly ending: number
}

export interface HoldingTime {
  /** The fastest first; one or two. */
  readonly phases: readonly Phase[]
  readonly logLikelihood: number
}

/** Spells of the same length and kind of end, counted. */
interface Counted extends Spell {
  readonly count: number
}

function countSpells(spells: readonly Spell[]): Counted[] {
  const counts = new Map<string, Counted>()
  for (const { steps, hasEnded } of spells) {
    const key = `${steps} ${hasEnded}`
    counts.set(key, { steps, hasEnded, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort(
    (x, y) => x.steps - y.steps || Number(x.hasEnded) - Number(y.hasEnded),
  )
}

/** Of a spell that ended in its last step, or did not end in any of them. */
const chanceOf = ({ ending }: Phase, { steps, hasEnded }: Spell): number =>
  hasEnded ? ending * (1 - ending) ** (steps - 1) : (1 - ending) ** steps

const mixtureChance = (phases: readonly Phase[], spell: Spell): number =>
  phases.reduce((sum, phase) => sum + phase.share * chanceOf(phase, spell), 0)

const logLikelihoodOf = (phases: readonly Phase[], counted: readonly Counted[]): number =>
  counted.reduce((sum, each) => sum + each.count * Math.log(mixtureChance(phases, each)), 0)

/** The speed that makes the spells most likely: ends seen over steps survived or ended in. */
export function fitOneSpeed(spells: readonly Spell[]): HoldingTime {
  const counted = countSpells(spells)
  const ends = counted.reduce((sum, { hasEnded, count }) => sum + (hasEnded ? count : 0), 0)
  const steps = counted.reduce((sum, { steps: each, count }) => sum + each * count, 0)
  const phases = [{ share: 1, ending: ends / steps }]
  return { phases, logLikelihood: logLikelihoodOf(phases, counted) }
}

const ROUNDS = 3000
const ENOUGH = 1e-10
/** A kind of which no end was seen ends as if half a one had been. */
const LEAST_ENDS = 0.5

/** One round of expectation and maximisation (Dempster, Laird, Rubin 1977), which never lowers the likelihood. */
function improve(phases: readonly Phase[], counted: readonly Counted[]): Phase[] {
  let total = 0
  const sums = phases.map(() => ({ spells: 0, ends: 0, steps: 0 }))
  for (const each of counted) {
    const chance = mixtureChance(phases, each)
    total += each.count
    for (const [index, phase] of phases.entries()) {
      const belongs = (each.count * phase.share * chanceOf(phase, each)) / chance
      const sum = sums[index] as { spells: number; ends: number; steps: number }
      sum.spells += belongs
      sum.steps += belongs * each.steps
      if (each.hasEnded) sum.ends += belongs
    }
  }
  return sums.map(({ spells, ends, steps }) => ({
    share: spells / total,
    ending: Math.min(Math.max(ends, LEAST_ENDS) / steps, 1 - 1e-9),
  }))
}

/** The mixture of two speeds that makes the spells most likely. */
export function fitTwoSpeeds(spells: readonly Spell[]): HoldingTime {
  const counted = countSpells(spells)
  const [{ ending }] = fitOneSpeed(spells).phases as [Phase]
  let phases: Phase[] = [
    { share: 0.7, ending: Math.min(1.5 * ending, 0.9) },
    { share: 0.3, ending: ending / 4 },
  ]
  let before = Number.NEGATIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    phases = improve(phases, counted)
    const logLikelihood = logLikelihoodOf(phases, counted)
    if (logLikelihood - before < ENOUGH) break
    before = logLikelihood
  }
  const sorted = phases.sort((x, y) => y.ending - x.ending)
  return { phases: sorted, logLikelihood: logLikelihoodOf(sorted, counted) }
}

/** The share that lasts longer than so many steps. */
export const survivalOf = ({ phases }: Pick<HoldingTime, 'phases'>, steps: number): number =>
  phases.reduce((sum, { share, ending }) => sum + share * (1 - ending) ** steps, 0)

/** The first number of steps after which half have ended; 10^5 at most. */
export function medianOf(time: Pick<HoldingTime, 'phases'>): number {
  let steps = 1
  while (survivalOf(time, steps) > 0.5 && steps < 1e5) steps++
  return steps
}

export const meanOf = ({ phases }: Pick<HoldingTime, 'phases'>): number =>
  phases.reduce((sum, { share, ending }) => sum + share / ending, 0)

/** The share that lasted longer than each number of steps from 0 (Kaplan and Meier 1958). */
export function observedSurvival(spells: readonly Spell[]): number[] {
  const longest = spells.reduce((most, { steps }) => Math.max(most, steps), 0)
  const ended = new Float64Array(longest + 1)
  const seen = new Float64Array(longest + 2)
  for (const { steps, hasEnded } of spells) {
    seen[steps] = (seen[steps] as number) + 1
    if (hasEnded) ended[steps] = (ended[steps] as number) + 1
  }
  for (let steps = longest - 1; steps >= 0; steps--) {
    seen[steps] = (seen[steps] as number) + (seen[steps + 1] as number)
  }
  const survival = [1]
  for (let steps = 1; steps <= longest; steps++) {
    const last = survival[steps - 1] as number
    survival.push(last * (1 - (ended[steps] as number) / (seen[steps] as number)))
  }
  return survival
}

/** The largest difference between the shares that last, observed and fitted (Kolmogorov and Smirnov). */
export const largestMisfit = (spells: readonly Spell[], time: HoldingTime): number =>
  observedSurvival(spells).reduce(
    (most, observed, steps) => Math.max(most, Math.abs(observed - survivalOf(time, steps))),
    0,
  )

/** The chance of each phase for a spell that has not ended in so many steps. */
export function phasesAfter(phases: readonly Phase[], steps: number): number[] {
  const weights = phases.map(({ share, ending }) => share * (1 - ending) ** steps)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}
