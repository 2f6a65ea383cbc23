import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { at, run, Stop } from '../run.mjs'
import { setDates } from './dates.mjs'
import { releaseFuses, setFuses } from './fuses.mjs'
import { putLinuxRuntime } from './runtime.mjs'

/** Of Chromium's own words; Brink's are English. */
const LANGUAGES = ['en-US.pak', 'en-GB.pak']
const EXECUTABLES = ['brink', 'brink-app', 'chrome_crashpad_handler']
const ICON_SIZES = [16, 24, 32, 48, 64, 128, 256, 512]

/** Lays out the folder that runs from wherever it lies. */
export async function layOutLinux(folder, { runtime, archive, papers }) {
  await putLinuxRuntime(folder, runtime)
  renameSync(join(folder, 'electron'), join(folder, 'brink-app'))
  renameSync(join(folder, 'LICENSE'), join(folder, 'LICENSE.electron.txt'))
  rmSync(join(folder, 'resources', 'default_app.asar'), { force: true })
  for (const name of readdirSync(join(folder, 'locales'))) {
    if (!LANGUAGES.includes(name)) rmSync(join(folder, 'locales', name))
  }
  copyFileSync(at('build', 'linux', 'brink.sh'), join(folder, 'brink'))
  copyFileSync(archive, join(folder, 'resources', 'app.asar'))
  for (const [name, text] of Object.entries(papers)) {
    writeFileSync(join(folder, 'resources', name), text)
  }
  setModes(folder)
  await setFuses(join(folder, 'brink-app'), releaseFuses('linux'), 'linux')
}

/** The same whatever the umask of who builds. */
function setModes(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) setModes(path)
    else chmodSync(path, EXECUTABLES.includes(entry.name) ? 0o755 : 0o644)
  }
  chmodSync(folder, 0o755)
}

/** A folder in an archive, to be unpacked onto a stick and run from there. */
export async function packPortable(scratch, laidOut, edition, target, date) {
  const name = `brink-${edition.version}`
  const folder = join(scratch, 'portable', name)
  mkdirSync(dirname(folder), { recursive: true })
  cpSync(laidOut, folder, { recursive: true })
  // Of use to root alone, which no one is on a stick; found by an ordinary user it stops the start.
  rmSync(join(folder, 'chrome-sandbox'))
  copyFileSync(at('build', 'linux', 'portable.txt'), join(folder, 'README.txt'))
  setDates(folder, date)
  await must('tar', [
    ...['--create', '--file', target, '--directory', dirname(folder), '--sort=name'],
    ...['--owner=0', '--group=0', '--numeric-owner', '--format=posix', `--mtime=@${date}`],
    '--pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime',
    ...['--use-compress-program', 'gzip -n -9', name],
  ])
}

/** A package for Debian and what descends from it; there is no script in it that runs as root. */
export async function packDebian(scratch, laidOut, edition, target, date) {
  const tree = join(scratch, 'debian')
  const put = (path, text, mode = 0o644) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
    chmodSync(join(tree, path), mode)
  }
  const words = (name) => filled(readFileSync(at('build', 'linux', name), 'utf8'), edition, date)
  const share = (path) => `usr/share/${path}`
  cpSync(laidOut, join(tree, 'usr/lib/brink'), { recursive: true })
  chmodSync(join(tree, 'usr/lib/brink/chrome-sandbox'), 0o4755)
  mkdirSync(join(tree, 'usr/bin'), { recursive: true })
  symlinkSync('../lib/brink/brink', join(tree, 'usr/bin/brink'))
  put(share('applications/brink.desktop'), words('brink.desktop'))
  put(share('mime/packages/brink.xml'), words('brink-mime.xml'))
  put(share('metainfo/app.brink.Brink.metainfo.xml'), words('brink.metainfo.xml'))
  put(share('man/man1/brink.1.gz'), gzipSync(words('brink.1'), { level: 9 }))
  put(share(`doc/${edition.packageName}/copyright`), words('copyright'))
  put(share(`doc/${edition.packageName}/changelog.gz`), gzipSync(words('changelog'), { level: 9 }))
  for (const size of ICON_SIZES) putIcons(put, share, size)
  const scalable = readFileSync(at('build/icon/brink.svg'))
  put(share('icons/hicolor/scalable/apps/brink.svg'), scalable)
  put('DEBIAN/control', words('control').replace('@SIZE@', kibibytes(tree)))
  await writeSums(tree)
  openFolders(tree)
  setDates(tree, date)
  await must(
    'dpkg-deb',
    ['--root-owner-group', '--threads-max=1', '-Zxz', '--build', tree, target],
    { SOURCE_DATE_EPOCH: String(date) },
  )
}

function putIcons(put, share, size) {
  const picture = readFileSync(at(`build/icon/${size}x${size}.png`))
  const folder = share(`icons/hicolor/${size}x${size}`)
  put(`${folder}/apps/brink.png`, picture)
  put(`${folder}/mimetypes/application-vnd.brink.scenario+json.png`, picture)
}

const filled = (text, edition, date) =>
  text
    .replaceAll('@VERSION@', edition.version)
    .replaceAll('@DEBIAN_VERSION@', edition.debianVersion)
    .replaceAll('@PACKAGE@', edition.packageName)
    .replaceAll('@OTHER@', edition.isOfficial ? 'brink-dev' : 'brink')
    .replaceAll('@TITLE@', edition.title)
    .replaceAll('@ARCH@', process.arch === 'arm64' ? 'arm64' : 'amd64')
    .replaceAll('@DATE@', new Date(date * 1000).toISOString().slice(0, 10))
    .replaceAll('@MAIL_DATE@', new Date(date * 1000).toUTCString().replace('GMT', '+0000'))

/** Each file up to whole KiB, and one for each folder, as Debian's policy counts. */
function kibibytes(folder) {
  let size = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    size += entry.isFile() ? Math.ceil(readFileSync(path).length / 1024) : 1
    if (entry.isDirectory()) size += Number(kibibytes(path))
  }
  return String(size)
}

async function writeSums(tree) {
  const command = 'find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum > DEBIAN/md5sums'
  await must('sh', ['-c', `cd "$1" && ${command}`, 'sh', tree])
}

function openFolders(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) openFolders(join(folder, entry.name))
  }
}

async function must(command, args, env) {
  const { code } = await run(command, args, { env })
  if (code !== 0) throw new Stop(`package: ${command} failed (see above)`)
}
