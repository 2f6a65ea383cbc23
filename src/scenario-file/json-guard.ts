import type { FileFailure } from './failures'

/** Deeper than any scenario, and shallow enough for every reader after this one. */
const DEEPEST = 64

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

type Guarded =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: FileFailure }

/**
 * Reads JSON from an untrusted text, refusing what JSON.parse lets pass: depth
 * without end, a key given twice (the last would win unseen), and the names by
 * which an object's prototype is reached. A fault is found with its place.
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

const SPACE = /[ \t\r\n]*/y
const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none of them in a string
  /[{}[\]:,]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** Walks the text token by token without recursion, so that no depth can hurt it. */
function findFault(text: string): FileFailure | undefined {
  const open: OpenBracket[] = []
  let expected: Expected = 'value'
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, TOKEN.lastIndex)) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)?.[0]
    const next: Expected | undefined = token ? follow(token, expected, open) : undefined
    if (!token || !next) return { kind: 'not-json', ...placeOf(text, at) }
    if (open.length > DEEPEST) return { kind: 'too-deep', levels: DEEPEST }
    if (next === 'colon') {
      const fault = checkKey(token, open.at(-1)?.keys, text, at)
      if (fault) return fault
    }
    expected = next
  }
  return expected === 'end' ? undefined : { kind: 'not-json', ...placeOf(text, text.length) }
}

/** What may come after a token, or undefined where the token may not stand. */
function follow(token: string, expected: Expected, open: OpenBracket[]): Expected | undefined {
  const takesValue = expected === 'value' || expected === 'first item'
  switch (token) {
    case '{':
    case '[':
      if (!takesValue) return undefined
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
      if (takesValue) return afterValue(open)
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

function skipSpace(text: string, from: number): number {
  SPACE.lastIndex = from
  SPACE.test(text)
  return SPACE.lastIndex
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
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
    return { kind: isForbidden ? 'forbidden-key' : 'repeated-key', key, line }
  }
  keys?.add(key)
  return undefined
}
