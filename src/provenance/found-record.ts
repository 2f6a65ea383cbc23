/** What a file of some format holds where a record would be. */
export type FoundRecord =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  /** There was one, or may have been, but the file is broken there. */
  | { readonly kind: 'broken' }

export const NONE: FoundRecord = { kind: 'none' }
export const BROKEN: FoundRecord = { kind: 'broken' }

export const foundText = (text: string): FoundRecord => ({ kind: 'text', text })
