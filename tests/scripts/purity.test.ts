import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const files = ['forecast', 'history'].flatMap((room) => {
  const folder = resolve(import.meta.dirname, '../../src', room)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
})

/** Parts of the language itself whose answer is not the same every time. */
const IMPURE = ['Date()', 'new Date()', 'Date.now', 'Math.random']

/** Impure calls in a text, as they are written. `new Date(value)` is arithmetic, and allowed. */
function findImpure(text: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const says = wordingOf(node)
    if (IMPURE.includes(says)) found.push(says)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('model.ts', text, ts.ScriptTarget.ES2023, true))
  return found
}

function wordingOf(node: ts.Node): string {
  if (ts.isNewExpression(node)) {
    return `new ${node.expression.getText()}(${node.arguments?.length ? '…' : ''})`
  }
  if (ts.isCallExpression(node)) {
    return `${node.expression.getText()}(${node.arguments.length ? '…' : ''})`
  }
  return ts.isPropertyAccessExpression(node) ? node.getText() : ''
}

/** What the compiler misses when it knows the language and no host: no page, no Node, no console. */
function missingGlobals(sources: string[]): string[] {
  const program = ts.createProgram(sources, {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts'],
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    noEmit: true,
  })
  return ts
    .getPreEmitDiagnostics(program)
    .map((each) => ts.flattenDiagnosticMessageText(each.messageText, '\n'))
}

test('model and record compile where there is no page, no Node and no console', () => {
  expect(files.length).toBeGreaterThan(10)
  expect(missingGlobals(files)).toEqual([])
})

test('model and record read no clock and no chance of its own', () => {
  const impure = files.flatMap((file) =>
    findImpure(readFileSync(file, 'utf8')).map((what) => `${file}: ${what}`),
  )
  expect(impure).toEqual([])
})

test('the search finds what it looks for', () => {
  const text = 'Date(); new Date(); Date.now(); Math.random(); const pick = Math.random\n'
  expect(findImpure(text)).toEqual([
    'Date()',
    'new Date()',
    'Date.now',
    'Math.random',
    'Math.random',
  ])
  expect(findImpure('new Date(2023, 0, 1); Math.max(1, 2) // Date.now()\n')).toEqual([])
})
