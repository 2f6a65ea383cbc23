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
    [
      ['explain', 'a.brink'],
      { kind: 'explain', file: 'a.brink', asJson: false, until: 'opposite' },
    ],
    [
      ['explain', 'a.brink', '--claim', 'war', '--until=outside', '--json'],
      { kind: 'explain', file: 'a.brink', asJson: true, until: 'outside', claim: 'war' },
    ],
    [['explain', '-h'], { kind: 'help', topic: 'explain' }],
    [
      ['compare', 'a.brink', '--json', 'b.brink'],
      { kind: 'compare', files: ['a.brink', 'b.brink'], asJson: true },
    ],
    [['compare', '--help'], { kind: 'help', topic: 'compare' }],
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
    [['explain'], /needs a scenario file/],
    [['explain', 'a', 'b'], /takes one file/],
    [['explain', 'a', '--claim'], /--claim needs the id of a claim/],
    [['explain', 'a', '--claim', '--json'], /--claim needs/],
    [['explain', 'a', '--until', 'never'], /--until needs .*not never/],
    [['explain', 'a', '--charts', 'out'], /no option --charts/],
    [['compare', 'a'], /two scenario files or more/],
    [['compare', 'a', 'b', 'c', 'd', 'e', 'f', 'g'], /6 files at most/],
  ])('%j is misused', (argv, message) => {
    expect(read(...argv)).toMatchObject({
      kind: 'misused',
      message: expect.stringMatching(message),
    })
  })
})
