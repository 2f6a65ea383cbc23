import { run, Stop, say } from './run.mjs'
import { hasAptGet, installLines, installPackages, isRoot } from './system-packages.mjs'

/** What Electron loads from the system, by Debian's names; some grew a suffix in 2024. */
const PACKAGES = [
  { name: 'libgtk-3-0', renamed: true },
  { name: 'libnss3' },
  { name: 'libasound2', renamed: true },
  { name: 'libgbm1' },
  { name: 'libxss1' },
  { name: 'libxtst6' },
  { name: 'libatspi2.0-0', renamed: true },
  { name: 'libnotify4' },
  { name: 'libsecret-1-0' },
]

/** Installs what the binary cannot find, where it may; answers whether it had to. */
export async function ensureLibraries(executable) {
  if (process.platform !== 'linux') return false
  const missing = await missingLibraries(executable)
  if (missing.length === 0) return false
  say(`set-up: Electron needs shared libraries this system lacks: ${missing.join(', ')}`)
  if (!hasAptGet()) {
    throw new Stop('set-up: install the libraries named above (GTK 3, NSS, ALSA …) and try again')
  }
  const names = await packageNames()
  if (!isRoot()) {
    throw new Stop(
      'set-up: installing them needs rights you do not have here. Run\n\n' +
        `${installLines(names)}\n` +
        'and then the same command again.',
    )
  }
  if (!(await installPackages(names))) {
    throw new Stop(`set-up: apt-get could not install ${names.join(' ')} (see above)`)
  }
  const stillMissing = await missingLibraries(executable)
  if (stillMissing.length > 0) {
    throw new Stop(`set-up: still missing after the install: ${stillMissing.join(', ')}`)
  }
  return true
}

async function missingLibraries(executable) {
  const { output } = await run('ldd', [executable], { capture: true, env: { LC_ALL: 'C' } })
  const names = [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
  return [...new Set(names)]
}

async function packageNames() {
  // A system past Debian's 64-bit time change has at least one package of the new names.
  const query = ['-W', '-f', '$' + '{db:Status-Status} $' + '{Package}\n', 'lib*t64']
  const { output } = await run('dpkg-query', query, { capture: true, env: { LC_ALL: 'C' } })
  const isRenamed = /^installed /m.test(output)
  return PACKAGES.map(({ name, renamed }) => (renamed && isRenamed ? `${name}t64` : name))
}
