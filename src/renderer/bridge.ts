import type { Bridge } from '../ipc/bridge'

declare global {
  interface Window {
    /** Shown by the preload script. */
    readonly brink: Bridge
  }
}

export const bridge: Bridge = window.brink
