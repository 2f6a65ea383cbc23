import { basename } from 'node:path'
import type { ExportFormat, ExportResult } from '../../ipc/contract'
import { writeAtomically } from '../documents/atomic-write'
import { safeFileName } from '../documents/safe-name'
import { heldAfterFailure, writeFailureWords } from '../documents/write-words'
import { answer } from '../shell/ipc'
import { choosePlace } from '../windows/choose-path'

const EXPORT_NAMES: Readonly<Record<ExportFormat, string>> = {
  png: 'PNG pictures',
  svg: 'SVG pictures',
  csv: 'CSV tables',
}

export function answerExports(): void {
  answer('export:save', async ({ suggestedName, format, content }, window) => {
    const name = safeFileName(suggestedName, `.${format}`)
    const filter = { name: EXPORT_NAMES[format], extensions: [format] }
    const path = await choosePlace(window, name, undefined, filter)
    return path ? writeExport(path, content) : { kind: 'cancelled' }
  })
}

async function writeExport(path: string, content: string | Uint8Array): Promise<ExportResult> {
  const fileName = basename(path)
  try {
    await writeAtomically(path, content)
    return { kind: 'written', fileName }
  } catch (error) {
    const details = [writeFailureWords(error), `${heldAfterFailure(error)} Choose another place.`]
    return { kind: 'failed', title: `${fileName} was not written.`, details }
  }
}
