import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackageWithOptions } from '@electron/asar'
import { writeAppArchive } from '../scripts/package/app-archive.mjs'
import { editionOf, sourceDate } from '../scripts/package/edition.mjs'
import { layOutLinux, packDebian, packPortable } from '../scripts/package/linux.mjs'
import { runtimeInPlace } from '../scripts/package/runtime.mjs'
import { at, root } from '../scripts/run.mjs'
import { measureStarts } from './measure-start.mjs'

// What is handed out, beside an app that shows an empty window and is packed the same way:
// sizes, and the time from the start of the packed program to the first paint.
// npm run bench:packages [REPEATS]

const REPEATS = Number(process.argv[2] ?? 11)

const scratch = mkdtempSync(join(tmpdir(), 'brink-bench-packages-'))
const runtime = runtimeInPlace()
const edition = editionOf(runtime)
const date = sourceDate()

async function packed(name, writeArchive) {
  const place = join(scratch, name)
  const out = join(place, 'out')
  mkdirSync(out, { recursive: true })
  const archive = join(place, 'app.asar')
  await writeArchive(place, archive)
  const laidOut = join(place, 'laid-out')
  await layOutLinux(laidOut, { runtime, archive, papers: {} })
  await packPortable(place, laidOut, edition, join(out, 'portable'), date)
  await packDebian(place, laidOut, edition, join(out, 'debian'), date)
  return {
    name,
    executable: join(laidOut, 'brink-app'),
    args: [],
    archive: statSync(archive).size,
    unpacked: sizeOf(laidOut),
    portable: statSync(join(out, 'portable')).size,
    debian: statSync(join(out, 'debian')).size,
  }
}

const sizeOf = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

try {
  const subjects = [
    await packed('bare window', async (place, archive) => {
      cpSync(join(root, 'bench/bare'), join(place, 'app'), { recursive: true })
      await createPackageWithOptions(join(place, 'app'), archive, {})
    }),
    await packed('Brink', (place, archive) => writeAppArchive(place, archive, edition, date)),
  ]
  const starts = await measureStarts(subjects, REPEATS)
  const report = subjects.map(({ executable, args, ...sizes }, index) => ({
    ...sizes,
    milliseconds: starts[index].milliseconds,
    megabytes: starts[index].megabytes,
  }))
  writeFileSync(at('bench', 'last-packages.json'), `${JSON.stringify(report, null, 2)}\n`)
  console.log(table(report))
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function table([bare, brink]) {
  const megabytes = (bytes) => (bytes / 1e6).toFixed(1)
  const ratio = (key) => (brink[key] / bare[key]).toFixed(2)
  const row = (label, key, say, against = ratio(key)) =>
    `| ${label} | ${say(bare[key])} | ${say(brink[key])} | ${against} |`
  return [
    '| | an empty window | Brink | ratio |',
    '|---|---|---|---|',
    row('the app’s archive, MB', 'archive', (bytes) => (bytes / 1e6).toFixed(3), '–'),
    row('`.deb`, MB', 'debian', megabytes),
    row('portable `.tar.gz`, MB', 'portable', megabytes),
    row('unpacked, MB', 'unpacked', megabytes),
    row('start to first paint, ms', 'milliseconds', (time) => time.toFixed(0)),
    row('memory then, MB', 'megabytes', (size) => size.toFixed(0)),
  ].join('\n')
}
