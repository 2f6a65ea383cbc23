import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { findElectron } from '../scripts/electron-binary.mjs'
import { bundle } from './bundle.mjs'

// Runs one of this folder's TypeScript programs on the runtime that the app has, with what
// further ones it needs as files: node bench/program.mjs engine segment-thread cold

const files = []
for (const name of process.argv.slice(2)) {
  files.push(await bundle(resolve(import.meta.dirname, `${name}.ts`)))
}
const { status } = spawnSync(findElectron()?.executable ?? process.execPath, files, {
  stdio: 'inherit',
  env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
})
process.exitCode = status ?? 1
