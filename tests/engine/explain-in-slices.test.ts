import { describe, expect, it } from 'vitest'
import { explainInSlices } from '../../src/engine/explain-in-slices'
import { chosenEvent } from '../../src/forecast/conclusion/outlook'
import { type ExplanationSoFar, isWholeExplanation } from '../../src/forecast/explain/explain'
import type { Scenario } from '../../src/forecast/scenario'
import { baselineScenario } from '../bundled'
import { withRun } from '../scenarios'

const scenario = withRun(baselineScenario(), 32)

/** A thread whose turns are given by hand. */
function handTurned() {
  const waiting: (() => void)[] = []
  let clock = 0
  return {
    host: {
      now: () => clock++,
      defer: (work: () => void) => void waiting.push(work),
      rest: (work: () => void) => void waiting.push(work),
    },
    turn: () => waiting.shift()?.(),
    isIdle: () => waiting.length === 0,
  }
}

function listening() {
  const answers: ExplanationSoFar[] = []
  const failures: string[] = []
  return {
    answers,
    failures,
    listener: {
      onAnswer: (soFar: ExplanationSoFar) => void answers.push(soFar),
      onFailure: (message: string) => void failures.push(message),
    },
  }
}

const question = (of: Scenario) => {
  const choice = chosenEvent(of, undefined)
  if (!choice) throw new Error('no event')
  return { scenario: of, choice, goal: 'opposite' } as const
}

describe('an explanation in slices', () => {
  it('gives way many times, tells of each part as it comes, and ends', () => {
    const thread = handTurned()
    const { answers, listener } = listening()
    explainInSlices(question(scenario), listener, thread.host)
    expect(answers).toEqual([])
    let turns = 0
    for (; !thread.isIdle(); turns++) thread.turn()
    expect(turns).toBeGreaterThan(30)
    const last = answers.at(-1)
    expect(last?.done).toBe(1)
    expect(last && isWholeExplanation(last)).toBe(true)
    const counts = answers.map((answer) => Object.keys(answer).length)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    for (const answer of answers) expect(answer.done >= 1).toBe(isWholeExplanation(answer))
  })

  it('says nothing more once it is left', () => {
    const thread = handTurned()
    const { answers, listener } = listening()
    const { abandon } = explainInSlices(question(scenario), listener, thread.host)
    for (let turn = 0; turn < 10; turn++) thread.turn()
    abandon()
    const told = answers.length
    while (!thread.isIdle()) thread.turn()
    expect(answers).toHaveLength(told)
    expect(answers.every(({ done }) => done < 1)).toBe(true)
  })

  it('answers only the parts it is asked for', () => {
    const thread = handTurned()
    const { answers, listener } = listening()
    explainInSlices({ ...question(scenario), parts: ['tornado'] }, listener, thread.host)
    while (!thread.isIdle()) thread.turn()
    expect(answers.at(-1)?.tornado).toHaveLength(7)
    expect(answers.at(-1)).not.toHaveProperty('attribution')
  })

  it('says in words what broke', () => {
    const thread = handTurned()
    const { failures, listener } = listening()
    const broken = { ...scenario, judgment: { ...scenario.judgment, drivers: {} } }
    explainInSlices({ ...question(scenario), scenario: broken }, listener, thread.host)
    while (!thread.isIdle()) thread.turn()
    expect(failures).toHaveLength(1)
    expect(failures[0]).toContain('no judgment of driver')
  })
})
