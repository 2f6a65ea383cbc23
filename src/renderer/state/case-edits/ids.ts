import type { Case, Id } from '../../../forecast/scenario'
import { isId } from '../../../scenario-file/schema'
import { type ItemKind, idsOf } from './items'

const LONGEST = 64

/** Well-formed ids that no file can hold as a name. */
const FORBIDDEN: readonly Id[] = ['constructor', 'prototype']

/** Why a text cannot be an id of its list, in a sentence; undefined where it can. */
export function idProblem(text: string, taken: readonly Id[]): string | undefined {
  if (text.length > LONGEST) return `An id has at most ${LONGEST} characters.`
  if (!isId(text)) {
    return 'An id is lower-case letters, digits and hyphens, and begins with a letter or digit.'
  }
  if (FORBIDDEN.includes(text)) return `“${text}” cannot be an id.`
  return taken.includes(text) ? `“${text}” is the id of another one.` : undefined
}

/** An id that the list does not have yet, made of some words. */
export function freeId(conflictCase: Case, kind: ItemKind, words: string): Id {
  const taken = idsOf(conflictCase, kind)
  const count = taken.length + 1
  const numbered = Array.from({ length: count }, (_, n) => (n === 0 ? words : `${words}-${n + 1}`))
  return numbered.find((id) => !taken.includes(id)) ?? words
}
