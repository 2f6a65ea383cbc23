import { printable } from './printable'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** A text as the content of an element, or within double quotes. */
export const xmlText = (text: string): string =>
  printable(text).replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? '')
