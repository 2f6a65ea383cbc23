import { appendFileSync, chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ran } from './packages'

/** What a desktop has, and a hand to type on it. */
const DESKTOP = [
  ...['xvfb', 'xauth', 'dbus', 'fonts-dejavu-core', 'xdg-utils', 'libglib2.0-bin'],
  ...['desktop-file-utils', 'shared-mime-info', 'xdotool', 'x11-utils'],
]
/** The start of a line that asks nothing. */
export const APT = 'DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends'

/** Not counted: what the system itself writes as it works. */
const OWN_TO_THE_SYSTEM = ['proc', 'dev', 'run', 'tmp', 'var/cache', 'var/log', 'var/lib/apt']

const OFFLINE = ['--net', '--mount', '--propagation', 'private']

/** Its root is moved and not changed: whoever is in a changed root may make no namespace. */
const INSIDE = `
mount --rbind "$1" "$1" && cd "$1" && pivot_root . mnt && umount --lazy /mnt &&
  exec su - analyst -c 'sh -s'
`

export interface CleanRoot {
  readonly path: string
  /** Runs a line as root. */
  root(line: string): string
  /** Runs a script as an ordinary user, with no way to any network. */
  analyst(script: string): string
  /** Every file there is, but for the user’s own and what the system writes as it works. */
  files(): string[]
  install(file: string): void
  remove(): void
}

/** A fresh Debian with a desktop and one ordinary user; nothing of this machine is in it. */
export function makeCleanRoot(): CleanRoot {
  const path = mkdtempSync(join(tmpdir(), 'brink-root-'))
  // Of a temporary folder only its maker may see anything.
  chmodSync(path, 0o755)
  ran('debootstrap', ['--variant=minbase', '--include=ca-certificates', 'bookworm', path])
  ran('mount', ['-t', 'proc', 'proc', join(path, 'proc')])
  ran('mount', ['--rbind', '/dev', join(path, 'dev')])
  ran('mount', ['--make-rslave', join(path, 'dev')])
  const root = (line: string): string => ran('chroot', [path, 'sh', '-c', line])
  copyFileSync('/etc/resolv.conf', join(path, 'etc/resolv.conf'))
  root(`${APT} update && ${APT} install ${DESKTOP.join(' ')}`)
  root('useradd --create-home analyst')
  appendFileSync(join(path, 'home/analyst/.profile'), 'export XDG_CURRENT_DESKTOP=GNOME\n')
  return {
    path,
    root,
    analyst: (script) => ran('unshare', [...OFFLINE, 'sh', '-c', INSIDE, 'sh', path], script),
    files: () => {
      const left = OWN_TO_THE_SYSTEM.map((each) => `-path ./${each}`).join(' -o ')
      return root(
        `cd / && find . -xdev \\( ${left} -o -path ./home \\) -prune -o -print | sort`,
      ).split('\n')
    },
    install: (file) => {
      copyFileSync(file, join(path, 'tmp/package.deb'))
      root(`${APT} install /tmp/package.deb`)
    },
    remove: () => {
      for (const each of ['dev', 'proc']) ran('umount', ['--lazy', join(path, each)])
      rmSync(path, { recursive: true, force: true })
    },
  }
}

/** Shell that starts a screen, and has ways to wait for a window by the words in its title. */
export const SCREEN = `
Xvfb :9 -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 &
screen=$!
export DISPLAY=:9
trap 'kill $screen' EXIT
for _ in $(seq 100); do xdpyinfo >/dev/null 2>&1 && break; sleep 0.1; done
titled() { xdotool search --onlyvisible --name "$1" 2>/dev/null | head -1; }
window_titled() {
  for _ in $(seq 150); do
    found=$(titled "$1")
    [ -n "$found" ] && { echo "$found"; return; }
    sleep 0.2
  done
  echo "no window titled $1" >&2
  exit 1
}
gone() {
  for _ in $(seq 100); do pgrep -u "$(id -u)" brink-app >/dev/null || return 0; sleep 0.1; done
  echo 'Brink is still there' >&2
  exit 1
}
`
