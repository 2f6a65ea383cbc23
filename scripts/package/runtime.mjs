import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { findElectron } from '../electron-binary.mjs'
import { STAND_IN, standInFits } from '../electron-stand-in.mjs'
import { at, Stop, say } from '../run.mjs'

const folder = at('node_modules', 'electron')
const ofElectron = createRequire(join(folder, 'install.js'))

/** SHA-256 of every archive of the pinned version, as Electron publishes them with the package. */
export const officialChecksums = () => ofElectron('./checksums.json')

export const pinnedVersion = () => ofElectron('./package.json').version

/** Whether the runtime of this checkout is Electron's own, and not the stand-in. */
export function runtimeInPlace() {
  const found = findElectron()
  if (!found) throw new Stop('package: Electron is not there; run `node scripts/setup.mjs`')
  const isStandIn = standInFits() && found.version === STAND_IN.version
  return { version: found.version, isOfficial: !isStandIn }
}

/**
 * Puts a runtime for Linux into a folder of its own. The official one comes fresh out of
 * its archive, which must have the sum that Electron published: what lies unpacked in a
 * checkout may have been changed since.
 */
export async function putLinuxRuntime(target, { version, isOfficial }) {
  mkdirSync(target, { recursive: true })
  if (isOfficial) return unpackOfficial(target, version)
  say(`package: on the stand-in runtime ${version}: for tests, not to be handed out`)
  cpSync(join(folder, 'dist'), target, { recursive: true, dereference: true })
}

async function unpackOfficial(target, version) {
  const { downloadArtifact } = ofElectron('@electron/get')
  const { extract } = ofElectron('@electron-internal/extract-zip')
  const archive = await downloadArtifact({
    version,
    artifactName: 'electron',
    platform: 'linux',
    arch: process.arch,
    cacheRoot: process.env.electron_config_cache,
    checksums: officialChecksums(),
  })
  await extract(archive, { dir: target })
  const unpacked = readFileSync(join(target, 'version'), 'utf8').trim().replace(/^v/, '')
  if (unpacked !== version) throw new Stop(`package: Electron’s archive holds ${unpacked}`)
}
