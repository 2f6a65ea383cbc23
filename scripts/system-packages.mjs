import { existsSync } from 'node:fs'
import { run, say } from './run.mjs'

const APT_GET = '/usr/bin/apt-get'

export const hasAptGet = () => existsSync(APT_GET)

export const isRoot = () => process.getuid?.() === 0

/** The lines that someone with the rights would type. */
export const installLines = (names) =>
  '    sudo apt-get update\n' +
  `    sudo apt-get install -y --no-install-recommends ${names.join(' ')}\n`

/** Installs Debian packages; answers whether apt-get could. */
export async function installPackages(names) {
  say(`set-up: installing ${names.join(' ')} with apt-get …`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  // A list of packages that could not be renewed may still do; the install itself decides.
  await run(APT_GET, ['update', '-q'], { env })
  const options = ['install', '-y', '-q', '--no-install-recommends']
  const { code } = await run(APT_GET, [...options, ...names], { env })
  return code === 0
}
