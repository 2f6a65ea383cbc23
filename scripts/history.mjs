import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { bundle } from '../bench/bundle.mjs'
import { root, runIfStarted } from './run.mjs'

// Runs one of the programs of scripts/history, which derive tables from the raw records:
//   node scripts/history.mjs base-rates [--data FOLDER]

await runIfStarted(import.meta.url, async ([name, ...options]) => {
  const file = await bundle(join(root, 'scripts/history', `${name}.ts`))
  const { status } = spawnSync(process.execPath, [file, ...options], {
    cwd: root,
    stdio: 'inherit',
  })
  return status ?? 1
})
