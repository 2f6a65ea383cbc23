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
 * which an object's prototype is reached.
 */
export function readGuardedJson(text: string): Guarded {
  const failure = scan(text)
  if (failure) return { ok: false, failure }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, failure: { kind: 'not-json', ...placeOf(text, errorOffset(text, error)) } }
  }
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** V8 names the position in some of its messages and the end of the text in the rest. */
function errorOffset(text: string, error: unknown): number {
  const message = error instanceof Error ? error.message : ''
  const position = /position (\d+)/.exec(message)?.[1]
  if (position !== undefined) return Number(position)
  const near = /token '?(.)'?, \.{0,3}"(.*?)"\.{0,3} is not valid/s.exec(message)?.[2]
  const found = near ? text.indexOf(near) : -1
  return found >= 0 ? found : text.length
}

/** Walks strings and brackets only; everything else is JSON.parse's to judge. */
function scan(text: string): FileFailure | undefined {
  const open: (Set<string> | null)[] = []
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : null)
      if (open.length > DEEPEST) return { kind: 'too-deep', levels: DEEPEST }
    } else if (character === '}' || character === ']') {
      open.pop()
    } else if (character === '"') {
      const end = endOfString(text, at)
      const failure = checkKey(text, at, end, open.at(-1) ?? null)
      if (failure) return failure
      at = end
    }
  }
  return undefined
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return Math.min(at, text.length)
}

const FOLLOWED_BY_COLON = /[ \t\r\n]*:/y

function checkKey(
  text: string,
  start: number,
  end: number,
  keys: Set<string> | null,
): FileFailure | undefined {
  FOLLOWED_BY_COLON.lastIndex = end + 1
  if (!keys || !FOLLOWED_BY_COLON.test(text)) return undefined
  const key = decodeString(text.slice(start, end + 1))
  const { line } = placeOf(text, start)
  if (FORBIDDEN_KEYS.has(key)) return { kind: 'forbidden-key', key, line }
  if (keys.has(key)) return { kind: 'repeated-key', key, line }
  keys.add(key)
  return undefined
}

/** A key written with escapes is the same key. */
function decodeString(literal: string): string {
  try {
    return String(JSON.parse(literal))
  } catch {
    return literal
  }
}
