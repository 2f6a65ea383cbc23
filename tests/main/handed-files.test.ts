import { expect, it } from 'vitest'
import { createHandedFiles } from '../../src/main/windows/handed-files'

it('files handed over before there is a window wait for it, in order, and none is dropped', () => {
  const handed = createHandedFiles('first')
  handed.give('second')
  handed.give(undefined)
  handed.give('third')
  const taken: (string | undefined)[] = []
  expect(handed.take((path) => taken.push(path))).toEqual(['first', 'second', 'third'])
  handed.give('fourth')
  handed.give(undefined)
  expect(taken).toEqual(['fourth', undefined])
})

it('a start without a file takes the first one handed over meanwhile', () => {
  const handed = createHandedFiles(undefined)
  handed.give('a')
  expect(handed.take(() => undefined)).toEqual(['a'])
})
