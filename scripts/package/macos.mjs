import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, Stop, say } from '../run.mjs'
import { releaseFuses, setFuses } from './fuses.mjs'
import { layOutOther } from './other-runtime.mjs'

const SCENARIO_FILES = {
  CFBundleDocumentTypes: [
    {
      CFBundleTypeName: 'Brink scenario',
      CFBundleTypeRole: 'Editor',
      LSHandlerRank: 'Owner',
      LSItemContentTypes: ['app.brink.scenario'],
    },
  ],
  UTExportedTypeDeclarations: [
    {
      UTTypeIdentifier: 'app.brink.scenario',
      UTTypeDescription: 'Brink scenario',
      UTTypeConformsTo: ['public.json'],
      UTTypeTagSpecification: { 'public.filename-extension': ['brink'] },
    },
  ],
}

/** A disk image and an archive. Both need tools that only macOS has. */
export async function packMac(parts) {
  if (process.platform !== 'darwin') {
    throw new Stop(
      'package: what macOS opens can only be built on macOS (hdiutil, ditto, codesign)',
    )
  }
  const { target, edition, papers } = parts
  const identity = process.env.BRINK_SIGNING_IDENTITY
  const folder = await layOutOther(
    { ...parts, system: 'darwin', architecture: process.arch },
    {
      appBundleId: 'app.brink.Brink',
      appCategoryType: 'public.app-category.productivity',
      extendInfo: SCENARIO_FILES,
    },
  )
  const app = join(folder, `${edition.title}.app`)
  for (const [name, text] of Object.entries(papers)) {
    writeFileSync(join(app, 'Contents', 'Resources', name), text)
  }
  await setFuses(app, releaseFuses('darwin'), 'darwin')
  // Last, for it seals all that is inside; without an identity it is good for this machine only.
  await must('codesign', [
    '--force',
    '--deep',
    '--options',
    'runtime',
    '--sign',
    identity ?? '-',
    app,
  ])
  const base = join(target, `brink-${edition.version}-mac-${process.arch}`)
  await must('ditto', ['-c', '-k', '--keepParent', app, `${base}.zip`])
  const image = ['create', '-volname', edition.title, '-srcfolder', folder, '-format', 'UDZO']
  await must('hdiutil', [...image, '-ov', `${base}.dmg`])
}

async function must(command, args) {
  say(`package: ${command} …`)
  const { code } = await run(command, args)
  if (code !== 0) throw new Stop(`package: ${command} failed (see above)`)
}
