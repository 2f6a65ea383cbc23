import { expect, it } from 'vitest'
import { titleOf } from '../../src/main/documents/title-of'

it.each([
  ['{"title": "A title"}', 'A title'],
  ['{"title": " "}', undefined],
  ['{"title": 3}', undefined],
  ['{}', undefined],
  ['null', undefined],
  ['[1]', undefined],
  ['not JSON', undefined],
  ['', undefined],
])('the title in %s is %s', (text, title) => {
  expect(titleOf(text)).toBe(title)
})
