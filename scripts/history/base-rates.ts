import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { baseRateTable } from '../../src/history/base-rate-table'
import { historyFrom } from '../../src/history/base-rates'
import { derivedJson } from '../../src/history/derived-json'
import { type Pair, pairOf, pairText } from '../../src/history/pairs'
import { differencesFromPublished } from '../../src/history/published'
import { readRecords } from '../../src/history/records'
import { defaultFolder, readRawFiles } from './raw-files'

// Derives the base-rate library from the raw records:
//   npm run base-rates -- [--data FOLDER] [--pair 630,373]… [--out FILE]
// Without --pair the pair of the bundled case is in it, which is what is committed.

const BUNDLED = { pair: pairOf(373, 630), name: 'Iran and Azerbaijan' }

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: defaultFolder() },
    pair: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: 'src/history/base-rates.json' },
  },
})

function stop(message: string): never {
  console.error(message)
  process.exit(2)
}

function readPair(text: string): Pair {
  const match = /^(\d{1,3}),(\d{1,3})$/.exec(text)
  if (!match || match[1] === match[2]) {
    stop(`--pair takes two different state codes, such as 630,373, not ${text}`)
  }
  return pairOf(Number(match[1]), Number(match[2]))
}

const asked = values.pair.map(readPair).map((pair) => ({ pair, name: pairText(pair) }))
const records = readRecords(readRawFiles(values.data))
const differences = differencesFromPublished(records)
if (differences.length > 0) stop(`not the records expected: ${differences.join('; ')}`)

const table = baseRateTable(records, historyFrom(records), asked.length > 0 ? asked : [BUNDLED])
writeFileSync(values.out, `${derivedJson(table)}\n`)
console.log(`${values.out}: ${table.classes.length} classes; all figures came out again`)
