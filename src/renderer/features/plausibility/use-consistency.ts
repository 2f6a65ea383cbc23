import { useEffect, useState } from 'react'
import type { CaseConsistency } from '../../../forecast/plausibility/plausibility'
import type { Case } from '../../../forecast/scenario'
import { afterPaint } from '../../state/after-paint'
import { findConsistency, quickConsistency } from '../../state/consistency'

/** What is consistent in a case that says so; undefined while a large one is gone through. */
export function useConsistency(conflictCase: Case): CaseConsistency | undefined {
  const [, setFoundFor] = useState<Case>()
  const consistency = quickConsistency(conflictCase)
  const isLong = conflictCase.crossImpacts !== undefined && consistency === undefined
  useEffect(() => {
    if (!isLong) return undefined
    let isWanted = true
    // That it is being computed has to be on the screen before the thread is taken.
    afterPaint(() => {
      if (!isWanted) return
      findConsistency(conflictCase)
      setFoundFor(conflictCase)
    })
    return () => {
      isWanted = false
    }
  }, [conflictCase, isLong])
  return consistency
}
