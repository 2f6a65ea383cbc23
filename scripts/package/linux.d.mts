import type { Runtime } from './runtime.mjs'

export declare function layOutLinux(
  folder: string,
  parts: {
    readonly runtime: Runtime
    readonly archive: string
    readonly papers: Readonly<Record<string, string>>
  },
): Promise<void>
