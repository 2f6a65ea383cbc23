import { describe, expect, it } from 'vitest'
import { differsFromArticle } from '../../src/forecast/article-baseline'
import { rangeAround } from '../../src/forecast/judged-range'
import type { Driver } from '../../src/forecast/scenario'
import {
  resetDriver,
  setMultiplier,
  setNote,
  setShocks,
  setStart,
  setTrend,
} from '../../src/renderer/state/edits'
import { commit, endGesture, redo, startHistory, undo } from '../../src/renderer/state/history'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { baselineScenario, readScenario } from '../bundled'

const scenario = baselineScenario()
const [driver] = scenario.case.drivers as readonly [Driver]

describe('history', () => {
  it('goes back and forth, and forgets the future at a new step', () => {
    let history = startHistory('a')
    history = commit(commit(history, 'b'), 'c')
    history = undo(undo(history))
    expect(history.present).toBe('a')
    expect(undo(history)).toBe(history)
    history = redo(history)
    expect(history.present).toBe('b')
    history = commit(history, 'd')
    expect(redo(history).present).toBe('d')
    expect(undo(history).present).toBe('b')
  })

  it('takes a gesture as one step and the next gesture as another', () => {
    let history = startHistory(0)
    for (const value of [1, 2, 3]) history = commit(history, value, 'slide a')
    history = endGesture(history)
    for (const value of [4, 5]) history = commit(history, value, 'slide a')
    expect(undo(history).present).toBe(3)
    expect(undo(undo(history)).present).toBe(0)
  })
})

describe('edits', () => {
  it('move a range with its middle and cut it at the ends', () => {
    const spread = { below: 0.15, above: 0.15 }
    expect(rangeAround(0.5, spread)).toEqual({ low: 0.35, mode: 0.5, high: 0.65 })
    expect(rangeAround(0.95, spread)).toEqual({ low: 0.8, mode: 0.95, high: 1 })
  })

  it('tell what differs from the article, and put it back without the note', () => {
    const changes = [
      setTrend(scenario, driver.id, 0.1),
      setShocks(scenario, driver.id, [{ month: 1, change: 0.1 }]),
      setMultiplier(scenario, driver.id, { low: 1, mode: 2, high: 3 }),
    ]
    expect(differsFromArticle(scenario, driver)).toBe(false)
    for (const changed of changes) {
      expect(differsFromArticle(changed, driver)).toBe(true)
      const noted = setNote(changed, driver.id, 'why')
      const reset = resetDriver(noted, driver, { below: 0.15, above: 0.15 })
      expect(differsFromArticle(reset, driver)).toBe(false)
      expect(reset.judgment.drivers[driver.id]?.note).toBe('why')
    }
  })

  it('leave no empty fields behind', () => {
    const back = setNote(
      setShocks(setTrend(setTrend(scenario, driver.id, 0.1), driver.id, 0), driver.id, []),
      driver.id,
      '',
    )
    expect(back.judgment.drivers[driver.id]).toEqual(scenario.judgment.drivers[driver.id])
  })

  it.each([0, 0.1, 1 / 3, 0.5, 0.77, 1])(
    'keep the start a distribution that a file takes: %d',
    (share) => {
      for (const { id } of scenario.case.ladder) {
        const changed = setStart(scenario, id, share)
        expect(changed.judgment.start[id] ?? 0).toBe(share)
        expect(readScenario(serializeScenario(changed)).judgment.start).toEqual(
          changed.judgment.start,
        )
      }
    },
  )

  it('give what is left to the nearest rung where no other had any', () => {
    const whole = setStart(scenario, 'calm', 1)
    expect(whole.judgment.start).toEqual({ calm: 1 })
    expect(setStart(whole, 'calm', 0.6).judgment.start).toEqual({ calm: 0.6, accusations: 0.4 })
  })
})
