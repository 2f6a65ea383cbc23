import { useEffect, useState } from 'react'
import type { Scenario } from '../../../forecast/scenario'
import type { Version } from '../../../ipc/contract'
import { parseScenario } from '../../../scenario-file/parse'
import { bridge } from '../../bridge'

export type KeptScenario = Scenario | 'unreadable'

/** What the versions of a document hold, by id, newest first as they are read. */
export function useKeptScenarios(
  token: string | null,
  versions: readonly Version[],
): ReadonlyMap<string, KeptScenario> {
  const [kept, setKept] = useState<ReadonlyMap<string, KeptScenario>>(new Map())
  useEffect(() => {
    if (token === null) return
    let isWanted = true
    const readAll = async (): Promise<void> => {
      // One at a time, so that the window stays free between large ones.
      for (const { id } of versions) {
        const text = await bridge.readVersion(token, id)
        if (!isWanted) return
        const parsed = text === null ? undefined : parseScenario(text)
        const scenario = parsed?.ok ? parsed.scenario : 'unreadable'
        setKept((before) => new Map(before).set(id, scenario))
      }
    }
    void readAll()
    return () => {
      isWanted = false
    }
  }, [token, versions])
  return kept
}
