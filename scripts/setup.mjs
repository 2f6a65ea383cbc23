import { readFileSync } from 'node:fs'
import { ensureElectron } from './electron-binary.mjs'
import { at, npm, runIfStarted, Stop, say } from './run.mjs'
import { ensureLibraries } from './shared-libraries.mjs'
import { ensureTestTools } from './test-tools.mjs'

const OLDEST_NODE = [20, 19]

/**
 * Brings a checkout to where Brink can be built and run. It may be called before
 * every run: it looks at what is there and does only what is missing. What only some
 * tests need of the system is looked for with `forTests`.
 */
export async function setUp({ quiet = false, forTests = false } = {}) {
  checkNode()
  const installed = await ensurePackages()
  const electron = await ensureElectron()
  const completed = await ensureLibraries(electron.executable)
  const equipped = forTests && (await ensureTestTools())
  const changed = installed || electron.fetched || completed || equipped
  if (!quiet && !changed) say('set-up: everything is in place')
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [oldestMajor, oldestMinor] = OLDEST_NODE
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  throw new Stop(
    `this is Node ${process.versions.node}; Brink needs ${OLDEST_NODE.join('.')} or newer`,
  )
}

async function ensurePackages() {
  if (packagesMatchLockfile()) return false
  say('set-up: installing packages (npm ci) …')
  // NODE_ENV=production would leave out the tools that build and test.
  const { code } = await npm(['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund'])
  if (code !== 0) {
    throw new Stop(
      'set-up: npm ci failed (see above). Is the package registry reachable, and the disk not full?',
    )
  }
  return true
}

/**
 * npm writes the inner lockfile when an install is complete, so comparing the two
 * sees an interrupted install, and also that `npm install` was run by hand.
 */
function packagesMatchLockfile() {
  const wanted = readJson(at('package-lock.json'))?.packages
  const present = readJson(at('node_modules', '.package-lock.json'))?.packages
  if (!wanted) throw new Stop('set-up: package-lock.json is missing or damaged')
  if (!present) return false
  const same = (name) =>
    wanted[name]?.version === present[name]?.version &&
    wanted[name]?.integrity === present[name]?.integrity
  const leftOut = (name) => !(name in present) && wanted[name].optional
  return (
    Object.keys(present).every(same) &&
    Object.keys(wanted).every((name) => name === '' || same(name) || leftOut(name))
  )
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

await runIfStarted(import.meta.url, () => setUp())
