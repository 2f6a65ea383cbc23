import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { STAND_IN, standInFits, unpackStandIn } from './electron-stand-in.mjs'
import { at, run, Stop, say } from './run.mjs'

const PROBE_MS = 5_000
const DOWNLOAD_MS = 15 * 60_000

const folder = at('node_modules', 'electron')
const dist = join(folder, 'dist')
const pathFile = join(folder, 'path.txt')
const scratchPrefix = '.brink-electron-'

/** Makes sure that Electron's binary is in place; `fetched` tells whether it had to be got. */
export async function ensureElectron() {
  const present = findElectron()
  if (present) return { ...present, fetched: false }
  clearLeftovers()
  if (!(await fetchOfficial())) await fetchStandIn()
  const found = findElectron()
  if (!found) throw new Stop(`set-up: Electron is not complete in ${dist}; delete it and try again`)
  return { ...found, fetched: true }
}

/** Null unless a whole binary of an expected version is there: path.txt is written last. */
export function findElectron() {
  try {
    const executable = join(dist, readFileSync(pathFile, 'utf8'))
    const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
    const expected = [pinnedVersion(), ...(standInFits() ? [STAND_IN.version] : [])]
    const whole = expected.includes(version) && statSync(executable).size > 0
    return whole ? { executable, version } : null
  } catch {
    return null
  }
}

function pinnedVersion() {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
}

function clearLeftovers() {
  rmSync(pathFile, { force: true })
  rmSync(dist, { recursive: true, force: true })
  for (const name of readdirSync(at('node_modules'))) {
    if (name.startsWith(scratchPrefix)) {
      rmSync(at('node_modules', name), { recursive: true, force: true })
    }
  }
}

async function fetchOfficial() {
  const version = pinnedVersion()
  const refusal = await probe(await officialAddress(version))
  if (refusal) {
    say(`set-up: Electron's own download does not answer here (${refusal})`)
    return false
  }
  say(`set-up: downloading Electron ${version} (about 115 MB) …`)
  const installer = join(folder, 'install.js')
  const { code } = await run(process.execPath, [installer], { timeout: DOWNLOAD_MS })
  if (code === 0) return true
  say("set-up: Electron's own download failed (see above)")
  clearLeftovers()
  return false
}

/** Asked of Electron's downloader, so that a mirror set for it is probed and not its default. */
async function officialAddress(version) {
  const inDownloader = (file) => pathToFileURL(at('node_modules/@electron/get/dist', file)).href
  const { getArtifactRemoteURL } = await import(inDownloader('artifact-utils.js'))
  const { getHostArch } = await import(inDownloader('utils.js'))
  return getArtifactRemoteURL({
    version: `v${version}`,
    artifactName: 'electron',
    platform: process.platform,
    arch: getHostArch(),
  })
}

/** Answers why the address cannot be used, or null when it can. */
async function probe(address) {
  try {
    const signal = AbortSignal.timeout(PROBE_MS)
    const answer = await fetch(address, { method: 'HEAD', signal })
    return answer.ok ? null : `status ${answer.status}`
  } catch (error) {
    if (error.name === 'TimeoutError') return `no answer in ${PROBE_MS / 1000} s`
    return error.cause?.code ?? error.message
  }
}

async function fetchStandIn() {
  if (!standInFits()) {
    throw new Stop(
      `set-up: Electron ${pinnedVersion()} could not be downloaded, and there is no other source ` +
        `for ${process.platform}-${process.arch}. Connect to the network, or set ELECTRON_MIRROR ` +
        'to a mirror that answers, and run this again.',
    )
  }
  // Inside node_modules, so that the rename stays on one file system.
  const scratch = mkdtempSync(at('node_modules', scratchPrefix))
  try {
    renameSync(await unpackStandIn(scratch), dist)
    writeFileSync(pathFile, 'electron')
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
