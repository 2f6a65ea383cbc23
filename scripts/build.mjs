import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { at, runIfStarted, Stop, say, tool } from './run.mjs'
import { setUp } from './setup.mjs'

const SOURCES = [
  'build',
  'docs',
  'src',
  'scenarios',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const PRODUCTS = ['main/index.js', 'preload/index.cjs', 'renderer/index.html']
const stampFile = at('dist', '.built-from')

/** Builds the app into dist/ unless what is there was built from these very sources. */
export async function build() {
  const sources = hashSources()
  if (sources === builtFrom()) return
  say('build: building the app …')
  rmSync(stampFile, { force: true })
  const { code, output } = await tool('electron-vite', ['build'], { capture: true })
  if (code !== 0) throw new Stop(`build: failed\n${output}`)
  const missing = PRODUCTS.filter((file) => !existsSync(at('dist', file)))
  if (missing.length > 0) throw new Stop(`build: dist/ lacks ${missing.join(', ')}`)
  writeFileSync(stampFile, sources)
}

function builtFrom() {
  const complete = [stampFile, ...PRODUCTS.map((file) => at('dist', file))].every(existsSync)
  return complete ? readFileSync(stampFile, 'utf8') : undefined
}

/** By content and not by date: a checkout or a copy changes dates. */
function hashSources() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(listFiles)) {
    hash.update(`${file}\0`).update(readFileSync(at(file)))
  }
  return hash.digest('hex')
}

function listFiles(path) {
  if (!existsSync(at(path))) return []
  if (!statSync(at(path)).isDirectory()) return [path]
  const names = readdirSync(at(path)).sort()
  return names.flatMap((name) => listFiles(join(path, name)))
}

await runIfStarted(import.meta.url, async () => {
  await setUp({ quiet: true })
  await build()
})
