import { describe, expect, it } from 'vitest'
import { readArguments } from '../../src/main/command-line/arguments'
import type { Invocation } from '../../src/main/command-line/command'

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
    [
      ['sweep', 'a.brink', '--vary', 'x.intensity=0:1:0.5', '--vary=run.seed=1,2', '--to', 'out'],
      {
        kind: 'sweep',
        file: 'a.brink',
        axes: [
          { quantity: { kind: 'intensity', driver: 'x' }, values: [0, 0.5, 1] },
          { quantity: { kind: 'seed' }, values: [1, 2] },
        ],
        folder: 'out',
        range: 'keep',
      },
    ],
    [['sweep', '--help'], { kind: 'help', topic: 'sweep' }],
    [['collect', 'a.json', 'out'], { kind: 'collect', files: ['a.json', 'out'] }],
    [
      ['collect', 'out', '--index', 'sweep.csv', '--to=table.csv'],
      { kind: 'collect', files: ['out'], index: 'sweep.csv', table: 'table.csv' },
    ],
    [['export', '--help'], { kind: 'help', topic: 'export' }],
    [
      ['export', 'a.brink', 'b.brink', '--to', 'out', '--format=svg,pdf,svg', '--claim', 'war'],
      {
        kind: 'export',
        files: ['a.brink', 'b.brink'],
        folder: 'out',
        formats: ['svg', 'pdf'],
        claim: 'war',
      },
    ],
    [['draws', 'a.brink'], { kind: 'draws', file: 'a.brink' }],
    [
      ['draws', 'a.brink', '--to', 'draws.csv'],
      { kind: 'draws', file: 'a.brink', table: 'draws.csv' },
    ],
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
    [['export', '--to', 'out', '--format', 'svg'], /needs a scenario file/],
    [['export', 'a', '--format', 'svg'], /needs a folder to write to/],
    [['export', 'a', '--to', 'out'], /needs --format and one or more of svg, png, csv/],
    [['export', 'a', '--to', 'out', '--format', 'svg,bmp'], /no format bmp; there are svg, png/],
    [['export', 'a', '--to', 'out', '--format', 'toString'], /no format toString/],
    [['a.brink', 'b.brink'], /a window takes one file; what is b\.brink/],
    [['forecast', 'a', '--jsn'], /no option --jsn/],
    [['explain'], /needs a scenario file/],
    [['explain', 'a', 'b'], /takes one file/],
    [['explain', 'a', '--claim'], /--claim needs the id of a claim/],
    [['explain', 'a', '--claim', '--json'], /--claim needs/],
    [['explain', 'a', '--until', 'never'], /--until needs .*not never/],
    [['explain', 'a', '--charts', 'out'], /no option --charts/],
    [['sweep'], /sweep needs a scenario file/],
    [['sweep', 'a', 'b', '--vary=run.seed=1', '--to=c'], /sweep takes one file; what is b/],
    [['sweep', 'a', '--to', 'out'], /needs something to vary/],
    [['sweep', 'a', '--vary', '--to', 'out'], /--vary needs WHAT=FROM:TO:STEP or WHAT=A,B/],
    [['sweep', 'a', '--vary', 'run.seed=1'], /needs a folder to write to/],
    [['sweep', 'a', '--vary=run.seed=x', '--to=b'], /of numbers, not x/],
    [['sweep', 'a', '--vary=run.seed=1', '--to=b', '--range=half'], /“point”, not half/],
    [['sweep', 'a', '--vary=run.seed=1', '--to=b', '--force'], /sweep has no option --force/],
    [['sweep', 'a', '--json'], /sweep has no option --json/],
    [['collect'], /collect needs results, or a folder/],
    [['collect', 'a', '--index'], /--index needs the index of a sweep/],
    [['draws', 'a', '--to', '--json'], /--to needs a file/],
    [['draws'], /draws needs a scenario file/],
    [['compare', 'a'], /two scenario files or more/],
    [['compare', 'a', 'b', 'c', 'd', 'e', 'f', 'g'], /6 files at most/],
  ])('%j is misused', (argv, message) => {
    expect(read(...argv)).toMatchObject({
      kind: 'misused',
      message: expect.stringMatching(message),
    })
  })
})
