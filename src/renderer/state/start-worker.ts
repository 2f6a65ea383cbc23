interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL(address: string): string }): unknown
}

/**
 * The page's policy lets no text become a script, nor an address one; only the
 * engine's own worker is let through.
 */
function trustEngineWorker(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => {
      const { origin, pathname } = new URL(address, location.href)
      const isEngine = /^\/assets\/forecast-worker-[\w-]+\.js$/.test(pathname)
      if (origin !== location.origin || !isEngine) throw new TypeError('not a script of Brink’s')
      return address
    },
  })
}

/** Starts the engine's thread; a page has one. */
export function startWorker(): Worker {
  trustEngineWorker()
  return new Worker(new URL('../../engine/forecast-worker.ts', import.meta.url), { type: 'module' })
}
