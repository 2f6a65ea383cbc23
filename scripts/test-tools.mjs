import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say } from './run.mjs'
import { hasAptGet, installLines, installPackages, isRoot } from './system-packages.mjs'

/** What some tests call, with Debian's names for where it comes from. */
const TOOLS = [
  { command: 'strace', packageNames: ['strace'] },
  { command: 'mount', packageNames: ['mount'] },
  { command: 'unshare', packageNames: ['util-linux'] },
  { command: 'xmllint', packageNames: ['libxml2-utils'] },
  { command: 'identify', packageNames: ['imagemagick'] },
  { command: 'compare', packageNames: ['imagemagick'] },
  { command: 'pdftotext', packageNames: ['poppler-utils'] },
  { command: 'pdftoppm', packageNames: ['poppler-utils'] },
  { command: 'pdfinfo', packageNames: ['poppler-utils'] },
  {
    command: 'soffice',
    packageNames: [
      'libreoffice-calc-nogui',
      'libreoffice-impress-nogui',
      'libreoffice-writer-nogui',
    ],
  },
  { command: 'parallel', packageNames: ['parallel'] },
  { command: 'python3', packageNames: ['python3'] },
]

/** The same for the tests of packages. */
const PACKAGING_TOOLS = [
  { command: 'debootstrap', packageNames: ['debootstrap'] },
  { command: 'desktop-file-validate', packageNames: ['desktop-file-utils'] },
  { command: 'appstreamcli', packageNames: ['appstream'] },
  { command: 'man', packageNames: ['man-db', 'groff'] },
  { command: 'xmllint', packageNames: ['libxml2-utils'] },
  { command: 'jsonschema', packageNames: ['python3-jsonschema'] },
  { command: 'makensis', packageNames: ['nsis'] },
]

/**
 * Installs what some tests call, where it may. A test without its tool is skipped and
 * says so, which is why nothing here stops the others. Answers whether it installed any.
 */
export const ensureTestTools = () => ensureTools(TOOLS)

export const ensurePackagingTools = () => ensureTools(PACKAGING_TOOLS)

async function ensureTools(tools) {
  if (process.platform !== 'linux') return false
  const missing = missingTools(process.env.PATH, tools)
  if (missing.length === 0) return false
  const names = [...new Set(missing.flatMap(({ packageNames }) => packageNames))]
  const mayInstall = hasAptGet() && isRoot()
  if (mayInstall && (await installPackages(names))) return true
  const commands = [...new Set(missing.map(({ command }) => command))].join(', ')
  say(`set-up: this system lacks ${commands}; the tests that need it are skipped`)
  if (hasAptGet() && !mayInstall) say(`to have them run as well:\n\n${installLines(names)}`)
  return false
}

/** The tools that stand in none of the folders of a search path. */
export const missingTools = (path = '', tools = TOOLS) =>
  tools.filter(({ command }) => !path.split(delimiter).some((folder) => canRun(folder, command)))

function canRun(folder, command) {
  try {
    accessSync(join(folder, command), constants.X_OK)
    return true
  } catch {
    return false
  }
}
