import { useEffect, useState } from 'react'
import type { BaseRateTable } from '../../history/base-rate-table'

let loaded: BaseRateTable | undefined

async function loadRecord(): Promise<BaseRateTable> {
  const { default: table } = await import('../../history/base-rates.json')
  // A file of Brink's own, whose words TypeScript knows as text alone.
  loaded = table as unknown as BaseRateTable
  return loaded
}

/** The library of base rates, once it is there; loaded when first wanted, so that the start needs none of it. */
export function useRecord(isWanted: boolean): BaseRateTable | undefined {
  const [table, setTable] = useState(loaded)
  useEffect(() => {
    if (!isWanted || table) return undefined
    let isWaiting = true
    void loadRecord().then((found) => isWaiting && setTable(found))
    return () => {
      isWaiting = false
    }
  }, [isWanted, table])
  return table
}
