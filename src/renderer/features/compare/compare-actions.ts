import type { OpenResult } from '../../../ipc/contract'
import { parseScenario } from '../../../scenario-file/parse'
import { serializeScenario } from '../../../scenario-file/serialize'
import { bridge } from '../../bridge'
import { type Entry, leaveOut, type Origin, takeIn } from '../../state/compare-store'
import { useDocument } from '../../state/document-store'
import { openWith } from '../document/document-actions'
import { openedText, readOpened } from '../document/showing'

export const BUNDLED: Origin = { kind: 'bundled', token: null, fileName: '' }

/** Asks for a file and puts it beside the document. */
export async function takeInFile(): Promise<void> {
  const read = readOpened(await bridge.readForComparison())
  if (read) takeIn(read.scenario, { kind: 'file', token: read.token, fileName: read.fileName })
}

/** Puts the document as a file has it beside what has become of it. */
export function takeInSaved(): void {
  const { saved, token, fileName } = useDocument.getState()
  takeIn(saved, { kind: 'saved', token, fileName })
}

/** Makes an entry the document; the one that gives way takes its place. */
export async function openEntry(entry: Entry): Promise<void> {
  const { id } = useDocument.getState()
  let before = useDocument.getState()
  await openWith(async () => {
    const loaded = await load(entry)
    before = useDocument.getState()
    return loaded
  })
  if (useDocument.getState().id === id) return
  leaveOut(entry.key)
  const { saved, token, fileName } = before
  takeIn(saved, { kind: 'saved', token, fileName })
}

/** What was compared is what is opened: as its file while that still holds it, or on its own. */
async function load({ origin, written }: Entry): Promise<OpenResult> {
  const asCompared = openedText(written)
  if (origin.token === null) return asCompared
  const found = await bridge.openToken(origin.token)
  return found.kind === 'opened' && isWrittenAs(found.document.text, written) ? found : asCompared
}

function isWrittenAs(text: string, written: string): boolean {
  const parsed = parseScenario(text)
  return parsed.ok && serializeScenario(parsed.scenario) === written
}
