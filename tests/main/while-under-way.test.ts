import { randomUUID } from 'node:crypto'
import {
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpenResult } from '../../src/ipc/contract'
import { serializeScenario } from '../../src/scenario-file/serialize'
import { chainScenario } from '../scenarios'
import { app, type Pane, panes, showMessageBox } from './desk'
import { promised } from './promised'

vi.mock('electron', async () => (await import('./desk')).electron)
vi.mock(
  '../../src/main/windows/create-window',
  async () => (await import('./desk')).createWindowModule,
)
const choosePlace = vi.hoisted(() => vi.fn())
vi.mock('../../src/main/windows/choose-path', () => ({
  choosePlace,
  chooseFile: vi.fn(),
  SCENARIO_FILTER: {},
}))

const { answerDocuments } = await import('../../src/main/answers/documents')
const { createDocumentFiles } = await import('../../src/main/documents/document-files')
const { openJournal } = await import('../../src/main/documents/journal')
const { openSettings } = await import('../../src/main/documents/settings')
const { createOpenWindows } = await import('../../src/main/windows/open-windows')

let folder = ''
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'brink-test-')))
})
afterEach(() => {
  panes.length = 0
  app.removeAllListeners()
  showMessageBox.mockReset()
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string): string => join(folder, name)
const textOf = (title: string): string =>
  serializeScenario({ ...chainScenario({ rungs: 2, rates: { '0>1': 0.1 } }), title })
const inFile = (name: string): string => {
  writeFileSync(at(name), textOf(name))
  return at(name)
}
const notes = (): string[] => readdirSync(at('unsaved')).filter((name) => name.endsWith('.journal'))

function startDesk() {
  const journal = openJournal(at('unsaved'))
  const used = vi.fn()
  const files = createDocumentFiles({ onUsed: used, keep: async () => true })
  const windows = createOpenWindows(openSettings(at('settings.json')), {
    onHeld: () => undefined,
    onClosing: (closing) => void journal.forget(closing.state()?.id ?? ''),
    onLastClosed: () => undefined,
    settled: async () => undefined,
  })
  const services = {
    ...{ windows, files, journal },
    listRecent: async () => [],
    listBundled: async () => [],
  }
  answerDocuments(services)
  const openPane = (): Pane => {
    windows.open({ kind: 'baseline' })
    return panes.at(-1) as Pane
  }
  return { journal, files, windows, openPane }
}

const stateOf = (token: string | null, more: object = {}) => ({
  ...{ id: randomUUID(), token, title: 'x', fileName: '', isUnsaved: false, text: null },
  ...more,
})
const tokenIn = (result: unknown): string => {
  const opened = result as OpenResult
  const token = opened.kind === 'opened' ? opened.document.token : null
  if (token === null) throw new Error(opened.kind)
  return token
}
const saveAs = { token: null, elsewhere: true, suggestedName: 'x.brink', replacing: null }

describe('a note', () => {
  it('of the next document is not struck because the striking of the last one takes long', async () => {
    const { journal, openPane } = startDesk()
    const pane = openPane()
    const former = stateOf(null, { isUnsaved: true })
    await pane.ask('document:state', former)
    const gate = promised()
    const forget = journal.forget
    const slow = async (id: string) => {
      const forgotten = forget(id)
      if (id === former.id) await gate.promise
      await forgotten
    }
    Object.assign(journal, { forget: slow })
    const next = stateOf(null)
    const told = pane.ask('document:state', next)
    void pane.ask('document:state', { ...next, isUnsaved: true })
    const { id, token, title } = next
    const [text, savedText] = [textOf('work'), textOf('saved')]
    expect(await pane.ask('document:note', { id, token, title, text, savedText })).toBe(true)
    gate.keep()
    await told
    await journal.settled()
    expect(notes()).toEqual([`${next.id}.journal`])
  })
})

describe('a save', () => {
  const noteIn = async (pane: Pane) => {
    const state = stateOf(null, { isUnsaved: true })
    await pane.ask('document:state', state)
    const { id, token, title } = state
    const [text, savedText] = [textOf('work'), textOf('saved')]
    await pane.ask('document:note', { id, token, title, text, savedText })
    return state
  }

  it('leaves the note until the window says that it is saved', async () => {
    const { journal, openPane } = startDesk()
    const pane = openPane()
    const state = await noteIn(pane)
    choosePlace.mockResolvedValueOnce(at('gone/mine.brink'))
    const asked = { ...saveAs, text: textOf('work') }
    expect(await pane.ask('document:save', asked)).toMatchObject({ kind: 'failed' })
    choosePlace.mockResolvedValueOnce(undefined)
    expect(await pane.ask('document:save', asked)).toMatchObject({ kind: 'cancelled' })
    choosePlace.mockResolvedValueOnce(at('mine.brink'))
    const saved = await pane.ask('document:save', asked)
    await journal.settled()
    expect(notes()).toEqual([`${state.id}.journal`])
    const { token } = saved as { token: string }
    await pane.ask('document:state', { ...state, token, isUnsaved: false })
    expect(notes()).toEqual([])
  })

  it('does not go over a file that another window works on, by whichever name', async () => {
    const { files, openPane } = startDesk()
    const [one, two] = [openPane(), openPane()]
    const path = inFile('one.brink')
    linkSync(path, at('alias.brink'))
    await one.ask('document:open-token', { token: files.tokenOf(path) })
    for (const name of ['one.brink', 'alias.brink']) {
      choosePlace.mockResolvedValueOnce(at(name))
      const asked = { ...saveAs, text: textOf('work') }
      expect(await two.ask('document:save', asked)).toMatchObject({ kind: 'failed' })
      const again = await two.ask('document:open-token', { token: files.tokenOf(at(name)) })
      expect(again).toEqual({ kind: 'elsewhere' })
    }
    expect(readFileSync(path, 'utf8')).toBe(textOf('one.brink'))
    one.close()
    choosePlace.mockResolvedValueOnce(path)
    const asked = { ...saveAs, text: textOf('work') }
    expect(await two.ask('document:save', asked)).toMatchObject({ kind: 'saved' })
  })
})

describe('a file that was opened and not shown', () => {
  it('is known as it was before, and asked about where another hand has changed it', async () => {
    const { files, openPane } = startDesk()
    const pane = openPane()
    const path = inFile('mine.brink')
    const token = tokenIn(await pane.ask('document:open-token', { token: files.tokenOf(path) }))
    await pane.ask('document:state', stateOf(token))
    writeFileSync(path, textOf('theirs'))
    await pane.ask('document:open-token', { token })
    await pane.ask('document:not-shown', { token })
    const own = { ...saveAs, token, elsewhere: false, text: textOf('mine again') }
    expect(await pane.ask('document:save', own)).toMatchObject({ kind: 'changed' })
    expect(readFileSync(path, 'utf8')).toBe(textOf('theirs'))
    // What watching would have told of it is told now.
    expect(pane.webContents.sent).toContainEqual(
      expect.objectContaining({ kind: 'file-changed', token, change: expect.anything() }),
    )
  })
})

describe('recovered work', () => {
  it('whose file changes while it is opened is not saved over that unasked', async () => {
    const { files, windows } = startDesk()
    const path = inFile('mine.brink')
    const entry = {
      ...{ id: randomUUID(), path, title: 'x', notedAt: new Date().toISOString() },
      ...{ text: textOf('work'), savedText: textOf('mine.brink') },
    }
    const open = files.open
    Object.assign(files, {
      open: (each: string) => {
        writeFileSync(path, textOf('theirs'))
        return open(each)
      },
    })
    windows.open({ kind: 'unsaved', entry })
    const pane = panes[0] as Pane
    const opened = (await pane.ask('document:first')) as OpenResult
    expect(opened).toMatchObject({ document: { text: entry.savedText, unsaved: { id: entry.id } } })
    const own = { ...saveAs, token: tokenIn(opened), elsewhere: false, text: entry.text }
    expect(await pane.ask('document:save', own)).toMatchObject({ kind: 'changed' })
    expect(readFileSync(path, 'utf8')).toBe(textOf('theirs'))
  })
})

describe('closing and quitting with unsaved work', () => {
  /** Questions that stay open until they are answered by hand. */
  const startAsking = async (count: number) => {
    const desk = startDesk()
    const questions: ((response: number) => void)[] = []
    showMessageBox.mockImplementation(
      () =>
        new Promise((resolve) => {
          questions.push((response) => resolve({ response, checkboxChecked: false }))
        }),
    )
    const opened: Pane[] = []
    for (let index = 0; index < count; index++) {
      const pane = desk.openPane()
      await pane.ask('document:state', stateOf(null, { isUnsaved: true }))
      opened.push(pane)
    }
    return { ...desk, questions, opened }
  }
  const rest = () => new Promise((resolve) => setTimeout(resolve, 20))

  it('asks each window that is closed for itself, and each once', async () => {
    const { questions, opened } = await startAsking(2)
    for (const pane of [...opened, ...opened]) pane.close()
    await rest()
    expect(questions).toHaveLength(2)
    for (const answer of questions) answer(1)
    await rest()
    expect(opened.map((pane) => pane.isDestroyed())).toEqual([true, true])
  })

  it('does not ask about everything while one window is being asked about', async () => {
    const { questions, opened } = await startAsking(2)
    opened[0]?.close()
    app.quit()
    await rest()
    expect(questions).toHaveLength(1)
    questions[0]?.(2)
    await rest()
    expect(opened.map((pane) => pane.isDestroyed())).toEqual([false, false])
    app.quit()
    await rest()
    expect(questions).toHaveLength(2)
  })

  it('does not ask about one window while everything is asked about', async () => {
    const { questions, opened } = await startAsking(2)
    app.quit()
    app.quit()
    opened[1]?.close()
    await rest()
    expect(questions).toHaveLength(1)
    questions[0]?.(1)
    await rest()
    expect(opened.map((pane) => pane.isDestroyed())).toEqual([true, true])
  })

  it('asks again where one was worked on while another was saved', async () => {
    const { questions, opened } = await startAsking(2)
    app.quit()
    await rest()
    questions[0]?.(0)
    await rest()
    const [first, second] = opened as [Pane, Pane]
    await first.ask('document:state', stateOf(null))
    await first.ask('window:settled', { saved: true })
    await first.ask('document:state', stateOf(null, { isUnsaved: true }))
    await second.ask('document:state', stateOf(null))
    await second.ask('window:settled', { saved: true })
    await rest()
    expect(opened.map((pane) => pane.isDestroyed())).toEqual([false, false])
    app.quit()
    await rest()
    expect(questions).toHaveLength(2)
  })
})

describe('a save elsewhere that takes long', () => {
  const startSlowSave = async () => {
    const desk = startDesk()
    const pane = desk.openPane()
    const mine = stateOf(null)
    await pane.ask('document:state', mine)
    const place = promised<string>()
    choosePlace.mockReturnValueOnce(place.promise)
    const saving = pane.ask('document:save', { ...saveAs, text: textOf('mine') })
    return { ...desk, pane, mine, place, saving }
  }

  it('does not take the window from the document that was opened meanwhile', async () => {
    const { windows, files, pane, place, saving } = await startSlowSave()
    const other = inFile('other.brink')
    const token = tokenIn(await pane.ask('document:open-token', { token: files.tokenOf(other) }))
    await pane.ask('document:state', stateOf(token))
    place.keep(at('mine.brink'))
    expect(await saving).toMatchObject({ kind: 'saved' })
    const holderOf = (path: string) => windows.takingIn(path, async (holder) => holder?.window)
    expect(await holderOf(other)).toBe(pane)
    expect(await holderOf(at('mine.brink'))).toBeUndefined()
  })

  it('leaves the file to be opened when its window was closed meanwhile', async () => {
    const { windows, pane, openPane, place, saving } = await startSlowSave()
    openPane()
    pane.close()
    place.keep(at('mine.brink'))
    expect(await saving).toMatchObject({ kind: 'saved' })
    await windows.openFile(at('mine.brink'))
    expect(panes).toHaveLength(3)
  })
})
