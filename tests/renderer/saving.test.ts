import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Input, SaveResult } from '../../src/ipc/contract'
import { chainScenario } from '../scenarios'

type Asked = Input<'document:save'> & { answer(result: SaveResult): void }
const asked = vi.hoisted(() => ({ saves: [] as Asked[] }))
vi.mock('../../src/renderer/bridge', () => ({
  bridge: {
    save: (input: Input<'document:save'>) =>
      new Promise<SaveResult>((answer) => asked.saves.push({ ...input, answer })),
    setDocumentState: async () => undefined,
  },
}))
vi.mock('../../src/renderer/features/document/fields', () => ({
  commitFocusedField: () => undefined,
  hasHalfTyped: () => false,
}))
const { putAwayFailure, save } = await import('../../src/renderer/features/document/saving')
const { selectIsUnsaved, useDocument } = await import('../../src/renderer/state/document-store')
const { setView, useView } = await import('../../src/renderer/state/view-store')

vi.useFakeTimers()
const scenario = chainScenario({ rungs: 2, rates: { '0>1': 0.1 } })
const edit = (title: string): void => useDocument.getState().edit((old) => ({ ...old, title }))
const pass = (duration: number) => vi.advanceTimersByTimeAsync(duration)
const [OWN, ELSEWHERE] = [crypto.randomUUID(), crypto.randomUUID()]
const savedIn = (token: string, fileName: string): SaveResult => ({
  ...{ kind: 'saved', token, fileName, notes: [] },
})
const notice = (): string => useView.getState().notice?.title ?? ''

beforeEach(() => {
  asked.saves.length = 0
  setView({ notice: undefined })
  useDocument.getState().open({ scenario, token: OWN, fileName: 'own.brink' })
})

