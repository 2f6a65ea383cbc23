import { describe, expect, it } from 'vitest'
import { type Invocation, readArguments } from '../../src/main/command-line/arguments'

const read = (...argv: string[]): Invocation => readArguments(argv, (name) => name === 'there')

describe('the arguments', () => {
  it.each<[string[], Invocation]>([
    [[], { kind: 'window' }],
    [['there'], { kind: 'window', file: 'there' }],
    [['lost.brink'], { kind: 'window', file: 'lost.brink' }],
    [['--help'], { kind: 'help' }],
    [['-v'], { kind: 'version' }],
    [['forecast', 'a.brink'], { kind: 'forecast', file: 'a.brink', asJson: false }],
    [['forecast', '--json', 'a.brink'], { kind: 'forecast', file: 'a.brink', asJson: true }],
    [
      ['forecast', 'a.brink', '--charts', 'out'],
      { kind: 'forecast', file: 'a.brink', asJson: false, chartsFolder: 'out' },
    ],
    [
      ['forecast', 'a.brink', '--charts=out', '--json'],
      { kind: 'forecast', file: 'a.brink', asJson: true, chartsFolder: 'out' },
    ],
    [['forecast', '--help'], { kind: 'help', topic: 'forecast' }],
  ])('%j', (argv, expected) => {
    expect(read(...argv)).toEqual(expected)
  })

  it.each([
    [['bogus'], /no command bogus/],
    [['--bogus'], /no option --bogus/],
    [['forecast'], /needs a scenario file/],
    [['forecast', 'a', 'b'], /takes one file/],
    [['forecast', 'a', '--charts'], /needs a folder/],
    [['forecast', 'a', '--charts', '--json'], /needs a folder/],
    [['a.brink', 'b.brink'], /a window takes one file; what is b\.brink/],
    [['forecast', 'a', '--jsn'], /no option --jsn/],
  ])('%j is misused', (argv, message) => {
    expect(read(...argv)).toMatchObject({
      kind: 'misused',
      message: expect.stringMatching(message),
    })
  })
})
