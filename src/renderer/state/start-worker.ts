/** Starts the engine's thread. */
export const startWorker = (): Worker =>
  new Worker(new URL('../../engine/forecast-worker.ts', import.meta.url), { type: 'module' })