describe('a save', () => {
  it('waits for the one before it', async () => {
    edit('a')
    const first = save(false)
    const second = save(false)
    await pass(10_000)
    expect(asked.saves).toHaveLength(1)
    asked.saves[0]?.answer(savedIn(OWN, 'own.brink'))
    expect(await first).toBe(true)
    await pass(0)
    asked.saves[1]?.answer(savedIn(OWN, 'own.brink'))
    expect(await second).toBe(true)
  })

  it('that failed leaves the document unsaved, and says so', async () => {
    edit('a')
    const saving = save(false)
    await pass(0)
    asked.saves[0]?.answer({ kind: 'failed', title: 'own.brink was not saved.', details: ['why'] })
    expect(await saving).toBe(false)
    const { saved, token, fileName } = useDocument.getState()
    expect([saved, token, fileName]).toEqual([scenario, OWN, 'own.brink'])
    expect(useView.getState().notice).toMatchObject({ kind: 'problem', details: ['why'] })

    const again = save(false)
    await pass(0)
    asked.saves[1]?.answer(savedIn(OWN, 'own.brink'))
    expect(await again).toBe(true)
    expect(useView.getState().notice).toBeUndefined()
  })

  it.each<[string, boolean, Partial<SaveResult>, string, boolean]>([
    ['to its own file', false, {}, 'failed', true],
    ['to a place just chosen', true, {}, 'failed-elsewhere', true],
    ['that the disk did not confirm', false, { isUnconfirmed: true }, 'unconfirmed', false],
  ])(
    'that failed is no longer told once nothing is left unsaved: %s',
    async (_, elsewhere, how, told, goes) => {
      edit('a')
      const saving = save(elsewhere)
      await pass(0)
      asked.saves[0]?.answer({ kind: 'failed', title: 'No.', details: [], ...how } as SaveResult)
      await saving
      expect(useView.getState().notice?.save).toBe(told)
      putAwayFailure()
      expect(useView.getState().notice === undefined).toBe(goes)
    },
  )

  it('as a copy beside what another hand has put there is not offered under its name', async () => {
    const suggested = () => asked.saves.at(-1)?.suggestedName
    edit('a')
    void save(true)
    await pass(0)
    expect(suggested()).toBe('own.brink')
    asked.saves.at(-1)?.answer({ kind: 'cancelled' })
    const change = { fileName: 'own.brink', theirs: null, details: [], isNewer: false, seen: 'x' }
    useDocument.getState().noteFileChange({ ...change, kind: 'changed' })
    void save(true)
    await pass(0)
    expect(suggested()).toBe('own (mine).brink')
    asked.saves.at(-1)?.answer({ kind: 'cancelled' })
    useDocument.getState().noteFileChange({ ...change, kind: 'gone' })
    void save(true)
    await pass(0)
    expect(suggested()).toBe('own.brink')
    asked.saves.at(-1)?.answer({ kind: 'cancelled' })
  })

  it('of a document that gave way meanwhile offers nothing that would be done with the next', async () => {
    edit('a')
    const saving = save(false)
    await pass(0)
    useDocument.getState().open({ scenario, token: ELSEWHERE, fileName: 'other.brink' })
    await pass(10_000)
    expect(useView.getState().notice).toBeUndefined()
    asked.saves[0]?.answer({ kind: 'failed', title: 'own.brink was not saved.', details: ['why'] })
    expect(await saving).toBe(false)
    expect(useView.getState().notice).toEqual({
      kind: 'problem',
      title: 'own.brink was not saved.',
      details: ['why'],
    })
  })

  it('puts away only what was told of a save before', async () => {
    const other = { kind: 'problem', title: 'Something else.', details: [] } as const
    setView({ notice: other })
    const saving = save(false)
    await pass(0)
    asked.saves[0]?.answer(savedIn(OWN, 'own.brink'))
    expect(await saving).toBe(true)
    expect(useView.getState().notice).toBe(other)
  })

  it('counts for what it wrote, and not for what was changed meanwhile', async () => {
    edit('a')
    const saving = save(false)
    await pass(0)
    edit('b')
    asked.saves[0]?.answer(savedIn(OWN, 'own.brink'))
    await saving
    expect(useDocument.getState().saved.title).toBe('a')
    expect(selectIsUnsaved(useDocument.getState())).toBe(true)
  })

  it('of a document that gave way meanwhile says nothing about the next one', async () => {
    edit('a')
    const saving = save(false)
    await pass(0)
    useDocument.getState().open({ scenario, token: ELSEWHERE, fileName: 'next.brink' })
    edit('b')
    asked.saves[0]?.answer(savedIn(OWN, 'own.brink'))
    await saving
    const { saved, token, fileName } = useDocument.getState()
    expect([saved, token, fileName]).toEqual([scenario, ELSEWHERE, 'next.brink'])
    expect(selectIsUnsaved(useDocument.getState())).toBe(true)
  })

  it('into a folder that does not answer is told of, until it does', async () => {
    edit('a')
    const saving = save(false)
    await pass(3000)
    expect(notice()).toBe('')
    await pass(3000)
    expect(notice()).toContain('is not saved yet')
    expect(useView.getState().notice?.details.join()).toContain('Save As')
    asked.saves[0]?.answer(savedIn(OWN, 'own.brink'))
    expect(await saving).toBe(true)
    expect(notice()).toBe('')
  })

  it('elsewhere does not wait for it, and is not undone by it when it ends after all', async () => {
    edit('a')
    const hanging = save(false)
    edit('b')
    const elsewhere = save(true)
    await pass(4000)
    expect(asked.saves.map(({ elsewhere: isSo }) => isSo)).toEqual([false, true])
    asked.saves[1]?.answer(savedIn(ELSEWHERE, 'elsewhere.brink'))
    expect(await elsewhere).toBe(true)
    asked.saves[0]?.answer(savedIn(OWN, 'own.brink'))
    await hanging
    const { token, fileName, saved } = useDocument.getState()
    expect([token, fileName, saved.title]).toEqual([ELSEWHERE, 'elsewhere.brink', 'b'])
  })

  it('elsewhere asks for one place at a time', async () => {
    edit('a')
    const first = save(true)
    const second = save(true)
    await pass(0)
    expect(asked.saves).toHaveLength(1)
    await pass(10_000)
    expect(asked.saves).toHaveLength(1)
    asked.saves[0]?.answer({ kind: 'cancelled' })
    expect(await first).toBe(false)
    await pass(0)
    asked.saves[1]?.answer({ kind: 'cancelled' })
    expect(await second).toBe(false)
  })

  it('that hangs still counts where going elsewhere was left', async () => {
    edit('a')
    const hanging = save(false)
    const elsewhere = save(true)
    await pass(4000)
    asked.saves[1]?.answer({ kind: 'cancelled' })
    expect(await elsewhere).toBe(false)
    asked.saves[0]?.answer(savedIn(OWN, 'own.brink'))
    expect(await hanging).toBe(true)
    expect(useDocument.getState().saved.title).toBe('a')
  })
})
