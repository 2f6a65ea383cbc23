import { useEffect, useState } from 'react'
import type { ForecastRunner, RunHandle } from '../../../engine/runner'
import type { Forecast } from '../../../forecast/forecast'
import type { Scenario } from '../../../forecast/scenario'
import { runnerInUse } from '../../state/runner-in-use'

/** A scenario as it would be, to be computed beside the document. */
export interface Trial {
  readonly id: string
  readonly scenario: Scenario
}

/** What there is of the trials' forecasts, by the scenario that each is of. */
export interface TrialForecasts {
  readonly forecasts: ReadonlyMap<Scenario, Forecast>
  readonly failure: string | undefined
}

const NOTHING: TrialForecasts = { forecasts: new Map(), failure: undefined }

/** A hand that moves on within this time has not asked. */
const REST_MS = 350

/** What is told of trials while they are computed. */
interface TrialListener {
  onForecast(scenario: Scenario, forecast: Forecast): void
  onFailure(message: string): void
}

/** Computes one trial after another, each when the one before is whole, until it is given up. */
export function runTrials(
  runner: ForecastRunner,
  trials: readonly Trial[],
  listener: TrialListener,
): { abandon(): void } {
  let handle: RunHandle | undefined
  const startAt = (place: number): void => {
    const scenario = trials[place]?.scenario
    if (!scenario) return
    handle = runner.start(scenario, false, {
      onUpdate: ({ forecast, isLast }) => {
        if (!isLast) return
        listener.onForecast(scenario, forecast)
        startAt(place + 1)
      },
      onProgress: () => undefined,
      onFailure: listener.onFailure,
    })
  }
  startAt(0)
  return { abandon: () => handle?.abandon() }
}

/**
 * The forecasts of trials, each as it is done, by the runner that the document uses.
 * Other trials, or going away, end the work at once.
 */
export function useTrialForecasts(trials: readonly Trial[]): TrialForecasts {
  const [done, setDone] = useState(NOTHING)
  useEffect(() => {
    let underWay: { abandon(): void } | undefined
    setDone(NOTHING)
    const begin = (): void => {
      underWay = runTrials(runnerInUse(), trials, {
        onForecast: (scenario, forecast) =>
          setDone(({ forecasts, failure }) => ({
            forecasts: new Map(forecasts).set(scenario, forecast),
            failure,
          })),
        onFailure: (failure) => setDone(({ forecasts }) => ({ forecasts, failure })),
      })
    }
    const timer = setTimeout(begin, REST_MS)
    return () => {
      clearTimeout(timer)
      underWay?.abandon()
    }
  }, [trials])
  return done
}
