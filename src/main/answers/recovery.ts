import type { DocumentFiles } from '../documents/document-files'
import type { Recovery } from '../documents/recovery'
import type { Versions } from '../documents/versions'
import { answer } from '../shell/ipc'
import { visibleText } from '../visible-text'
import { confirm } from '../windows/questions'
import type { Notice } from '../windows/workbench-window'
import { type DocumentServices, openUnsaved } from './documents'

interface RecoveryServices extends DocumentServices {
  readonly recovery: Recovery
  readonly versions: Versions
  /** What was found broken at the start. */
  readonly damage: Promise<readonly Notice[]>
  /** Whether the tour is due, as which it counts from then on as shown. */
  readonly takeTour: () => boolean
}

/** Answers what windows ask about work left by earlier sessions and about earlier versions. */
export function answerRecovery(services: RecoveryServices): void {
  answerNews(services)
  answerRecovered(services)
  answerVersions(services)
}

function answerNews({ windows, recovery, damage, takeTour }: RecoveryServices): void {
  let isFirst = true
  answer('window:news', async (_input, window) => {
    const notices = windows.of(window).takeNotices()
    if (!isFirst) return { notices, hasRecovered: false, showsTour: false }
    isFirst = false
    const [found, left] = await Promise.all([damage, recovery.list()])
    const hasRecovered = left.length > 0
    // Whoever has work to look after, or something to be told, is not shown around.
    const hasOther = hasRecovered || notices.length > 0 || found.length > 0
    return { notices: [...notices, ...found], hasRecovered, showsTour: !hasOther && takeTour() }
  })
}

function answerRecovered(services: RecoveryServices): void {
  const { windows, recovery, files } = services
  answer('recovery:list', async () =>
    (await recovery.list()).map(({ path, ...work }) => ({
      ...work,
      token: path === null ? null : files.tokenOf(path),
    })),
  )
  answer('recovery:open', async ({ id }, window) => {
    const entry = await recovery.take(id)
    return entry
      ? openUnsaved(services, windows.of(window), entry)
      : { kind: 'refused', title: 'That work is open already.', details: [] }
  })
  answer('recovery:open-window', async ({ id }) => {
    const entry = await recovery.take(id)
    if (entry) windows.open({ kind: 'unsaved', entry })
  })
  answer('recovery:not-shown', ({ id }) => recovery.putBack(id))
  answer('recovery:discard', async ({ id }, window) => {
    const entry = await recovery.find(id)
    if (!entry) return true
    const isMeant = await confirm(window, {
      message: `Discard the recovered work on “${visibleText(entry.title)}”?`,
      detail: `It cannot be brought back. ${entry.path === null ? 'It is in no file.' : 'Its file is left alone.'}`,
      action: 'Discard',
    })
    if (isMeant) await recovery.discard(id)
    return isMeant
  })
}

function answerVersions(services: RecoveryServices): void {
  const { windows, files, versions } = services
  answer('versions:list', async ({ token }) => {
    const path = files.pathOf(token)
    return path ? [...(await versions.list(path))] : []
  })
  answer('versions:read', async ({ token, id }) => (await readVersion(services, token, id)) ?? null)
  answer('versions:open-window', async ({ token, id }) => {
    const text = await readVersion(services, token, id)
    if (text !== undefined) windows.open({ kind: 'text', text })
  })
}

async function readVersion(
  { files, versions }: { readonly files: DocumentFiles; readonly versions: Versions },
  token: string,
  id: string,
): Promise<string | undefined> {
  const path = files.pathOf(token)
  return path ? versions.read(path, id) : undefined
}
