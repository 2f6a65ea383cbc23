import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Input } from '../../src/ipc/contract'
import { chainScenario } from '../scenarios'

type Answer = (isNoted: boolean) => void
const asked = vi.hoisted(() => ({ notes: [] as { title: string; answer: Answer; fail(): void }[] }))
vi.mock('../../src/renderer/bridge', () => ({
  bridge: {
    noteUnsaved: ({ title }: Input<'document:note'>) =>
      new Promise<boolean>((answer, reject) => {
        asked.notes.push({ title, answer, fail: () => reject(new Error('no')) })
      }),
  },
}))
const { startNoting } = await import('../../src/renderer/features/document/note-unsaved')
const { useDocument } = await import('../../src/renderer/state/document-store')
const { setView, useView } = await import('../../src/renderer/state/view-store')

const scenario = chainScenario({ rungs: 2, rates: { '0>1': 0.1 } })
const edit = (title: string): void => useDocument.getState().edit((old) => ({ ...old, title }))
const titles = (): string[] => asked.notes.map(({ title }) => title)
const isTold = (): boolean => !useView.getState().isUnsavedNoted
const pass = (duration: number) => vi.advanceTimersByTimeAsync(duration)

vi.useFakeTimers()
startNoting()
beforeEach(() => {
  useDocument.getState().open({ scenario, token: null, fileName: '' })
  setView({ isUnsavedNoted: true })
  asked.notes.length = 0
})
afterEach(() => vi.clearAllTimers())

describe('unsaved work', () => {
  it('is noted soon after a change, once for many', async () => {
    for (const title of ['a', 'b', 'c']) edit(title)
    await pass(650)
    expect(titles()).toEqual(['c'])
    asked.notes[0]?.answer(true)
    await pass(10_000)
    expect(titles()).toEqual(['c'])
    expect(isTold()).toBe(false)
  })

  it('that a disk that hangs does not take is told within the two seconds promised', async () => {
    edit('a')
    await pass(2000)
    expect(isTold()).toBe(true)
    asked.notes[0]?.answer(true)
    await pass(0)
    expect(isTold()).toBe(false)
  })

  it.each([
    ['refused', (at: number) => asked.notes[at]?.answer(false)],
    ['not heard', (at: number) => asked.notes[at]?.fail()],
  ])('that was %s is told and tried again, also if nothing more is changed', async (_, refuse) => {
    edit('a')
    await pass(650)
    refuse(0)
    await pass(0)
    expect(isTold()).toBe(true)
    await pass(10_000)
    expect(titles()).toEqual(['a', 'a'])
    asked.notes[1]?.answer(true)
    await pass(30_000)
    expect(titles()).toHaveLength(2)
    expect(isTold()).toBe(false)
  })

  it('is not told to be safe by the answer to an older note', async () => {
    edit('a')
    await pass(650)
    edit('b')
    await pass(2000)
    expect(titles()).toEqual(['a', 'b'])
    asked.notes[0]?.answer(true)
    await pass(0)
    expect(isTold()).toBe(true)
  })

  it('is not noted any more once it is saved', async () => {
    edit('a')
    await pass(650)
    asked.notes[0]?.answer(false)
    await pass(0)
    const { id, history } = useDocument.getState()
    const token = crypto.randomUUID()
    useDocument.getState().markSaved(id, history.present.scenario, token, 'a.brink')
    await pass(30_000)
    expect(titles()).toEqual(['a'])
  })
})
