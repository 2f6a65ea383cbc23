import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './run.mjs'

// Compiles kernel/chain.ts and writes it into the model as text, so that the model
// stays a module that reads no file:
//   npm run kernel

export const target = join(root, 'src/forecast/chain/simd-kernel-bytes.ts')

/** What the target has to hold for the source as it stands. */
export async function compileKernel() {
  const { main } = await import('assemblyscript/asc')
  const folder = mkdtempSync(join(tmpdir(), 'brink-kernel-'))
  const output = join(folder, 'chain.wasm')
  const { error, stderr } = await main([
    join(root, 'kernel/chain.ts'),
    '--outFile',
    output,
    ...['-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd', '--importMemory'],
  ])
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`)
  const hex = readFileSync(output).toString('hex')
  rmSync(folder, { recursive: true })
  const lines = hex.match(/.{1,96}/g).map((line) => `  '${line}',`)
  return [
    '/** kernel/chain.ts compiled to WebAssembly, in hexadecimal; written by `npm run kernel`. */',
    'export const SIMD_KERNEL = [',
    ...lines,
    "].join('')",
    '',
  ].join('\n')
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(target, await compileKernel())
}
