// Who may import whom: the table in docs/architecture.md, as rules that run.

const room = (name) => `^src/${name}/`
const pack = (name) => `(^|/)node_modules/${name}/`

/** Everything outside the room is forbidden but what is listed. */
const only = (name, allowed, comment) => ({
  name: `${name}-imports`,
  comment,
  severity: 'error',
  from: { path: room(name) },
  to: { pathNot: [room(name), ...allowed] },
})

/** From the other room, types alone may be taken: they leave nothing behind in the bundle. */
const typesOnly = (name, other, comment, except = []) => ({
  name: `${name}-takes-types-of-${other}`,
  comment,
  severity: 'error',
  from: { path: room(name) },
  to: { path: room(other), pathNot: except, dependencyTypesNot: ['type-only'] },
})

const never = (name, to, what, comment) => ({
  name: `${name}-never-${what}`,
  comment,
  severity: 'error',
  from: { path: room(name) },
  to,
})

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Modules in a circle can only be understood, tested and moved all at once.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere is not checked by any other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'product-without-workshop',
      comment: 'What ships must not lean on tests, benchmarks or scripts, which do not.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|bench|scripts)/' },
    },
    only(
      'forecast',
      [],
      'The model is pure: it must run in any window, worker, test or command line, and give the same bits in each.',
    ),
    only(
      'history',
      [room('forecast')],
      'The record is rows in, tables out: who reads the files and writes the tables is a script, and the app only reads what was derived.',
    ),
    only(
      'scenario-file',
      [room('forecast'), pack('zod')],
      'Reading and writing a file is text in, text out; disks and windows belong to main.',
    ),
    typesOnly(
      'scenario-file',
      'forecast',
      'A file is read without computing anything; only the words a claim may use are looked up in the yardsticks.',
      ['^src/forecast/conclusion/yardstick\\.ts$'],
    ),
    {
      name: 'migrations-import-nothing',
      comment:
        'A step between two versions of the format is history: no later change may reach it.',
      severity: 'error',
      from: { path: '^src/scenario-file/migrations\\.ts$' },
      to: {},
    },
    only(
      'engine',
      [room('forecast')],
      'A runner moves forecasts off the UI thread and knows neither files nor screens.',
    ),
    only(
      'provenance',
      [
        room('forecast'),
        room('scenario-file'),
        pack('zod'),
        pack('fflate'),
        pack('@cantoo/pdf-lib'),
      ],
      'What an export carries is put in by the page and read out by main, so it is bytes in, bytes out.',
    ),
    only(
      'briefing',
      [
        room('forecast'),
        room('scenario-file'),
        room('provenance'),
        pack('fflate'),
        pack('pptxgenjs'),
        pack('docx'),
      ],
      'Documents and tables are made of forecasts alone, in a window, a test or on the command line.',
    ),
    only(
      'ipc',
      [room('scenario-file'), pack('zod')],
      'The contract is loaded on both sides of the bridge, so it holds nothing that only one side has.',
    ),
    typesOnly(
      'ipc',
      'scenario-file',
      'What crosses the bridge is text; it is parsed where it is used.',
    ),
    only(
      'help',
      [pack('marked')],
      'Pages are read at build time and searched in the window, and the menu takes its keys from here.',
    ),
    {
      name: 'no-markdown-at-run-time',
      comment: 'A page is read when the app is built, so that it carries no reader of Markdown.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/help/read-markdown\\.ts$' },
      to: { path: ['^src/help/read-markdown\\.ts$', pack('marked')] },
    },
    only(
      'preload',
      [room('ipc'), '^electron$', pack('electron')],
      'The bridge is named functions and nothing else; it runs where the page could reach what it holds.',
    ),
    typesOnly('preload', 'ipc', 'Schemas in the bridge would bring zod into every window twice.'),
    never(
      'renderer',
      { path: [room('main'), room('preload'), '^electron$', pack('electron')] },
      'electron',
      'The page is sandboxed: whatever it needs of the system, it asks for over the bridge.',
    ),
    never(
      'renderer',
      { dependencyTypes: ['core'] },
      'node',
      'The page is sandboxed and has no Node.',
    ),
    typesOnly('renderer', 'ipc', 'The page calls the bridge, whose schemas main enforces.'),
    never(
      'main',
      { path: [room('renderer'), room('preload'), room('engine')] },
      'page',
      'Main opens windows but shares no code with them; it forecasts inline, without worker or scheduler.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Type imports bind rooms together too, so they count.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
