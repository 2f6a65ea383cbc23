import { beforeEach, describe, expect, it } from 'vitest'
import type { FileChange } from '../../src/ipc/contract'
import { changesBetween, sayChanges } from '../../src/renderer/features/document/changes'
import {
  selectIsEdited,
  selectIsUnsaved,
  selectScenario,
  useDocument,
} from '../../src/renderer/state/document-store'
import { setNote } from '../../src/renderer/state/edits'
import { baselineScenario } from '../bundled'

const scenario = baselineScenario()
const TOKEN = '00000000-0000-4000-8000-000000000000'
const GONE: FileChange = {
  fileName: 'a.brink',
  kind: 'gone',
  theirs: null,
  isNewer: false,
  details: [],
  seen: 'absent',
}

const isEdited = (): boolean => selectIsEdited(useDocument.getState())
const isUnsaved = (): boolean => selectIsUnsaved(useDocument.getState())
const titled = (title: string) => (before: typeof scenario) => ({ ...before, title })

beforeEach(() => useDocument.getState().open({ scenario, token: TOKEN, fileName: 'a.brink' }))

describe('a document whose file another hand has changed', () => {
  it('is unsaved until it is saved, theirs are taken, or the file is as it was', () => {
    const { noteFileChange, markSaved, takeTheirs } = useDocument.getState()
    expect(isUnsaved()).toBe(false)
    for (const settle of [
      () => markSaved(useDocument.getState().id, scenario, TOKEN, 'a.brink'),
      () => takeTheirs(titled('theirs')(scenario)),
      () => noteFileChange(undefined),
    ]) {
      noteFileChange(GONE)
      expect(isUnsaved()).toBe(true)
      settle()
      expect([isEdited(), isUnsaved()]).toEqual([false, false])
    }
  })

  it('stays unsaved through an edit and its undoing', () => {
    const { noteFileChange, edit, undo } = useDocument.getState()
    noteFileChange(GONE)
    edit(titled('mine'))
    expect([isEdited(), isUnsaved()]).toEqual([true, true])
    undo()
    expect([isEdited(), isUnsaved()]).toEqual([false, true])
  })

  it('hands nothing of that on to the document that takes its place', () => {
    useDocument.getState().noteFileChange(GONE)
    useDocument.getState().open({ scenario, token: null, fileName: '' })
    expect(isUnsaved()).toBe(false)
  })
})

describe('edits within a gesture', () => {
  it('are one step, and what follows is another', () => {
    const { inGesture, edit, undo, endGesture } = useDocument.getState()
    for (const title of ['a', 'ab', 'abc']) inGesture('text', () => edit(titled(title)))
    endGesture()
    edit(titled('later'))
    undo()
    expect(selectScenario(useDocument.getState()).title).toBe('abc')
    undo()
    expect(selectScenario(useDocument.getState()).title).toBe(scenario.title)
  })
})

describe('what differs', () => {
  it('tells apart two drivers of one name', () => {
    const [one, two] = scenario.case.drivers as unknown as [{ id: string }, { id: string }]
    const drivers = scenario.case.drivers.map((driver) => ({ ...driver, label: 'Same' }))
    const before = { ...scenario, case: { ...scenario.case, drivers } }
    const after = setNote(setNote(before, one.id, 'first'), two.id, 'second')
    const changes = changesBetween(before, after)
    expect(changes.map(({ after: is }) => is)).toEqual(['first', 'second'])
    expect(new Set(changes.map(({ key }) => key)).size).toBe(2)
  })
  it('is said in one line of the first thing and how many more', () => {
    const before = { ...scenario, title: 'One', summary: 'a' }
    expect(sayChanges(before, before)).toMatch(/^As the one before/)
    expect(sayChanges(before, { ...before, title: 'Two' })).toBe('Title from One to Two')
    const both = { ...before, title: 'Two', summary: 'b' }
    expect(sayChanges(before, both)).toBe('Title from One to Two, and 1 more change')
    const id = scenario.case.drivers[0]?.id ?? ''
    expect(sayChanges(before, setNote(both, id, 'c'))).toMatch(/, and 2 more changes$/)
  })
})
