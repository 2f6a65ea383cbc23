export declare function bundledPackages(): readonly {
  readonly name: string
  readonly version: string
  readonly license: string
  /** Empty where the package carries none. */
  readonly text: string
}[]
