import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { APT, type CleanRoot, makeCleanRoot, SCREEN } from './clean-root'
import { built, lackingFor, packages, ran, root } from './packages'

const lacking = lackingFor('debootstrap', 'chroot', 'unshare')
const SCENARIO = 'iran-azerbaijan-2023-baseline.brink'

/** In the order in which an analyst and an administrator would do it. */
describe.skipIf(lacking !== undefined)(`on a clean Debian${lacking ? `: ${lacking}` : ''}`, () => {
  let clean: CleanRoot
  let before: string[]

  beforeAll(() => {
    clean = makeCleanRoot()
    // What the package needs is the system’s to keep; what it leaves behind itself is told from that.
    const needed = ran('dpkg-deb', ['--field', built('.deb'), 'Depends']).trim()
    clean.root(`${APT} satisfy '${needed}'`)
    before = clean.files()
    const home = join(clean.path, 'home/analyst')
    copyFileSync(join(root, 'scenarios', SCENARIO), join(home, 'mine.brink'))
    clean.root('chown analyst:analyst /home/analyst/mine.brink')
  })
  afterAll(() => clean?.remove())

  test('the checksums are those of the files', () => {
    ran('sh', ['-c', `cd '${packages}' && sha256sum --check --strict SHA256SUMS`])
  })

  test('the package installs where what it names as needed is there, and runs nothing of its own for that', () => {
    clean.install(built('.deb'))
    expect(clean.root('ls /var/lib/dpkg/info | grep ^brink').trim().split('\n')).toEqual([
      expect.stringMatching(/\.list$/),
      expect.stringMatching(/\.md5sums$/),
    ])
    expect(clean.root('stat -c "%a %U" /usr/lib/brink/chrome-sandbox').trim()).toBe('4755 root')
    clean.root('cd / && md5sum --quiet -c /var/lib/dpkg/info/brink*.md5sums')
  })

  test('its command line works for an ordinary user, with no display and no network', () => {
    const version = built('.deb').includes('-dev_') ? /^brink \S+-dev\n/ : /^brink \d+\.\d+\.\d+\n/
    expect(clean.analyst('brink --version')).toMatch(version)
    const { conclusion } = JSON.parse(clean.analyst('brink forecast mine.brink --json'))
    const war = conclusion.find(({ id }: { id: string }) => id === 'no-direct-confrontation')
    // What the case is known to settle at.
    expect(Math.abs(war.mean.at(-1) - 0.022)).toBeLessThan(0.002)
    expect(
      clean.analyst('brink export mine.brink --to out --format pdf,pptx,png && ls out'),
    ).toMatch(/mine\.pdf\nmine\.pptx\n/)
    expect(() => clean.analyst('brink forecast nothing.brink')).toThrow('ended with 2')
  })

  test('without a display the window says so', () => {
    expect(() => clean.analyst('brink')).toThrow('there is no display here')
  })

  test('a scenario opens by its file association, is changed by keyboard and saved', () => {
    const said = clean.analyst(`${SCREEN}
      xdg-mime query filetype mine.brink
      xdg-open mine.brink
      window=$(window_titled 'mine.brink')
      xprop -id "$window" WM_CLASS
      sleep 2
      # To the slider of the first driver, two steps up.
      for _ in $(seq 60); do
        xdotool key --window "$window" Tab
        xdotool key --window "$window" Right
        [ -n "$(titled '• .*mine.brink|mine.brink.*•|•')" ] && break
      done
      window_titled '•' >/dev/null
      xdotool key --window "$window" ctrl+s
      for _ in $(seq 50); do [ -z "$(titled '•')" ] && break; sleep 0.1; done
      xprop -id "$window" _NET_WM_NAME
      xdotool key --window "$window" ctrl+q
      gone
    `)
    expect(said).toContain('application/vnd.brink.scenario+json')
    expect(said).toContain('"brink"')
    const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
    const saved = read(join(clean.path, 'home/analyst/mine.brink'))
    const shipped = read(join(root, 'scenarios', SCENARIO))
    expect(saved.case).toEqual(shipped.case)
    expect(saved.judgment).not.toEqual(shipped.judgment)
    expect(clean.analyst('brink forecast mine.brink')).toContain('Direct confrontation')
  })

  test('a policy of the machine holds for its users', () => {
    mkdirSync(join(clean.path, 'etc/brink'))
    writeFileSync(join(clean.path, 'etc/brink/policy.json'), '{"exportFormats":["svg"]}')
    expect(() => clean.analyst('brink export mine.brink --to out --format pdf')).toThrow(
      'does not allow exports as PDF',
    )
    expect(() =>
      clean.analyst('BRINK_POLICY=/dev/null brink export mine.brink --to out --format pdf'),
    ).toThrow('does not allow exports as PDF')
    clean.analyst('brink export mine.brink --to out --format svg')
    clean.root('rm -r /etc/brink')
  })

  test('the runtime takes no orders but Brink’s', () => {
    expect(clean.analyst('ELECTRON_RUN_AS_NODE=1 /usr/lib/brink/brink-app --version')).not.toMatch(
      /^v\d/,
    )
    const said = clean.analyst(
      'NODE_OPTIONS="--require /etc/passwd" brink --version --inspect=9229 2>&1',
    )
    expect(said).not.toMatch(/Debugger listening|passwd/)
  })

  test('the manual and the menu entry are there', () => {
    expect(clean.root('cat /usr/share/applications/mimeinfo.cache')).toContain(
      'application/vnd.brink.scenario+json=brink.desktop',
    )
    const page = ran('man', [
      '--local-file',
      '--warnings',
      join(clean.path, 'usr/share/man/man1/brink.1.gz'),
    ])
    expect(page).toContain('brink forecast FILE')
  })

  test('removed, it leaves nothing but what the user made', () => {
    clean.root(`${APT} purge 'brink*'`)
    const wanted = new Set(before)
    expect(clean.files().filter((file) => !wanted.has(file))).toEqual([])
    expect(clean.root('ls /home/analyst')).toContain('mine.brink')
  })
})
