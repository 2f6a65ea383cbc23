import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../src/briefing/csv'
import { readCsv } from '../read-csv'

const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.toWellFormed()),
  fc.stringMatching(/^[=+\-@\t\r"',\n][a-z0-9()",\n\r]{0,6}$/),
  fc.constantFrom('', '-1', '+1', '=1+1', '@SUM(A1)', '\t=1', '\r=1', '"', '","', '\r\n'),
)
const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 5,
  }),
)

/** What a cell is to be when it is read: a text that would be a formula has an apostrophe. */
const expected = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

describe('numbers written as CSV', () => {
  it('are read back cell for cell, and no text is a formula', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const read = readCsv(writeCsv(rows))
        expect(read).toEqual(rows.map((row) => row.map(expected)))
        expect(read.flat().filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('are quoted where another reader would see an end of a line or a cell', () => {
    expect(writeCsv([['a\rb', 'a\nb', 'a,b', 'a"b', 'ab']])).toBe(
      '"a\rb","a\nb","a,b","a""b",ab\r\n',
    )
  })

  it('stay numbers, the negative ones too', () => {
    expect(writeCsv([[-0.5, 1e-7, 12, Number.NaN]])).toBe('-0.5,1e-7,12,\r\n')
    expect(writeCsv([['-0.5', '+1', '1']])).toBe("'-0.5,'+1,1\r\n")
  })

  it('are read alike by another program', (context) => {
    const script =
      'import csv,io,json,sys\nt=sys.stdin.buffer.read().decode()\nprint(json.dumps(list(csv.reader(io.StringIO(t,newline="")))))'
    const rows = [
      ['a', '=1+1', 'b,c', 'd"e', 'f\r\ng'],
      ['', '-x', '@y', '\tz', 'é🌍'],
    ]
    const { status, stdout } = spawnSync('python3', ['-c', script], {
      input: writeCsv(rows),
      encoding: 'utf8',
    })
    if (status === null) context.skip('there is no Python here to read it')
    expect(JSON.parse(stdout)).toEqual(rows.map((row) => row.map(expected)))
  })
})
