import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { recordTables } from '../../src/history/backtest/record-tables'
import { type TrackRecord, trackRecord } from '../../src/history/backtest/track-record'
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
const text = derivedJson(trackRecord(records, historyFrom(records)))
writeFileSync(values.out, `${text}\n`)
// The tables are made of the record as it is written, so that they can be made of it again.
writeFileSync(values.tables, `${recordTables(JSON.parse(text) as TrackRecord)}\n`)
console.log(`${values.out}, ${values.tables}: ${((performance.now() - begun) / 1000).toFixed(0)} s`)
