import { type Command, misused, type Topic } from './command'
import { EXPORT_FORMATS, type ExportFormatName } from './export-formats'
import { expectedOf, type Given, readGiven } from './given'
import { readAxes } from './vary-argument'

/** Reads what follows the name of a command. */
export function readCommand(topic: Topic, argv: readonly string[]): Command {
  if (argv.includes('--help') || argv.includes('-h')) return { kind: 'help', topic }
  const given = readGiven(topic, argv)
  return 'kind' in given ? given : READERS[topic](given)
}

type Reader = (given: Given) => Command

/** For a command that works on one scenario file. */
const ofOneFile =
  (topic: Topic, read: (file: string, given: Given) => Command): Reader =>
  (given) => {
    const [file, second] = given.files
    if (file === undefined) return misused(`${topic} needs a scenario file`)
    if (second !== undefined) return misused(`${topic} takes one file; what is ${second}?`)
    return read(file, given)
  }

const READERS: Readonly<Record<Topic, Reader>> = {
  forecast: ofOneFile('forecast', (file, { asJson, options }) => {
    const chartsFolder = options['--charts']
    return { kind: 'forecast', file, asJson, ...(chartsFolder ? { chartsFolder } : {}) }
  }),
  explain: ofOneFile('explain', readExplain),
  compare: readCompare,
  export: readExport,
  sweep: ofOneFile('sweep', readSweep),
  collect: readCollect,
  draws: ofOneFile('draws', (file, { options }) => {
    const table = options['--to']
    return { kind: 'draws', file, ...(table ? { table } : {}) }
  }),
}

function readExplain(file: string, { asJson, options }: Given): Command {
  const claim = options['--claim']
  const until = options['--until'] ?? 'opposite'
  if (until !== 'opposite' && until !== 'outside') {
    return misused(`--until needs ${expectedOf('explain', '--until')}, not ${until}`)
  }
  return { kind: 'explain', file, asJson, until, ...(claim ? { claim } : {}) }
}

const MOST_COMPARED = 6

function readCompare({ files, asJson }: Given): Command {
  if (files.length < 2) return misused('compare needs two scenario files or more')
  if (files.length > MOST_COMPARED) return misused(`compare takes ${MOST_COMPARED} files at most`)
  return { kind: 'compare', files, asJson }
}

function readExport({ files, options }: Given): Command {
  const folder = options['--to']
  if (files.length === 0) return misused('export needs a scenario file')
  if (folder === undefined) return misused('export needs a folder to write to, --to DIR')
  const names = (options['--format'] ?? '').split(',').filter((name) => name !== '')
  const known = Object.keys(EXPORT_FORMATS).join(', ')
  if (names.length === 0) return misused(`export needs --format and one or more of ${known}`)
  const other = names.find((name) => !isExportFormat(name))
  if (other !== undefined) return misused(`there is no format ${other}; there are ${known}`)
  const claim = options['--claim']
  const formats = [...new Set(names.filter(isExportFormat))]
  return { kind: 'export', files, folder, formats, ...(claim ? { claim } : {}) }
}

const isExportFormat = (name: string): name is ExportFormatName =>
  Object.hasOwn(EXPORT_FORMATS, name)

function readSweep(file: string, { options, vary }: Given): Command {
  const folder = options['--to']
  const range = options['--range'] ?? 'keep'
  if (vary.length === 0) return misused('sweep needs something to vary, --vary WHAT=FROM:TO:STEP')
  if (folder === undefined) return misused('sweep needs a folder to write to, --to DIR')
  if (range !== 'keep' && range !== 'point') {
    return misused(`--range needs ${expectedOf('sweep', '--range')}, not ${range}`)
  }
  const axes = readAxes(vary)
  return 'kind' in axes ? axes : { kind: 'sweep', file, axes, folder, range }
}

function readCollect({ files, options }: Given): Command {
  const table = options['--to']
  const index = options['--index']
  if (files.length === 0) return misused('collect needs results, or a folder of them')
  return { kind: 'collect', files, ...(table ? { table } : {}), ...(index ? { index } : {}) }
}
