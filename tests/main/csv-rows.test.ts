import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRows } from '../../src/main/command-line/csv-rows'

const LARGEST = 20 * 1024 * 1024

describe('the rows of a CSV text', () => {
  it.each<[string, string, string[][]]>([
    ['nothing', '', []],
    ['a cell', 'a', [['a']]],
    [
      'lines of either end',
      'a,b\r\nc,d\ne,f',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    [
      'empty cells',
      ',\n,,',
      [
        ['', ''],
        ['', '', ''],
      ],
    ],
    ['empty lines', 'a\n\n\nb\n\n', [['a'], ['b']]],
    ['quotes', '"a,""b""\r\nc",d', [['a,"b"\r\nc', 'd']]],
    ['an empty cell in quotes', '"",a\n', [['', 'a']]],
    [
      'no CSV: quotes without an end',
      'a,b\nc,"d',
      [
        ['a', 'b'],
        ['c', 'a,b\nc,"d'],
      ],
    ],
    ['no CSV: a quote within', 'a"b', [['a"b']]],
    ['no CSV: something behind a quote', '"a"b,c', [['"a"b,c']]],
    ['no CSV: a line end of old', 'a\rb', [['a\rb']]],
  ])('%s', (_, text, rows) => {
    expect(csvRows(text)).toEqual(rows)
  })

  it('are those that another program reads', (context) => {
    const script =
      'import csv,io,json,sys\nts=json.load(sys.stdin)\nprint(json.dumps([[r for r in csv.reader(io.StringIO(t,newline=""),strict=True) if r] for t in ts]))'
    const cell = fc.oneof(
      fc.stringMatching(/^[a-z0-9 ;]{0,4}$/),
      fc.stringMatching(/^(a|,|""|\r\n){0,5}$/).map((text) => `"${text}"`),
    )
    const line = fc.array(cell, { minLength: 2, maxLength: 4 }).map((cells) => cells.join(','))
    const texts = fc.sample(
      fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\r\n')),
      500,
    )
    const { status, stdout } = spawnSync('python3', ['-c', script], {
      input: JSON.stringify(texts),
      encoding: 'utf8',
    })
    if (status === null) context.skip('there is no Python here to read it')
    expect(texts.map(csvRows)).toEqual(JSON.parse(stdout))
  })

  it.each([
    ['a cell in quotes', `"${'a'.repeat(LARGEST - 2)}"`],
    ['quotes without an end', `"${'""'.repeat(LARGEST / 2 - 1)}`],
    ['a cell', 'a'.repeat(LARGEST)],
    ['quotes', `"${'""'.repeat(LARGEST / 8)}"`],
    ['line ends', '\n'.repeat(LARGEST / 8)],
    ['commas', ','.repeat(LARGEST / 8)],
  ])('end soon, however large a file is: %s', (_, text) => {
    const begun = process.cpuUsage()
    expect(csvRows(text).length).toBeLessThan(2)
    const { user, system } = process.cpuUsage(begun)
    expect((user + system) / 1000).toBeLessThan(10_000)
  })
})
