export interface Runtime {
  readonly version: string
  readonly isOfficial: boolean
}

export declare function runtimeInPlace(): Runtime
