import { lutimesSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Gives a folder and all in it one date, so that what is made of them is the same each time. */
export function setDates(path, seconds) {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name)
    if (entry.isDirectory()) setDates(inner, seconds)
    else lutimesSync(inner, seconds, seconds)
  }
  lutimesSync(path, seconds, seconds)
}
