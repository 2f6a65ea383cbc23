import PptxGenJs from 'pptxgenjs'
import type { BriefingContent } from '../content'
import { fittingSize, type Room, shortened } from '../fit'
import { COLOUR, FACE } from '../look'

/** What all slides share; lengths in inches. */
export const PAGE = { width: 13.333, height: 7.5, margin: 0.6 } as const
export const INNER = PAGE.width - 2 * PAGE.margin
/** Where what is below the head of a slide begins and ends. */
export const BODY = { top: 1.55, bottom: 6.85 } as const

export type Slide = PptxGenJs.Slide
export type Deck = PptxGenJs

const MASTER = 'brink'

/** One line for the foot of a slide: of what, and as of when. */
function footLine({ title, asOf }: BriefingContent): string {
  const room = { width: INNER - 4, points: 10 }
  return `${shortened(title.replaceAll('\n', ' '), 1, room)}, as of ${asOf}`
}

export function startDeck(content: BriefingContent): Deck {
  const deck = new PptxGenJs()
  deck.defineLayout({ name: MASTER, width: PAGE.width, height: PAGE.height })
  deck.layout = MASTER
  deck.theme = { headFontFace: FACE, bodyFontFace: FACE }
  deck.title = content.title
  deck.subject = content.caseTitle
  deck.author = 'Brink'
  deck.company = ''
  deck.defineSlideMaster({
    title: MASTER,
    background: { color: COLOUR.white },
    objects: [
      { rect: { x: 0, y: 0, w: PAGE.width, h: 0.12, fill: { color: COLOUR.accent } } },
      {
        text: {
          text: footLine(content),
          options: {
            ...{ x: PAGE.margin, y: 7.02, w: INNER - 1, h: 0.3, margin: 0 },
            ...{ fontFace: FACE, fontSize: 10, color: COLOUR.quiet, valign: 'middle' },
          },
        },
      },
    ],
    slideNumber: {
      ...{ x: PAGE.width - PAGE.margin - 0.8, y: 7.02, w: 0.8, h: 0.3 },
      ...{ fontFace: FACE, fontSize: 10, color: COLOUR.quiet, align: 'right' },
    },
  })
  return deck
}

/** What a text looks like in its place. */
export interface TextPlace {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly points: number
  readonly isBold?: boolean
  readonly colour?: string
  readonly valign?: 'top' | 'middle' | 'bottom'
  /** After each paragraph, in points. */
  readonly gap?: number
  /** What it is called where the things of a slide are listed. */
  readonly name?: string
}

export const roomOf = ({ w, points, isBold = false }: TextPlace): Room => ({
  width: w,
  points,
  isBold,
})

const LINE = 1.2

/** Puts a text in its place, shortened where it would reach over it. */
export function putText(slide: Slide, text: string, place: TextPlace): void {
  if (text === '') return
  const { x, y, w, h, points, isBold = false, colour = COLOUR.text, valign = 'top' } = place
  const { gap = 0, name } = place
  const most = Math.max(Math.floor((h * 72) / (points * LINE) + 0.01), 1)
  slide.addText(shortened(text, most, roomOf(place)), {
    ...{ x, y, w, h, margin: 0, fontFace: FACE, fontSize: points, bold: isBold },
    ...{ color: colour, valign, lang: 'en-GB', fit: 'none', wrap: true, paraSpaceAfter: gap },
    ...(name === undefined ? {} : { objectName: name }),
  })
}

/** By this name a slide’s title is known, and becomes the one that outlines show (amend.ts). */
export const TITLE_NAME = 'Title'

/** Where the title of a slide stands that says nothing else of it. */
export const TITLE_PLACE = { x: PAGE.margin, y: 0.38, w: INNER, h: 0.5 } as const

/** A slide with its head: a title of two lines at most, and a sentence under it. */
export function startSlide(deck: Deck, title: string, sentence: string, notes: string): Slide {
  const slide = deck.addSlide({ masterName: MASTER })
  const points = fittingSize(title, 1, INNER, [26, 22, 20])
  putText(slide, title, {
    ...{ ...TITLE_PLACE, points, isBold: true, name: TITLE_NAME },
    ...{ colour: COLOUR.accent, valign: 'middle' },
  })
  putText(slide, sentence, {
    ...{ x: PAGE.margin, y: 0.93, w: INNER, h: 0.5, points: 14, colour: COLOUR.plain },
  })
  slide.addNotes(notes)
  return slide
}

export const emptySlide = (deck: Deck, notes: string): Slide => {
  const slide = deck.addSlide({ masterName: MASTER })
  slide.addNotes(notes)
  return slide
}

/** `Drivers`, `Drivers (2 of 3)`. */
export const pageTitle = (title: string, page: number, pages: number): string =>
  pages === 1 ? title : `${title} (${page + 1} of ${pages})`
