import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const tree = mkdtempSync(join(tmpdir(), 'brink-boundaries-'))
afterAll(() => rmSync(tree, { recursive: true }))

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(tree, path)), { recursive: true })
  writeFileSync(join(tree, path), text)
}

/** What the rules say about a tree of these files: `rule: file -> file`, sorted. */
function cruise(files: Record<string, string>): string[] {
  for (const name of ['zod', 'electron', 'react', 'marked']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }))
    write(`node_modules/${name}/index.js`, 'module.exports = {}')
  }
  const packages = { zod: '1', electron: '1', react: '1', marked: '1' }
  write('package.json', JSON.stringify({ name: 'tree', dependencies: packages }))
  for (const [path, text] of Object.entries(files)) write(path, text)
  const script = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const config = join(root, '.dependency-cruiser.cjs')
  const args = [script, 'src', '--config', config, '--output-type', 'json', '--no-cache']
  const output = execFileSync(process.execPath, args, { cwd: tree, encoding: 'utf8' })
  const { summary } = JSON.parse(output) as {
    summary: { violations: { from: string; to: string; rule: { name: string } }[] }
  }
  return summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`).sort()
}

const value = (from: string) => `import { a } from '${from}'\nexport const b = a\n`
const type = (from: string) => `import type { A } from '${from}'\nexport type B = A\n`
const leaf = 'export const a = 1\nexport type A = number\n'

test('each rule fires on a file that breaks it, and on no other', () => {
  const violations = cruise({
    'src/forecast/model.ts': leaf,
    'src/forecast/conclusion/yardstick.ts': leaf,
    'src/scenario-file/schema.ts': value('zod'),
    'src/engine/runner.ts': value('../forecast/model'),
    'src/ipc/contract.ts': `${value('zod')}export type A = number\n`,
    'src/renderer/app.ts': leaf,
    'src/main/index.ts': value('electron'),
    'scripts/tool.ts': leaf,

    // Allowed.
    'src/history/counts.ts': value('../forecast/model'),
    'src/scenario-file/types.ts': type('../forecast/model'),
    'src/scenario-file/words.ts': value('../forecast/conclusion/yardstick'),
    'src/help/read-markdown.ts': value('marked'),
    'src/main/menu.ts': value('../help/shortcuts'),
    'src/help/shortcuts.ts': leaf,
    'src/preload/index.ts': `${value('electron')}${type('../ipc/contract')}`,
    'src/renderer/page.ts': `import 'react'\n${value('../engine/runner')}${type('../ipc/contract')}`,
    'src/main/command-line.ts': `import 'node:fs'\nimport '../ipc/contract'\n${value('../forecast/model')}`,

    // Forbidden.
    'src/forecast/with-package.ts': value('zod'),
    'src/forecast/with-node.ts': value('node:fs'),
    'src/forecast/with-types.ts': type('../scenario-file/schema'),
    'src/history/with-node.ts': value('node:fs'),
    'src/history/with-file.ts': type('../scenario-file/schema'),
    'src/scenario-file/with-node.ts': value('node:fs'),
    'src/scenario-file/with-model.ts': value('../forecast/model'),
    'src/scenario-file/migrations.ts': type('./schema'),
    'src/provenance/with-node.ts': value('node:fs'),
    'src/provenance/with-contract.ts': type('../ipc/contract'),
    'src/briefing/with-window.ts': value('../renderer/app'),
    'src/briefing/with-engine.ts': type('../engine/runner'),
    'src/engine/with-file.ts': value('../scenario-file/schema'),
    'src/ipc/with-electron.ts': value('electron'),
    'src/ipc/with-file.ts': value('../scenario-file/schema'),
    'src/help/with-node.ts': value('node:fs'),
    'src/help/with-reader.ts': value('./read-markdown'),
    'src/renderer/with-markdown.ts': value('marked'),
    'src/preload/with-node.ts': value('node:fs'),
    'src/preload/with-schema.ts': value('../ipc/contract'),
    'src/renderer/with-electron.ts': value('electron'),
    'src/renderer/with-electron-types.ts': type('electron'),
    'src/renderer/with-main.ts': value('../main/index'),
    'src/renderer/with-node.ts': value('node:path'),
    'src/renderer/with-schema.ts': value('../ipc/contract'),
    'src/main/with-page.ts': value('../renderer/app'),
    'src/main/with-engine.ts': value('../engine/runner'),
    'src/main/with-script.ts': value('../../scripts/tool'),
    'src/main/with-nothing.ts': value('./nowhere'),
    'src/main/chicken.ts': value('./egg'),
    'src/main/egg.ts': value('./chicken'),
  })

  const packageFile = (name: string) => `node_modules/${name}/index.js`
  expect(violations).toEqual(
    [
      `forecast-imports: src/forecast/with-package.ts -> ${packageFile('zod')}`,
      'forecast-imports: src/forecast/with-node.ts -> fs',
      'forecast-imports: src/forecast/with-types.ts -> src/scenario-file/schema.ts',
      'history-imports: src/history/with-node.ts -> fs',
      'history-imports: src/history/with-file.ts -> src/scenario-file/schema.ts',
      'scenario-file-imports: src/scenario-file/with-node.ts -> fs',
      'scenario-file-takes-types-of-forecast: src/scenario-file/with-model.ts -> src/forecast/model.ts',
      'migrations-import-nothing: src/scenario-file/migrations.ts -> src/scenario-file/schema.ts',
      'provenance-imports: src/provenance/with-node.ts -> fs',
      'provenance-imports: src/provenance/with-contract.ts -> src/ipc/contract.ts',
      'briefing-imports: src/briefing/with-window.ts -> src/renderer/app.ts',
      'briefing-imports: src/briefing/with-engine.ts -> src/engine/runner.ts',
      'engine-imports: src/engine/with-file.ts -> src/scenario-file/schema.ts',
      `ipc-imports: src/ipc/with-electron.ts -> ${packageFile('electron')}`,
      'ipc-takes-types-of-scenario-file: src/ipc/with-file.ts -> src/scenario-file/schema.ts',
      'help-imports: src/help/with-node.ts -> fs',
      'no-markdown-at-run-time: src/help/with-reader.ts -> src/help/read-markdown.ts',
      `no-markdown-at-run-time: src/renderer/with-markdown.ts -> ${packageFile('marked')}`,
      'preload-imports: src/preload/with-node.ts -> fs',
      'preload-takes-types-of-ipc: src/preload/with-schema.ts -> src/ipc/contract.ts',
      `renderer-never-electron: src/renderer/with-electron.ts -> ${packageFile('electron')}`,
      `renderer-never-electron: src/renderer/with-electron-types.ts -> ${packageFile('electron')}`,
      'renderer-never-electron: src/renderer/with-main.ts -> src/main/index.ts',
      'renderer-never-node: src/renderer/with-node.ts -> path',
      'renderer-takes-types-of-ipc: src/renderer/with-schema.ts -> src/ipc/contract.ts',
      'main-never-page: src/main/with-page.ts -> src/renderer/app.ts',
      'main-never-page: src/main/with-engine.ts -> src/engine/runner.ts',
      'product-without-workshop: src/main/with-script.ts -> scripts/tool.ts',
      'no-unresolvable: src/main/with-nothing.ts -> ./nowhere',
      'no-cycles: src/main/chicken.ts -> src/main/egg.ts',
    ].sort(),
  )
})
