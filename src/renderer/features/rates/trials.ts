import { useEffect, useState } from 'react'
import type { RunHandle } from '../../../engine/runner'
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

/**
 * Computes one trial after another where forecasts are computed, and shows each as it is done.
 * Other trials, or going away, end the work at once.
 */
export function useTrialForecasts(trials: readonly Trial[]): TrialForecasts {
  const [done, setDone] = useState(NOTHING)
  useEffect(() => {
    let handle: RunHandle | undefined
    setDone(NOTHING)
    const startAt = (place: number): void => {
      const scenario = trials[place]?.scenario
      if (!scenario) return
      handle = runnerInUse().start(scenario, false, {
        onUpdate: ({ forecast, isLast }) => {
          if (!isLast) return
          setDone(({ forecasts, failure }) => ({
            forecasts: new Map(forecasts).set(scenario, forecast),
            failure,
          }))
          startAt(place + 1)
        },
        onProgress: () => undefined,
        onFailure: (failure) => setDone(({ forecasts }) => ({ forecasts, failure })),
      })
    }
    const timer = setTimeout(() => startAt(0), REST_MS)
    return () => {
      clearTimeout(timer)
      handle?.abandon()
    }
  }, [trials])
  return done
}
