import { create } from 'zustand'
import type { Explainer } from '../../engine/explainer'
import { chosenEvent, type EventChoice, eventOutlook } from '../../forecast/conclusion/outlook'
import type { Explanation, ExplanationPart, ExplanationSoFar } from '../../forecast/explain/explain'
import type { OverturnGoal } from '../../forecast/explain/overturn'
import { MOST_EXACT_PLAYERS } from '../../forecast/explain/shapley'
import type { Scenario } from '../../forecast/scenario'
import { baselineFor, useForecast } from './forecast-store'
import { useView } from './view-store'

/** What was asked last: an explanation is of one scenario, one event and one goal. */
interface Subject {
  readonly scenario: Scenario
  readonly choice: EventChoice
  readonly goal: OverturnGoal
}

interface ExplanationState {
  readonly subject: Subject | undefined
  /** What there is of the answer. */
  readonly soFar: ExplanationSoFar | undefined
  /** The answer for the same event before the last change, which stands until each part is there anew. */
  readonly before: { readonly scenario: Scenario; readonly soFar: ExplanationSoFar } | undefined
  readonly isBusy: boolean
  /** The analyst has stopped it; it goes on when asked to, or for another subject. */
  readonly isStopped: boolean
  readonly failure: string | undefined
}

const NOTHING: ExplanationState = {
  subject: undefined,
  soFar: undefined,
  before: undefined,
  isBusy: false,
  isStopped: false,
  failure: undefined,
}

export const useExplanation = create<ExplanationState>()(() => NOTHING)

const setState = useExplanation.setState

const PARTS: readonly ExplanationPart[] = ['attribution', 'tornado', 'spread', 'overturn']
/** A hand that moves on within this time has not asked. */
const REST_MS = 350
/** The forecast screen names a reason for no smaller difference than this. */
const WORTH_A_REASON = 0.005

export interface Explaining {
  stop(): void
  resume(): void
}

let explaining: Explaining | undefined

export const stopExplaining = (): void => explaining?.stop()
export const resumeExplaining = (): void => explaining?.resume()

/** Follows what is on the screen with explanations: all of it on the screen that shows it, the largest reason elsewhere. */
export function startExplaining(explainer: Explainer): void {
  let underWay: { abandon(): void } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = ''

  const leave = (): void => {
    clearTimeout(timer)
    underWay?.abandon()
    underWay = undefined
    asked = ''
    if (useExplanation.getState().isBusy) setState({ isBusy: false })
  }
  const ask = (subject: Subject, parts: readonly ExplanationPart[]): void => {
    const known = useExplanation.getState().soFar
    setState({ isBusy: true, failure: undefined })
    underWay = explainer.explain(
      { ...subject, parts },
      {
        onAnswer: (soFar) => setState({ soFar: { ...known, ...soFar }, isBusy: soFar.done < 1 }),
        onFailure: (failure) => setState({ failure, isBusy: false }),
      },
    )
  }
  const follow = (): void => {
    const subject = presentSubject()
    if (!subject) {
      leave()
      return
    }
    const before = useExplanation.getState()
    const isOther = !before.subject || !isSame(before.subject, subject)
    if (isOther) {
      leave()
      setState({
        ...NOTHING,
        subject,
        soFar: keptFor(before, subject),
        before: standInFor(before, subject),
      })
    }
    const { soFar, isStopped } = useExplanation.getState()
    const missing = wantedParts(subject).filter((part) => !soFar || !(part in soFar))
    const key = missing.join()
    if (isStopped || missing.length === 0 || key === asked) return
    leave()
    asked = key
    timer = setTimeout(() => ask(subject, missing), REST_MS)
  }
  explaining = {
    stop: () => {
      leave()
      setState({ isStopped: true })
    },
    resume: () => {
      setState({ isStopped: false })
      follow()
    },
  }
  useForecast.subscribe(follow)
  useView.subscribe(follow)
  follow()
}

/** What is on the screen, once its numbers have settled. */
function presentSubject(): Subject | undefined {
  const { update, isPending } = useForecast.getState()
  const { isDragging, claim, overturnGoal } = useView.getState()
  if (!update || isPending || isDragging) return undefined
  const { scenario } = update
  const choice = chosenEvent(scenario, claim)
  return choice && { scenario, choice, goal: overturnGoal }
}

const isSame = (a: Subject, b: Subject): boolean =>
  a.scenario === b.scenario && a.choice.id === b.choice.id && a.goal === b.goal

/** Another goal asks for other moves alone; the rest of the answer stays. */
function keptFor(
  { subject, soFar }: ExplanationState,
  next: Subject,
): ExplanationSoFar | undefined {
  if (!subject || !soFar || !isSame({ ...subject, goal: next.goal }, next)) return undefined
  const { overturn: _, ...rest } = soFar
  return rest
}

/** What was last whole for the same event of the same case. */
function standInFor(
  { subject, soFar, before }: ExplanationState,
  next: Subject,
): ExplanationState['before'] {
  const isOfSameEvent =
    subject?.choice.id === next.choice.id && subject.scenario.case === next.scenario.case
  if (!isOfSameEvent) return undefined
  return soFar && 'overturn' in soFar ? { scenario: subject.scenario, soFar } : before
}

/** A part of an explanation as it is shown: of which scenario, and whether it is still the one before. */
export interface ShownPart<K extends ExplanationPart> {
  readonly value: Explanation[K] | undefined
  readonly scenario: Scenario
  readonly isBefore: boolean
}

export function shownPart<K extends ExplanationPart>(
  { subject, soFar, before }: ExplanationState,
  part: K,
  present: Scenario,
): ShownPart<K> {
  const isThere = soFar !== undefined && part in soFar
  const source = isThere ? soFar : before?.soFar
  const scenario = (isThere ? subject?.scenario : before?.scenario) ?? present
  const value = source?.[part] as Explanation[K] | undefined
  const standsIn = !isThere && value !== undefined
  return { value, scenario, isBefore: standsIn || scenario !== present }
}

/** Of a case with many drivers a reason takes too long to be looked for unasked. */
function wantedParts({ scenario, choice }: Subject): readonly ExplanationPart[] {
  if (useView.getState().screen === 'why') return PARTS
  const { update, baseline } = useForecast.getState()
  if (!update || useView.getState().screen !== 'forecast') return []
  if (scenario.case.drivers.length > MOST_EXACT_PLAYERS) return []
  const outlook = eventOutlook({ ...update, scenario }, baselineFor(update, baseline), choice.id)
  const [own, article] = [outlook?.series.mean.at(-1), outlook?.baseline?.mean.at(-1)]
  const isFar = Math.abs((own ?? 0) - (article ?? own ?? 0)) >= WORTH_A_REASON
  return isFar ? ['attribution'] : []
}
