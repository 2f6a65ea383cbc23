import { useEffect, useState } from 'react'
import type { Output, PolicedFormat } from '../../../ipc/contract'
import { bridge } from '../../bridge'

interface Allowed {
  readonly isBarred: (format: PolicedFormat) => boolean
  /** Why some are barred, for the analyst; empty where none is. */
  readonly reason: string
}

/** What the policy of the machine lets out; until that is known nothing is barred, and main decides. */
export function useAllowed(): Allowed {
  const [allowed, setAllowed] = useState<Output<'export:allowed'>>()
  useEffect(() => {
    void bridge.allowedExports().then(setAllowed)
  }, [])
  return {
    isBarred: (format) => allowed !== undefined && !allowed.formats.includes(format),
    reason: allowed?.reason ?? '',
  }
}

/** What is chosen, or where that is barred the first that is not; undefined where all are. */
export const firstAllowed = <T extends PolicedFormat>(
  wanted: T,
  all: readonly T[],
  { isBarred }: Allowed,
): T | undefined => [wanted, ...all].find((format) => !isBarred(format))
