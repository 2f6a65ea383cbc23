import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { writeAppArchive } from './package/app-archive.mjs'
import { editionOf, sourceDate } from './package/edition.mjs'
import { bundledPackages, thirdPartyLicences } from './package/licences.mjs'
import { layOutLinux, packDebian, packPortable } from './package/linux.mjs'
import { packMac } from './package/macos.mjs'
import { pinnedVersion, runtimeInPlace } from './package/runtime.mjs'
import { billOfMaterials } from './package/sbom.mjs'
import { packWindows } from './package/windows.mjs'
import { at, runIfStarted, Stop, say } from './run.mjs'
import { setUp } from './setup.mjs'

const SYSTEMS = ['linux', 'win32', 'darwin']

/** Builds what is handed out for a system into a folder; answers the names of what was built. */
export async function makePackages({ system, target, date }) {
  // Of other systems no runtime lies here; theirs is downloaded and checked, or nothing is built.
  const runtime =
    system === 'linux' ? runtimeInPlace() : { version: pinnedVersion(), isOfficial: true }
  const edition = editionOf(runtime)
  const scratch = mkdtempSync(join(tmpdir(), 'brink-package-'))
  try {
    rmSync(target, { recursive: true, force: true })
    mkdirSync(target, { recursive: true })
    const papers = papersOf(edition, runtime)
    const archive = join(scratch, 'app.asar')
    await writeAppArchive(scratch, archive, edition, date)
    const parts = { scratch, target, date, edition, runtime, archive, papers }
    if (system === 'linux') await packLinux(parts)
    if (system === 'win32') await packWindows(parts)
    if (system === 'darwin') await packMac(parts)
    writeFileSync(join(target, `brink-${edition.version}.cdx.json`), papers['brink.cdx.json'])
    return writeChecksums(target)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function papersOf(edition, runtime) {
  const packages = bundledPackages()
  const ownLicence = readFileSync(at('LICENSE'), 'utf8')
  return {
    'LICENSE.txt': ownLicence,
    'THIRD-PARTY-LICENSES.txt': thirdPartyLicences(packages, { ...runtime, ownLicence }),
    'brink.cdx.json': billOfMaterials(edition, runtime, packages),
  }
}

async function packLinux({ scratch, target, date, edition, ...parts }) {
  const laidOut = join(scratch, 'linux')
  await layOutLinux(laidOut, parts)
  const portable = `brink-${edition.version}-linux-${process.arch}.tar.gz`
  say(`package: ${portable} …`)
  await packPortable(scratch, laidOut, edition, join(target, portable), date)
  const architecture = process.arch === 'arm64' ? 'arm64' : 'amd64'
  const debian = `${edition.packageName}_${edition.debianVersion}_${architecture}.deb`
  say(`package: ${debian} …`)
  await packDebian(scratch, laidOut, edition, join(target, debian), date)
}

function writeChecksums(target) {
  const names = readdirSync(target).sort()
  const lines = names.map((name) => {
    const sum = createHash('sha256')
      .update(readFileSync(join(target, name)))
      .digest('hex')
    return `${sum}  ${name}\n`
  })
  writeFileSync(join(target, 'SHA256SUMS'), lines.join(''))
  return [...names, 'SHA256SUMS']
}

function systemFrom(args) {
  const [flag, system = process.platform, ...others] = args
  if (
    (flag !== undefined && flag !== '--system') ||
    others.length > 0 ||
    !SYSTEMS.includes(system)
  ) {
    throw new Stop(`package: give nothing, or --system and one of ${SYSTEMS.join(', ')}`)
  }
  return system
}

await runIfStarted(import.meta.url, async (args) => {
  const system = systemFrom(args)
  await setUp({ quiet: true })
  await build()
  const target = at('out', 'packages')
  const names = await makePackages({ system, target, date: sourceDate() })
  say(`package: wrote to ${target}:\n${names.map((name) => `  ${name}`).join('\n')}`)
})
