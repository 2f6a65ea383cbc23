import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { MARK_SHAPES } from '../../src/renderer/components/brink-mark'

it('the mark on the page is the icon, shape by shape', () => {
  const file = join(import.meta.dirname, '..', '..', 'build', 'icon', 'brink.svg')
  const shapes = [...readFileSync(file, 'utf8').matchAll(/<path fill="([^"]+)" d="([^"]+)"/g)]
  expect(shapes.map(([, fill, d]) => ({ fill, d }))).toEqual(MARK_SHAPES)
})
