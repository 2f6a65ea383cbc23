import { useEffect, useState } from 'react'
import type { Scenario } from '../../../forecast/scenario'
import { parseScenario } from '../../../scenario-file/parse'
import { bridge } from '../../bridge'

export interface BundledEntry {
  readonly name: string
  readonly scenario: Scenario
}

/** The scenarios that come with the program; undefined until they are read. */
export function useBundled(): readonly BundledEntry[] | undefined {
  const [bundled, setBundled] = useState<readonly BundledEntry[]>()
  useEffect(() => {
    void bridge.listBundled().then((files) => setBundled(files.flatMap(readEntry)))
  }, [])
  return bundled
}

/** The entries by the title of their case, both in the order they come in. */
export function byCase(entries: readonly BundledEntry[]): Map<string, BundledEntry[]> {
  const cases = new Map<string, BundledEntry[]>()
  for (const entry of entries) {
    const { title } = entry.scenario.case
    cases.set(title, [...(cases.get(title) ?? []), entry])
  }
  return cases
}

function readEntry({ name, text }: { name: string; text: string }): BundledEntry[] {
  const parsed = parseScenario(text)
  return parsed.ok ? [{ name, scenario: parsed.scenario }] : []
}
