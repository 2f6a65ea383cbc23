import type { Command } from '../../ipc/contract'

export interface CommandQueue {
  send(command: Command): void
  /** From here on commands are delivered at once. */
  open(): void
  /** From here on they are held again, until it is opened once more. */
  hold(): void
}

/** Holds what is asked of a page that does not listen yet, such as a file handed over at start. */
export function createCommandQueue(deliver: (command: Command) => void): CommandQueue {
  let held: Command[] | undefined = []
  return {
    send: (command) => {
      if (held) held.push(command)
      else deliver(command)
    },
    open: () => {
      const waiting = held ?? []
      held = undefined
      for (const command of waiting) deliver(command)
    },
    hold: () => {
      held ??= []
    },
  }
}
