import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPackageWithOptions } from '@electron/asar'
import { at } from '../run.mjs'
import { setDates } from './dates.mjs'

const NOT_SHIPPED = /\.map$|(^|\/)licenses\.json$|(^|\/)\.built-from$/

/** Writes what Brink itself is, bundled, with the bundled scenarios, as one asar. */
export async function writeAppArchive(scratch, target, edition, date) {
  const app = join(scratch, 'app')
  mkdirSync(app, { recursive: true })
  const isShipped = (path) => !NOT_SHIPPED.test(path)
  cpSync(at('dist'), join(app, 'dist'), { recursive: true, filter: isShipped })
  mkdirSync(join(app, 'scenarios'))
  for (const name of readdirSync(at('scenarios')).filter((each) => each.endsWith('.brink'))) {
    cpSync(at('scenarios', name), join(app, 'scenarios', name))
  }
  writeFileSync(join(app, 'package.json'), manifest(edition))
  setDates(app, date)
  await createPackageWithOptions(app, target, {})
}

function manifest({ version }) {
  const own = JSON.parse(readFileSync(at('package.json'), 'utf8'))
  const { name, productName, description, license, type, main } = own
  const kept = { name, productName, version, description, license, type, main }
  return `${JSON.stringify(kept, null, 2)}\n`
}
