export interface Runtime {
  readonly version: string
  readonly isOfficial: boolean
}

export declare function runtimeInPlace(): Runtime

export declare function pinnedVersion(): string

/** Rejects where the official archive is not what Electron published. */
export declare function putLinuxRuntime(target: string, runtime: Runtime): Promise<void>
