type Task = () => Promise<void>

interface Place {
  task: Task
  readonly done: Promise<void>
}

/** Tasks by key, of which only the newest that waits is worth doing. */
export interface LastOfEach {
  /**
   * Does the task once no other of its key is under way. One that still waits then is left
   * out, and who asked for it is answered by how the newer one ended.
   */
  run(key: string, task: Task): Promise<void>
  /** Resolves when nothing is under way or waits, however it ended. */
  settled(): Promise<void>
}

export function lastOfEach(): LastOfEach {
  const waiting = new Map<string, Place>()
  const newest = new Map<string, Promise<void>>()
  return {
    run: (key, task) => {
      const place = waiting.get(key)
      if (place) {
        place.task = task
        return place.done
      }
      const former = (newest.get(key) ?? Promise.resolve()).catch(() => undefined)
      const done = former
        .then(() => {
          const last = waiting.get(key)?.task
          waiting.delete(key)
          return last?.()
        })
        .finally(() => {
          if (newest.get(key) === done) newest.delete(key)
        })
      waiting.set(key, { task, done })
      newest.set(key, done)
      return done
    },
    settled: async () => {
      while (newest.size > 0) await Promise.allSettled(newest.values())
    },
  }
}
