import { expect, it } from 'vitest'
import type { Command } from '../../src/ipc/contract'
import { createCommandQueue } from '../../src/main/windows/command-queue'

it('commands wait, in order, until the page listens', () => {
  const delivered: string[] = []
  const queue = createCommandQueue((command: Command) => delivered.push(command.kind))
  queue.send({ kind: 'open' })
  queue.send({ kind: 'save' })
  expect(delivered).toEqual([])
  queue.open()
  queue.send({ kind: 'undo' })
  queue.open()
  expect(delivered).toEqual(['open', 'save', 'undo'])
})

it('commands wait again while the page is being loaded once more', () => {
  const delivered: string[] = []
  const queue = createCommandQueue((command: Command) => delivered.push(command.kind))
  queue.open()
  queue.hold()
  queue.send({ kind: 'save' })
  queue.hold()
  expect(delivered).toEqual([])
  queue.open()
  expect(delivered).toEqual(['save'])
})
