import { expect, test } from 'vitest'
import { isOfThisMachine } from '../../src/main/documents/dropped-path'

test.each([
  ['/home/a/b.brink', 'linux', true],
  ['/media/stick/b.brink', 'linux', true],
  ['/home/a\\b.brink', 'linux', true],
  ['//server/share/b.brink', 'linux', false],
  ['b.brink', 'linux', false],
  ['../b.brink', 'linux', false],
  ['', 'linux', false],
  ['/Volumes/STICK/b.brink', 'darwin', true],
  ['//server/share/b.brink', 'darwin', false],
  ['C:\\Users\\a\\b.brink', 'win32', true],
  ['z:/b.brink', 'win32', true],
  ['\\\\server\\share\\b.brink', 'win32', false],
  ['//server/share/b.brink', 'win32', false],
  ['\\/server\\share\\b.brink', 'win32', false],
  ['\\\\?\\UNC\\server\\share\\b.brink', 'win32', false],
  ['\\\\.\\pipe\\x', 'win32', false],
  ['\\??\\UNC\\server\\share\\b.brink', 'win32', false],
  ['\\b.brink', 'win32', false],
  ['C:b.brink', 'win32', false],
  ['', 'win32', false],
] as const)('a path dropped as %j on %s may be opened: %s', (path, platform, isOpened) => {
  expect(isOfThisMachine(path, platform)).toBe(isOpened)
})
