import type { Edition } from './edition.mjs'
import type { BundledPackage } from './licences.mjs'
import type { Runtime } from './runtime.mjs'

export declare function billOfMaterials(
  edition: Edition,
  runtime: Runtime,
  packages: readonly BundledPackage[],
): string
