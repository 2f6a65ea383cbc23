import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { trackRecord } from '../../src/history/backtest/track-record'
import { historyFrom } from '../../src/history/base-rates'
import { derivedJson } from '../../src/history/derived-json'
import { readRecords } from '../../src/history/records'
import { defaultFolder, readRawFiles } from './raw-files'

// Runs the back-test from the raw records and writes what came of it:
//   npm run backtest -- [--data FOLDER] [--out FILE] [--tables FILE]

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: defaultFolder() },
    out: { type: 'string', default: 'src/history/track-record.json' },
    tables: { type: 'string', default: 'docs/validation-tables.md' },
  },
})

const begun = performance.now()
const records = readRecords(readRawFiles(values.data))
const record = trackRecord(records, historyFrom(records))
writeFileSync(values.out, `${derivedJson(record)}\n`)
console.log(`${values.out}: ${((performance.now() - begun) / 1000).toFixed(0)} s`)
