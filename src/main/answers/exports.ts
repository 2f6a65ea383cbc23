import { basename } from 'node:path'
import { type BrowserWindow, clipboard, nativeImage } from 'electron'
import { isolated } from '../../forecast/isolated'
import {
  type DocumentOutput,
  type ExportFormat,
  type ExportResult,
  type PolicedFormat,
  type PressJob,
  policedFormats,
} from '../../ipc/contract'
import { writeAtomically } from '../documents/atomic-write'
import { safeFileName } from '../documents/safe-name'
import { heldAfterFailure, writeFailureWords } from '../documents/write-words'
import { allowedFormats, type ReadPolicy, whyNotExported } from '../policy'
import { createPress, type Press } from '../press/press'
import { answer } from '../shell/ipc'
import { choosePlace } from '../windows/choose-path'

const EXPORT_NAMES: Readonly<Record<ExportFormat, string>> = {
  png: 'PNG pictures',
  svg: 'SVG pictures',
  csv: 'CSV tables',
}

const DOCUMENT_NAMES: Readonly<Record<DocumentOutput, string>> = {
  pdf: 'PDF reports',
  pptx: 'PowerPoint presentations',
  docx: 'Word documents',
  xlsx: 'Excel workbooks',
  csv: 'CSV tables',
  draws: 'CSV tables',
}

const endingOf = (output: DocumentOutput): string => (output === 'draws' ? 'csv' : output)

export function answerExports(policy: ReadPolicy): void {
  const refusal = (format: PolicedFormat): ExportResult | undefined => {
    const reason = whyNotExported(policy, [format])
    return reason
      ? { kind: 'failed', title: 'Nothing was exported.', details: [reason] }
      : undefined
  }
  answer('export:allowed', () => ({
    formats: [...allowedFormats(policy.policy)],
    reason: whyNotExported(policy, policedFormats) ?? '',
  }))
  answer('export:save', async ({ suggestedName, format, content }, window) => {
    const refused = refusal(format)
    if (refused) return refused
    const name = safeFileName(suggestedName, `.${format}`)
    const filter = { name: EXPORT_NAMES[format], extensions: [format] }
    const path = await choosePlace(window, name, undefined, filter)
    return path ? writeExport(path, content) : { kind: 'cancelled' }
  })
  answer('export:copy-picture', ({ content }) => {
    if (refusal('png')) return false
    const image = nativeImage.createFromBuffer(Buffer.from(content))
    if (image.isEmpty()) return false
    clipboard.writeImage(image)
    return true
  })
  answer('export:copy-table', ({ text, html }) => {
    if (!refusal('csv')) clipboard.write({ text, html })
  })
  answerDocuments(createPress({ staysUp: false }), refusal)
}

function answerDocuments(
  press: Press,
  refusal: (format: PolicedFormat) => ExportResult | undefined,
): void {
  /** Each window waits for one document at most; another one gives up the one before. */
  const underWay = new Map<BrowserWindow, AbortController>()
  answer('export:document', async ({ output, suggestedName, ...what }, window) => {
    const refused = refusal(output)
    if (refused) return refused
    const giveUp = new AbortController()
    const cancel = (): void => giveUp.abort()
    underWay.get(window)?.abort()
    underWay.set(window, giveUp)
    window.once('closed', cancel)
    try {
      const ending = endingOf(output)
      const name = safeFileName(suggestedName, `.${ending}`)
      const filter = { name: DOCUMENT_NAMES[output], extensions: [ending] }
      const path = await choosePlace(window, name, undefined, filter)
      if (!path || giveUp.signal.aborted) return { kind: 'cancelled' }
      return await makeDocument(press, { ...what, outputs: [output] }, path, giveUp.signal)
    } finally {
      if (underWay.get(window) === giveUp) underWay.delete(window)
      if (!window.isDestroyed()) window.off('closed', cancel)
    }
  })
  answer('export:cancel', (_input, window) => underWay.get(window)?.abort())
}

async function makeDocument(
  press: Press,
  job: PressJob,
  path: string,
  signal: AbortSignal,
): Promise<ExportResult> {
  try {
    const [made] = await press.make(job, signal)
    if (!made) throw new Error('nothing was made')
    if ('problem' in made) throw new Error(made.problem)
    return await writeExport(path, made.content)
  } catch (error) {
    if (signal.aborted) return { kind: 'cancelled' }
    const reason = error instanceof Error ? error.message : String(error)
    return {
      kind: 'failed',
      title: `${isolated(basename(path))} was not made.`,
      details: [`${reason}.`],
    }
  }
}

async function writeExport(path: string, content: string | Uint8Array): Promise<ExportResult> {
  const fileName = basename(path)
  try {
    await writeAtomically(path, content)
    return { kind: 'written', fileName }
  } catch (error) {
    const details = [writeFailureWords(error), `${heldAfterFailure(error)} Choose another place.`]
    return { kind: 'failed', title: `${isolated(fileName)} was not written.`, details }
  }
}
