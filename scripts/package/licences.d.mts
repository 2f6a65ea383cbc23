export interface BundledPackage {
  readonly name: string
  readonly version: string
  readonly license: string
  /** Empty where the package carries none. */
  readonly text: string
  readonly integrity?: string
  readonly dependencies: readonly string[]
}

export declare function bundledPackages(): readonly BundledPackage[]

export declare function thirdPartyLicences(
  packages: readonly BundledPackage[],
  about: { readonly version: string; readonly ownLicence: string },
): string
