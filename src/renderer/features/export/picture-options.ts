/** Colours of the app’s two themes, or greys that a printer without colour tells apart. */
export type PictureTheme = 'light' | 'dark' | 'print'

/** How large a PNG is: pixels to each of the picture’s own, or a width on paper. */
export type PngSize =
  | { readonly kind: 'times'; readonly times: PngTimes }
  | { readonly kind: 'wide'; readonly centimetres: number }

export const PNG_TIMES = [1, 2, 3, 4] as const
type PngTimes = (typeof PNG_TIMES)[number]

/** How a chart looks as a picture of its own. */
export interface PictureOptions {
  readonly theme: PictureTheme
  readonly isTransparent: boolean
  readonly hasTitle: boolean
  /** What tells the marks apart: the sentence under the title, and names beside or above them. */
  readonly hasLegend: boolean
  /** What was computed, and what it is held against. */
  readonly hasSource: boolean
  readonly png: PngSize
}

export const DEFAULT_OPTIONS: PictureOptions = {
  theme: 'light',
  isTransparent: false,
  hasTitle: true,
  hasLegend: true,
  hasSource: true,
  png: { kind: 'times', times: 2 },
}

/** Widths on paper, in centimetres. */
export const PAPER_WIDTHS = { least: 2, most: 40, usual: 16 } as const

const CENTIMETRES_PER_INCH = 2.54
/** Pixels of a picture to an inch, as in a browser. */
const OWN_DENSITY = 96
const PRINT_DENSITY = 300

/** A picture’s pixels: how many to each of its own, and how many are to be placed in an inch. */
export interface PngMeasure {
  readonly scale: number
  readonly pixelsPerInch: number
}

/** @param width the picture’s own, in pixels */
export function pngMeasure(size: PngSize, width: number): PngMeasure {
  if (size.kind === 'times') {
    return { scale: size.times, pixelsPerInch: size.times * OWN_DENSITY }
  }
  const pixels = Math.round((size.centimetres / CENTIMETRES_PER_INCH) * PRINT_DENSITY)
  return { scale: pixels / width, pixelsPerInch: PRINT_DENSITY }
}

/** Where a picture of so many pixels reaches on paper, in centimetres. */
export const centimetres = (pixels: number, pixelsPerInch: number): number =>
  (pixels / pixelsPerInch) * CENTIMETRES_PER_INCH

/** Pixels to an inch of a picture that is not a PNG. */
export const drawnDensity = OWN_DENSITY
