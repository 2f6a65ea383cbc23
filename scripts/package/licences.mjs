import { existsSync, readFileSync } from 'node:fs'
import { at, Stop } from '../run.mjs'

const PARTS = ['main', 'preload', 'renderer']

/** Taken in by their files alone, which the bundler does not count. */
const TAKEN_IN_AS_FILES = ['@fontsource/inter']

/**
 * Every package of which something is in dist/, by name and version, each with its licence
 * and that one's text: what the bundler found, and what those packages carry within their
 * own files.
 */
export function bundledPackages() {
  const found = new Map()
  const add = (entry) => found.set(`${entry.name}@${entry.version}`, entry)
  for (const part of PARTS) {
    const list = at('dist', part, 'licenses.json')
    if (!existsSync(list)) throw new Stop(`package: ${list} is missing; build first`)
    for (const each of JSON.parse(readFileSync(list, 'utf8'))) add(bundledEntry(each))
  }
  for (const name of TAKEN_IN_AS_FILES) add(entryOf(name))
  // Some come ready bundled, with what they need inside.
  for (const { dependencies } of [...found.values()]) {
    for (const name of dependencies) addWithin(name, add)
  }
  return [...found.values()].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
}

/** As the bundler found it, of which another version may lie further up. */
function bundledEntry({ name, version, identifier, text }) {
  const entry = entryOf(name)
  if (entry.version === version) return entry
  return { ...entry, version, license: identifier ?? 'see text', text, integrity: undefined }
}

const idOf = ({ name, version }) => `${name}@${version}`

function addWithin(name, add, seen = new Set()) {
  if (seen.has(name)) return
  seen.add(name)
  const entry = entryOf(name)
  add(entry)
  for (const within of entry.dependencies) addWithin(within, add, seen)
}

function entryOf(name) {
  const folder = at('node_modules', name)
  const {
    version,
    license,
    dependencies = {},
  } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const lock = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages
  return {
    name,
    version,
    license: typeof license === 'string' ? license : 'see text',
    text: licenceText(folder),
    integrity: lock[`node_modules/${name}`]?.integrity,
    dependencies: Object.keys(dependencies).filter((each) => existsSync(at('node_modules', each))),
  }
}

const FILES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license', 'LICENSE.markdown']

function licenceText(folder) {
  const file = FILES.map((name) => `${folder}/${name}`).find(existsSync)
  return file ? readFileSync(file, 'utf8').trim() : ''
}

const RULE = '-'.repeat(78)

/** One file for a person: who made what Brink is built of, and under which terms. */
export function thirdPartyLicences(packages, { version, ownLicence }) {
  const head = [
    'Brink is built of the work of others, named here with their licences.',
    '',
    `The runtime is Electron ${version}; its licence is in LICENSE.electron.txt, and those`,
    'of Chromium and all that it contains are in LICENSES.chromium.html, both beside this file’s',
    'folder. What follows are the packages that are bundled into the app, with those that they',
    'name as needed.',
    '',
  ]
  const list = packages.map((each) => `${idOf(each)}  ${each.license}`)
  const texts = packages.map(
    (each) =>
      `${RULE}\n${idOf(each)} (${each.license})\n${RULE}\n\n${each.text || 'The package names its licence as above and carries no text of it.'}\n`,
  )
  return [
    ...head,
    ...list,
    '',
    ...texts,
    `${RULE}\nBrink itself\n${RULE}\n\n${ownLicence.trim()}\n`,
  ].join('\n')
}
