import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ExplainListener, Question } from '../../src/engine/explainer'
import type { ScheduledUpdate } from '../../src/engine/scheduler'
import { articleBaseline } from '../../src/forecast/article-baseline'
import { explain } from '../../src/forecast/explain/explain'
import { forecast } from '../../src/forecast/forecast'
import type { Scenario } from '../../src/forecast/scenario'
import {
  resumeExplaining,
  shownPart,
  startExplaining,
  stopExplaining,
  useExplanation,
} from '../../src/renderer/state/explanation-store'
import { useForecast } from '../../src/renderer/state/forecast-store'
import { setView } from '../../src/renderer/state/view-store'
import { bundledScenario } from '../bundled'
import { finished } from '../forecast/explain/steps'
import { withRun } from '../scenarios'

const corridor = withRun(bundledScenario('iran-azerbaijan-2023-corridor-forced.brink'), 16)
const baseline = withRun(bundledScenario('iran-azerbaijan-2023-baseline.brink'), 16)

interface Asked {
  readonly question: Question
  readonly listener: ExplainListener
  isAbandoned: boolean
}

const asked: Asked[] = []
startExplaining({
  explain(question, listener) {
    const one = { question, listener, isAbandoned: false }
    asked.push(one)
    return {
      abandon: () => {
        one.isAbandoned = true
      },
    }
  },
})

const last = (): Asked => {
  const one = asked.at(-1)
  if (!one) throw new Error('nothing was asked')
  return one
}

const updateOf = (scenario: Scenario): ScheduledUpdate => ({
  scenario,
  forecast: forecast(scenario),
  drawsWanted: scenario.run.draws,
  isLast: true,
  elapsedMs: 1,
})

function settle(scenario: Scenario): void {
  useForecast.setState({
    update: updateOf(scenario),
    baseline: updateOf(articleBaseline(scenario)),
    isPending: false,
  })
}

const answer = ({ question, listener }: Asked): void =>
  listener.onAnswer({
    ...finished(explain(question.scenario, question.choice, question.goal, question.parts)),
    done: 1,
  })

const rested = (): void => void vi.advanceTimersByTime(1000)

beforeEach(() => {
  vi.useFakeTimers()
  setView({ screen: 'forecast', claim: undefined, isDragging: false, overturnGoal: 'opposite' })
  useForecast.setState({ update: undefined, isPending: true })
  asked.length = 0
})

describe('what is asked', () => {
  it('on the forecast screen is only a reason, and only for a difference worth one', () => {
    settle(baseline)
    rested()
    expect(asked).toHaveLength(0)
    settle(corridor)
    expect(asked).toHaveLength(0)
    rested()
    expect(asked.map(({ question }) => question.parts)).toEqual([['attribution']])
  })

  it('on the Why screen is what is not known yet', () => {
    settle(corridor)
    rested()
    answer(last())
    setView({ screen: 'why' })
    rested()
    expect(last().question.parts).toEqual(['tornado', 'spread', 'overturn'])
    answer(last())
    expect(useExplanation.getState()).toMatchObject({ isBusy: false })
    rested()
    expect(asked).toHaveLength(2)
    setView({ overturnGoal: 'outside' })
    // What another goal asked for stands in, and is not taken for the answer.
    expect(shownPart(useExplanation.getState(), 'overturn', corridor)).toMatchObject({
      value: { goal: 'opposite' },
      isBefore: true,
    })
    rested()
    expect(last().question).toMatchObject({ goal: 'outside', parts: ['overturn'] })
  })

  it('is left when a hand moves on, and asked anew when it rests', () => {
    setView({ screen: 'why' })
    settle(corridor)
    rested()
    const first = last()
    setView({ isDragging: true })
    expect(first.isAbandoned).toBe(true)
    useForecast.setState({ isPending: true })
    setView({ isDragging: false })
    settle(baseline)
    rested()
    expect(asked).toHaveLength(2)
    expect(last().question.scenario).toBe(baseline)
  })

  it('is stopped by the analyst until it is asked to go on', () => {
    setView({ screen: 'why' })
    settle(corridor)
    rested()
    stopExplaining()
    expect(last().isAbandoned).toBe(true)
    expect(useExplanation.getState()).toMatchObject({ isStopped: true, isBusy: false })
    rested()
    expect(asked).toHaveLength(1)
    resumeExplaining()
    rested()
    expect(asked).toHaveLength(2)
  })
})

describe('what is shown', () => {
  it('stays as it was until each part is there anew, and says so', () => {
    setView({ screen: 'why' })
    settle(corridor)
    rested()
    answer(last())
    const before = useExplanation.getState().soFar
    const moved = { ...corridor, title: 'Moved' }
    settle(moved)
    const shown = shownPart(useExplanation.getState(), 'tornado', moved)
    expect(shown).toMatchObject({ value: before?.tornado, scenario: corridor, isBefore: true })
    rested()
    answer(last())
    expect(shownPart(useExplanation.getState(), 'tornado', moved)).toMatchObject({
      scenario: moved,
      isBefore: false,
    })
  })

  it('is nothing of another event', () => {
    setView({ screen: 'why' })
    settle(corridor)
    rested()
    answer(last())
    setView({ claim: 'limited-escalation' })
    expect(shownPart(useExplanation.getState(), 'tornado', corridor).value).toBeUndefined()
  })

  it('says in words what broke', () => {
    setView({ screen: 'why' })
    settle(corridor)
    rested()
    last().listener.onFailure('the thread is gone')
    expect(useExplanation.getState()).toMatchObject({
      failure: 'the thread is gone',
      isBusy: false,
    })
  })
})
