import type { FileFailure } from './failures'
import { sayName } from './plain-text'

/** Deeper than any scenario, and shallow enough for every reader after this one. */
const DEEPEST = 64

/** More than the limits of the schema let a scenario hold, and few enough for every reader. */
export const MOST_VALUES = 200_000

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

type Guarded =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: FileFailure }

/**
 * Reads JSON from an untrusted text, refusing what JSON.parse lets pass: depth
 * without end, more values than any scenario has, a key given twice (the last would
 * win unseen), and the names by which an object's prototype is reached. A fault is
 * found with its place, in time that grows with the text and no faster.
 */
export function readGuardedJson(text: string): Guarded {
  const failure = findFault(text)
  return failure ? { ok: false, failure } : { ok: true, value: JSON.parse(text) }
}

type Expected = 'value' | 'first item' | 'key' | 'first key' | 'colon' | 'comma' | 'end'

interface OpenBracket {
  /** The keys so far of an object; null for a list. */
  readonly keys: Set<string> | null
}

const LINE_END = 0x0a

// A loop over one set of characters takes no stack in a pattern, whatever its length; a loop
// over alternatives does, so that a long string is walked piece by piece instead.
const SPACE = /[ \t\r\n]*/y
const BARE_TOKEN = /[{}[\]:,]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none of them in a string
const UNESCAPED = /[^"\\\u0000-\u001f]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** Walks the text token by token without recursion, so that no depth can hurt it. */
function findFault(text: string): FileFailure | undefined {
  const open: OpenBracket[] = []
  let expected: Expected = 'value'
  let values = 0
  for (let at = pass(SPACE, text, 0); at < text.length; ) {
    const end = endOfToken(text, at)
    const token = text.slice(at, end)
    const next: Expected | undefined = end ? follow(token, expected, open) : undefined
    if (!end || !next) return { kind: 'not-json', ...placeOf(text, at) }
    if (open.length > DEEPEST) return { kind: 'too-deep', levels: DEEPEST }
    if (next === 'colon') {
      const fault = checkKey(token, open.at(-1)?.keys, text, at)
      if (fault) return fault
    } else if (takesValue(expected)) {
      values++
      if (values > MOST_VALUES) {
        return { kind: 'too-much', values: MOST_VALUES, line: placeOf(text, at).line }
      }
    }
    expected = next
    at = pass(SPACE, text, end)
  }
  return expected === 'end' ? undefined : { kind: 'not-json', ...placeOf(text, text.length) }
}

/** Where the token that begins there ends; undefined where none does. */
function endOfToken(text: string, at: number): number | undefined {
  if (text[at] !== '"') return pass(BARE_TOKEN, text, at) || undefined
  for (let end = at + 1; ; ) {
    end = pass(UNESCAPED, text, end)
    if (text[end] === '"') return end + 1
    end = pass(ESCAPE, text, end)
    if (end === 0) return undefined
  }
}

/** Where a pattern ends that begins at the offset; 0 where it does not begin there. */
function pass(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  pattern.test(text)
  return pattern.lastIndex
}

const takesValue = (expected: Expected): boolean =>
  expected === 'value' || expected === 'first item'

/** What may come after a token, or undefined where the token may not stand. */
function follow(token: string, expected: Expected, open: OpenBracket[]): Expected | undefined {
  switch (token) {
    case '{':
    case '[':
      if (!takesValue(expected)) return undefined
      open.push({ keys: token === '{' ? new Set() : null })
      return token === '{' ? 'first key' : 'first item'
    case '}':
    case ']':
      return close(token, expected, open)
    case ':':
      return expected === 'colon' ? 'value' : undefined
    case ',':
      if (expected !== 'comma') return undefined
      return open.at(-1)?.keys ? 'key' : 'value'
    default:
      if (takesValue(expected)) return afterValue(open)
      return token.startsWith('"') && (expected === 'key' || expected === 'first key')
        ? 'colon'
        : undefined
  }
}

const afterValue = (open: readonly OpenBracket[]): Expected => (open.length === 0 ? 'end' : 'comma')

function close(token: string, expected: Expected, open: OpenBracket[]): Expected | undefined {
  const closesObject = token === '}'
  const isEmpty = expected === (closesObject ? 'first key' : 'first item')
  const isMatched = Boolean(open.at(-1)?.keys) === closesObject
  if (!isMatched || !(isEmpty || expected === 'comma')) return undefined
  open.pop()
  return afterValue(open)
}

/**
 * By a plain loop: a search by `indexOf` counts as free of effects, so that the compiler may
 * move it to where every token passes, and a large file on one line would take minutes.
 */
function placeOf(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let begin = 0
  for (let at = 0; at < offset; at++) {
    if (text.charCodeAt(at) !== LINE_END) continue
    line++
    begin = at + 1
  }
  return { line, column: offset - begin + 1 }
}

function checkKey(
  token: string,
  keys: Set<string> | null | undefined,
  text: string,
  at: number,
): FileFailure | undefined {
  const key = String(JSON.parse(token))
  const isForbidden = FORBIDDEN_KEYS.has(key)
  if (isForbidden || keys?.has(key)) {
    const { line } = placeOf(text, at)
    return { kind: isForbidden ? 'forbidden-key' : 'repeated-key', key: sayName(key), line }
  }
  keys?.add(key)
  return undefined
}
