import type { Output } from '../../../ipc/contract'

/** What a version is made of, as names and values. */
export function versionFacts(
  { version, runtimes, system }: Output<'app:info'>,
  engineVersion: string,
): readonly (readonly [name: string, value: string])[] {
  const { electron, chromium, node, v8 } = runtimes
  return [
    ['Version', version],
    ['Engine', engineVersion],
    ['Electron', electron],
    ['Chromium', chromium],
    ['Node', node],
    ['V8', v8],
    ['System', system],
  ]
}

/** The same as lines of plain text, for a message to whoever looks after Brink. */
export const versionDetails = (facts: ReturnType<typeof versionFacts>): string =>
  facts.map(([name, value]) => `${name === 'Version' ? 'Brink' : name} ${value}`).join('\n')
