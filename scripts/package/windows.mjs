import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { at, run, Stop, say } from '../run.mjs'
import { setDates } from './dates.mjs'
import { releaseFuses, setFuses } from './fuses.mjs'
import { layOutOther } from './other-runtime.mjs'

const ARCHITECTURE = 'x64'

/** A portable archive, and an installer for one user or for all, which needs makensis. */
export async function packWindows(parts) {
  const { scratch, target, edition, papers, date } = parts
  const laidOut = await layOutOther(
    { ...parts, system: 'win32', architecture: ARCHITECTURE },
    {
      win32metadata: { CompanyName: 'The authors of Brink', ProductName: edition.title },
    },
  )
  for (const [name, text] of Object.entries(papers)) {
    writeFileSync(join(laidOut, 'resources', name), text)
  }
  await setFuses(join(laidOut, 'Brink.exe'), releaseFuses('win32'), 'win32')
  const folder = join(scratch, `brink-${edition.version}`)
  renameSync(laidOut, folder)
  setDates(folder, date)
  await packZip(folder, join(target, `brink-${edition.version}-win-${ARCHITECTURE}.zip`))
  await packInstaller(folder, join(target, `brink-${edition.version}-setup.exe`), edition)
}

async function packZip(folder, target) {
  say(`package: ${target} …`)
  // Each system’s own archiver: Windows carries tar, which knows the form by the name.
  const [command, args] =
    process.platform === 'win32'
      ? ['tar', ['-a', '-c', '-f', target, '-C', join(folder, '..'), folder.split(/[\\/]/).at(-1)]]
      : ['sh', ['-c', 'cd "$1/.." && zip -q -X -r "$2" "$(basename "$1")"', 'sh', folder, target]]
  const { code } = await run(command, args)
  if (code !== 0) throw new Stop('package: the archive could not be made (see above)')
}

/** `folder` is what the installer lays down; it must hold Brink.exe. */
export async function packInstaller(folder, target, edition) {
  say(`package: ${target} …`)
  const { code } = await run('makensis', [
    '-V2',
    '-NOCD',
    `-DFOLDER=${folder}`,
    `-DTARGET=${target}`,
    `-DVERSION=${edition.version}`,
    `-DTITLE=${edition.title}`,
    `-DICON=${at('build', 'icon', 'brink.ico')}`,
    `-DLICENCE=${at('LICENSE')}`,
    at('build', 'windows', 'installer.nsi'),
  ])
  if (code !== 0) throw new Stop('package: makensis failed (see above); is NSIS 3 installed?')
}
