import { expect, test, vi } from 'vitest'
import { folderBeside } from '../../src/main/portable'

vi.mock('electron', () => ({ app: {}, dialog: {} }))

test('what is kept beside the program lies in the folder that holds it', () => {
  expect(folderBeside('/media/stick/brink-0.1.0/brink-app', 'linux')).toBe(
    '/media/stick/brink-0.1.0',
  )
  // A name that only looks like that of a program on another system.
  expect(folderBeside('/media/my.app/brink/brink-app', 'linux')).toBe('/media/my.app/brink')
  expect(folderBeside('/Volumes/STICK/Brink.app/Contents/MacOS/Brink', 'darwin')).toBe(
    '/Volumes/STICK',
  )
})
