import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'

// Runs one of this folder's TypeScript programs: node bench/program.mjs converged

const [name] = process.argv.slice(2)
await import(pathToFileURL(await bundle(resolve(import.meta.dirname, `${name}.ts`))).href)
