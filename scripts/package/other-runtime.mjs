import { join } from 'node:path'
import { packager } from '@electron/packager'
import { at } from '../run.mjs'
import { officialChecksums } from './runtime.mjs'

/** Lays out the app for a system whose executable carries names, icons and sums inside it; answers the folder. */
export async function layOutOther(
  { system, architecture, scratch, archive, edition, runtime },
  own,
) {
  const [folder] = await packager({
    dir: join(scratch, 'app'),
    out: join(scratch, 'laid-out'),
    tmpdir: join(scratch, 'packager'),
    name: edition.title,
    executableName: 'Brink',
    appVersion: edition.version,
    appCopyright: 'Copyright (c) the authors of Brink',
    electronVersion: runtime.version,
    platform: system,
    arch: architecture,
    prebuiltAsar: archive,
    icon: at('build', 'icon', 'brink'),
    // What is downloaded must have the sum that Electron published with the pinned package.
    download: { checksums: officialChecksums() },
    quiet: true,
    ...own,
  })
  return folder
}
