/** A text of the help as the page shows it: what Markdown says, without any markup. */

export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly of: readonly Inline[] }
  | { readonly kind: 'link'; readonly to: Target; readonly of: readonly Inline[] }

/** Where a link leads: within the help, out of the program, or to a file that the help does not show. */
export type Target =
  | { readonly kind: 'topic'; readonly topic: string; readonly heading: string | undefined }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'file'; readonly path: string }

export type Block =
  | {
      readonly kind: 'heading'
      readonly level: number
      /** Unique in its topic, as GitHub makes it of the words. */
      readonly id: string
      readonly of: readonly Inline[]
    }
  | { readonly kind: 'paragraph'; readonly of: readonly Inline[] }
  | {
      readonly kind: 'list'
      readonly isOrdered: boolean
      readonly items: readonly (readonly Block[])[]
    }
  | {
      readonly kind: 'table'
      readonly head: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly of: readonly Block[] }
  /** Stands for what the program makes of one of its own lists, so that the two cannot differ. */
  | { readonly kind: 'made'; readonly from: string }

/** The words alone. */
export const plainText = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => ('text' in inline ? inline.text : plainText(inline.of))).join('')
