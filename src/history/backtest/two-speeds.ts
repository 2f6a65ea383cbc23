import { fitOneSpeed, fitTwoSpeeds, type Phase, type Spell } from '../holding-times'
import { CALM, type State } from '../ladder'

import { FIRST_PANEL_MONTH, type Panel, QUIET_MONTHS } from '../panel'
import type { LadderModel, Part, PartRate } from './ladder-forecast'

/** A stay on a rung, in months; its steps are those up to the end of a year. */
export interface RungSpell extends Spell {
  readonly state: State
}

/** Stays on rungs of which the beginning was seen, as they were known at the end of the year. */
export function spellsUpTo({ histories }: Panel, year: number): RungSpell[] {
  const months = (year + 1) * 12 - FIRST_PANEL_MONTH
  return histories.flatMap(({ states }) => {
    const spells: RungSpell[] = []
    let begin = 0
    for (let index = 1; index <= Math.min(months, states.length); index++) {
      const isOver = index < Math.min(months, states.length) && states[index] !== states[begin]
      if (!isOver && index < Math.min(months, states.length)) continue
      // What already went on when the record begins has no known beginning.
      if (begin > 0) spells.push(spellOf(states[begin] as State, index - begin, isOver))
      begin = index
    }
    return spells.filter(({ steps }) => steps > 0)
  })
}

/** Quiet is watched for no longer than a year, as everywhere. */
function spellOf(state: State, months: number, isOver: boolean): RungSpell {
  if (state === CALM && months > QUIET_MONTHS)
    return { state, steps: QUIET_MONTHS, hasEnded: false }
  return { state, steps: isOver ? months : months - 1, hasEnded: isOver }
}

/** Two speeds of leaving a rung, as factors of its one speed, and who begins with which. */
export interface Speeds {
  readonly state: State
  readonly phases: readonly Phase[]
  /** By phase; 1 would be the one speed. */
  readonly factors: readonly number[]
}

const rateOf = (ending: number): number => -Math.log1p(-ending)

/** Rungs with enough stays to tell two speeds from one; war has too few. */
export const RUNGS_WITH_SPEEDS: readonly State[] = [0, 1, 2, 3]

export function speedsUpTo(panel: Panel, year: number): readonly Speeds[] {
  const spells = spellsUpTo(panel, year)
  return RUNGS_WITH_SPEEDS.map((state) => {
    const own = spells.filter((spell) => spell.state === state)
    const [{ ending }] = fitOneSpeed(own).phases as [Phase]
    const { phases } = fitTwoSpeeds(own)
    return { state, phases, factors: phases.map((each) => rateOf(each.ending) / rateOf(ending)) }
  })
}

/**
 * The ladder with two phases for some of its rungs: who comes to such a rung begins in one
 * of them by its share, and leaves at its own speed, to where all go.
 */
export function withSpeeds(model: LadderModel, speeds: readonly Speeds[]): LadderModel {
  const byState = new Map(speeds.map((each) => [each.state, each]))
  const partsOf = ({ state }: Part): Part[] =>
    (byState.get(state)?.phases ?? [undefined]).map((_, phase) => ({ state, phase }))
  const spread = ({ from, to, rate }: PartRate): PartRate[] =>
    partsOf(from).flatMap((start) => {
      const leaving = byState.get(start.state)
      const begins = leaving?.phases[start.phase]?.share ?? 1
      const factor = leaving?.factors[start.phase] ?? 1
      return partsOf(to).map((end) => {
        const enters = byState.get(end.state)?.phases[end.phase]?.share ?? 1
        // The fast share of the events took its share of the time: the means stay as they are.
        const events = rate.events * begins * enters
        return { from: start, to: end, rate: { events, months: (rate.months * begins) / factor } }
      })
    })
  return { parts: model.parts.flatMap(partsOf), rates: model.rates.flatMap(spread) }
}
