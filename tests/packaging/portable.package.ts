import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CleanRoot, makeCleanRoot, SCREEN } from './clean-root'
import { built, lackingFor, ran, root } from './packages'

const lacking = lackingFor('debootstrap', 'chroot', 'unshare', 'mount')

/** What Electron needs and a desktop has, by Debian’s names. */
const LIBRARIES = 'libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libxtst6 libatspi2.0-0 procps'

describe.skipIf(lacking !== undefined)(`from a stick${lacking ? `: ${lacking}` : ''}`, () => {
  let clean: CleanRoot
  let stick: string

  beforeAll(() => {
    clean = makeCleanRoot()
    clean.root(
      `DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install ${LIBRARIES}`,
    )
    const media = join(clean.path, 'media')
    ran('tar', ['-xzf', built('.tar.gz'), '-C', media])
    stick = `/media/${readdirSync(media)[0]}`
    copyFileSync(
      join(root, 'scenarios/iran-azerbaijan-2023-baseline.brink'),
      join(clean.path, 'home/analyst/mine.brink'),
    )
    clean.root('chown analyst /home/analyst/mine.brink')
  })
  afterAll(() => clean?.remove())

  const home = (): string => clean.analyst('find . -type f -o -type d -name Brink | sort')

  test('with --portable it keeps what it remembers beside itself, and nothing at home', () => {
    clean.root(`chown -R analyst ${stick}`)
    clean.analyst(`${SCREEN}
      ${stick}/brink --portable mine.brink >/dev/null 2>&1 &
      window=$(window_titled 'mine.brink')
      sleep 1
      xdotool key --window "$window" ctrl+q
      gone
    `)
    expect(clean.analyst(`ls ${stick}/data`)).toContain('settings.json')
    expect(clean.analyst(`cat ${stick}/data/settings.json`)).toContain('/home/analyst/mine.brink')
    expect(home()).not.toContain('Brink')
    clean.root(`rm -r ${stick}/data`)
  })

  test('from a place that cannot be written it runs, and says why it cannot be portable there', () => {
    const path = join(clean.path, stick)
    ran('mount', ['--bind', path, path])
    ran('mount', ['-o', 'remount,bind,ro', path])
    try {
      expect(clean.analyst(`${stick}/brink forecast mine.brink`)).toContain('Direct confrontation')
      clean.analyst(`${SCREEN}
        ${stick}/brink mine.brink >/dev/null 2>&1 &
        window=$(window_titled 'mine.brink')
        sleep 1
        xdotool key --window "$window" ctrl+q
        gone
      `)
      expect(() => clean.analyst(`${stick}/brink --portable forecast mine.brink`)).toThrow(
        'Brink cannot be used as portable here.',
      )
      expect(home()).toContain('./.config/Brink')
    } finally {
      ran('umount', [path])
    }
  })
})

test('the archive unpacks to one folder with a name of its own', () => {
  const target = mkdtempSync('/tmp/brink-unpacked-')
  mkdirSync(target, { recursive: true })
  ran('tar', ['-xzf', built('.tar.gz'), '-C', target])
  expect(readdirSync(target)).toEqual([expect.stringMatching(/^brink-\d+\.\d+\.\d+(-dev)?$/)])
  rmSync(target, { recursive: true })
})
