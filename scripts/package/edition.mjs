import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { at, root, Stop } from '../run.mjs'

/**
 * What a package is called. One built on a runtime that cannot be checked is marked as for
 * development wherever its name or version is read.
 */
export function editionOf({ isOfficial }) {
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
  return {
    version: isOfficial ? version : `${version}-dev`,
    // Sorts before the release of the same number.
    debianVersion: isOfficial ? version : `${version}~dev`,
    packageName: isOfficial ? 'brink' : 'brink-dev',
    title: isOfficial ? 'Brink' : 'Brink (dev)',
    isOfficial,
  }
}

/** Seconds since 1970 of what is built, which every date inside a package is. */
export function sourceDate() {
  const given = process.env.SOURCE_DATE_EPOCH
  if (given !== undefined) {
    if (/^\d{1,12}$/.test(given)) return Number(given)
    throw new Stop('package: SOURCE_DATE_EPOCH is not a number of seconds')
  }
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status === 0 && /^\d+\n$/.test(stdout)) return Number(stdout)
  throw new Stop(
    'package: the date of what is built is not known: build in a git checkout, or set SOURCE_DATE_EPOCH',
  )
}
