import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

/** Bundles a TypeScript program as the app's build does and answers where it is. */
export async function bundle(source) {
  const file = join(mkdtempSync(join(tmpdir(), 'brink-bench-')), 'program.mjs')
  const build = await rolldown({ input: source, platform: 'node' })
  await build.write({ file, format: 'esm' })
  await build.close()
  return file
}
