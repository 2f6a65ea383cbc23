import { balanceText, fitText } from './text-width'

const SVG = 'http://www.w3.org/2000/svg'

/** Fonts of an exported picture: those of the screen where they are, else what is everywhere. */
export const EXPORT_FONTS =
  "'Inter Variable', Inter, 'Segoe UI', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"

// Everything below space but tab and line ends, and lone surrogates, is outside XML.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

const asXmlText = (text: string): string => text.replace(NOT_XML, '')

type Attributes = Readonly<Record<string, string | number>>

export function svgNode(
  name: string,
  attributes: Attributes,
  ...children: (Node | string)[]
): SVGElement {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, asXmlText(String(value)))
  }
  element.append(...children.map((child) => (typeof child === 'string' ? asXmlText(child) : child)))
  return element
}

interface TextStyle {
  readonly size: number
  readonly weight?: number
  readonly fill?: string
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly isItalic?: boolean
}

export const svgText = (
  text: string,
  x: number,
  y: number,
  { size, weight = 400, fill = 'var(--text)', anchor = 'start', isItalic }: TextStyle,
): SVGElement =>
  svgNode(
    'text',
    {
      x,
      y,
      'font-family': EXPORT_FONTS,
      'font-size': size,
      'font-weight': weight,
      fill,
      'text-anchor': anchor,
      ...(isItalic ? { 'font-style': 'italic' } : {}),
    },
    text,
  )

const PRESENTATION = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'fill-opacity'] as const
const TEXT_PRESENTATION = ['font-size', 'font-weight', 'font-style', 'text-anchor'] as const
const DRAWN = new Set([
  'path',
  'rect',
  'circle',
  'line',
  'text',
  'tspan',
  'g',
  'svg',
  'clipPath',
  'defs',
])

const isDrawn = (element: SVGElement): boolean =>
  DRAWN.has(element.localName) && getComputedStyle(element).display !== 'none'

/**
 * A copy of a drawn chart that looks the same on its own: colours and type written
 * out where a style sheet gave them, and nothing but shapes and text kept.
 */
export function selfContained(original: SVGElement, idPrefix: string): SVGElement {
  const copy = document.createElementNS(SVG, original.localName)
  for (const { name, value } of original.attributes) {
    if (/^(class|style|role|tabindex|aria-|data-|on|name|cursor)/i.test(name)) continue
    if (/^(var|color-mix)\(/.test(value) || name === 'xmlns') continue
    copy.setAttribute(name, asXmlText(localReference(name, value, idPrefix)))
  }
  writeStyle(original, copy)
  for (const child of original.childNodes) {
    if (child instanceof SVGElement && isDrawn(child)) {
      copy.append(selfContained(child, idPrefix))
    } else if (child instanceof Text) {
      copy.append(spaced(asXmlText(child.data)))
    }
  }
  return original.localName === 'text' && getComputedStyle(original).paintOrder.startsWith('stroke')
    ? overItsHalo(copy)
    : copy
}

/** A space before a part of a text in another weight is one that no program takes away. */
const spaced = (text: string): string => text.replace(/ $/, '\u00a0')

/** Not every program knows of painting a stroke first: the halo becomes a text of its own, below. */
function overItsHalo(text: SVGElement): SVGElement {
  const halo = text.cloneNode(true) as SVGElement
  halo.setAttribute('aria-hidden', 'true')
  halo.setAttribute('stroke-linejoin', 'round')
  text.setAttribute('stroke', 'none')
  return svgNode('g', {}, halo, text)
}

/** Ids are made this picture's own, so that several can stand in one page. */
function localReference(name: string, value: string, prefix: string): string {
  if (name === 'id') return `${prefix}${value}`
  return value.replace(/url\(#([^)]+)\)/g, `url(#${prefix}$1)`)
}

/** Mixed colours come out in a notation that few programs read. */
function asRgb(value: string): string {
  const mixed = /^color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(value)
  if (!mixed) return value
  return `rgb(${mixed
    .slice(1)
    .map((channel) => Math.round(Number(channel) * 255))
    .join(', ')})`
}

/** A text’s place is told by one number down, since not every program adds what is told in letters. */
function settleHeight(text: SVGElement, size: number): void {
  const shift = /^(-?[\d.]+)em$/.exec(text.getAttribute('dy') ?? '')
  if (!shift) return
  text.removeAttribute('dy')
  const y = Number(text.getAttribute('y') ?? 0) + Number(shift[1]) * size
  text.setAttribute('y', String(Number(y.toFixed(2))))
}

/** Only whole hundreds are known everywhere; what lies between becomes the bolder. */
const known = (weight: string): string => String(Math.ceil(Number(weight) / 100) * 100)

function writeStyle(original: SVGElement, copy: SVGElement): void {
  const style = getComputedStyle(original)
  const isText = original.localName === 'text' || original.localName === 'tspan'
  if (['g', 'svg', 'clipPath', 'defs'].includes(original.localName)) return
  for (const property of isText ? [...PRESENTATION, ...TEXT_PRESENTATION] : PRESENTATION) {
    const value = style.getPropertyValue(property)
    if (value) copy.setAttribute(property, property === 'font-weight' ? known(value) : asRgb(value))
  }
  if (isText) copy.setAttribute('font-family', EXPORT_FONTS)
  if (original.localName === 'text') settleHeight(copy, Number.parseFloat(style.fontSize))
}

/** A text in one line, or two where it is longer, around the height of its row's other texts. */
export function wrappedText(
  text: string,
  width: number,
  x: number,
  y: number,
  size: number,
): SVGElement[] {
  const [first = '', rest] = balanceText(text, { width, size }, 2)
  if (rest === undefined) return [svgText(first, x, y, { size })]
  return [svgText(first, x, y - 8, { size }), svgText(rest, x, y + 9, { size })]
}

/** A text of one line, cut where there is no more room. */
export const fittedText = (
  text: string,
  width: number,
  x: number,
  y: number,
  style: TextStyle,
): SVGElement =>
  svgText(
    fitText(text, { width, size: style.size, isBold: (style.weight ?? 400) > 400 }),
    x,
    y,
    style,
  )
