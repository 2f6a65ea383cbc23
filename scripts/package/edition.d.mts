export interface Edition {
  readonly version: string
  readonly debianVersion: string
  readonly packageName: string
  readonly title: string
  readonly isOfficial: boolean
}

export declare function editionOf(runtime: { readonly isOfficial: boolean }): Edition
