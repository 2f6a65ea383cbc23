import type { BriefingContent } from '../content'
import type { DriverLine } from '../driver-part'
import { COLOUR } from '../look'
import { putBars } from './charts'
import { BODY, type Deck, INNER, PAGE, pageTitle, startSlide } from './deck'
import { notesOf } from './opening'
import { pagesOf, putTable, type TableCell } from './table'

const BARS_PER_PAGE = 10
const HEIGHT = BODY.bottom - BODY.top

const changesOf = ({ hasOwnWeight, saysWeight, saysTrend, shocks }: DriverLine): string[] => [
  ...(hasOwnWeight ? [`weight ${saysWeight}`] : []),
  ...(saysTrend === 'none' ? [] : [saysTrend]),
  ...shocks,
]

const noteOf = (driver: DriverLine): string =>
  [
    `${driver.label} (${driver.saysRole}): here ${driver.saysHere}, in the article ${driver.saysArticle}`,
    `weight ${driver.saysWeight}`,
    `trend ${driver.saysTrend}`,
    ...driver.shocks,
    ...(driver.note === '' ? [] : [`note: ${driver.note}`]),
  ].join('; ')

const rowOf = (driver: DriverLine): TableCell[] => [
  { text: driver.label },
  { text: driver.saysRole },
  { text: driver.saysArticle },
  { text: driver.saysHere, isBold: true },
  { text: [...changesOf(driver), driver.note].filter((each) => each !== '').join('; ') },
]

const LOOK = {
  points: 12,
  columns: [
    { head: 'Changed driver', width: 3.6, mostLines: 3 },
    { head: 'direction', width: 1.3, mostLines: 1 },
    { head: 'article', width: 0.9, mostLines: 1, align: 'right' },
    { head: 'here', width: 1.5, mostLines: 1, align: 'right' },
    { head: 'weight, trend, shocks, note', width: INNER - 7.3, mostLines: 4 },
  ],
} as const

/** The drivers here beside the article's, as bars; then those that differ, in words. */
export function driverSlides(deck: Deck, { drivers }: BriefingContent): void {
  const { lines, sentence, note, strains } = drivers
  const pages = Math.ceil(lines.length / BARS_PER_PAGE)
  for (let page = 0; page < pages; page++) {
    const own = lines.slice(page * BARS_PER_PAGE, (page + 1) * BARS_PER_PAGE)
    const notes = notesOf(sentence, strains, note, ...own.map(noteOf))
    const slide = startSlide(
      deck,
      pageTitle('Drivers, here and in the article', page, pages),
      sentence,
      notes,
    )
    putDriverBars(slide, own)
  }
  const changed = lines.filter(({ isChanged }) => isChanged)
  const tables = pagesOf(LOOK, changed.map(rowOf), HEIGHT)
  let first = 0
  for (const [page, rows] of tables.entries()) {
    const own = changed.slice(first, first + rows.length)
    first += rows.length
    const title = pageTitle('What differs from the article', page, tables.length)
    const slide = startSlide(
      deck,
      title,
      strains === '' ? note : strains,
      notesOf(note, strains, ...own.map(noteOf)),
    )
    putTable(slide, LOOK, rows, { x: PAGE.margin, y: BODY.top })
  }
}

const hundredths = (share: number): number => Number((share * 100).toFixed(10))

function putDriverBars(slide: Parameters<typeof putBars>[0], own: readonly DriverLine[]): void {
  putBars(
    slide,
    [
      {
        name: 'Here',
        values: own.map(({ intensity }) => hundredths(intensity.mode)),
        colour: COLOUR.accent,
      },
      {
        name: 'Article',
        values: own.map(({ reference }) => hundredths(reference)),
        colour: 'B9BFC9',
      },
    ],
    {
      categories: own.map(({ label, saysRole }) => `${label} (${saysRole})`),
      place: { x: PAGE.margin, y: BODY.top, w: INNER, h: HEIGHT },
      altText: `Bars of the drivers’ intensity. ${own.map(noteOf).join('. ')}`,
    },
    { format: '0', least: 0, most: 100, hasLegend: true },
  )
}

const STEPS_SHOWN = 12

/** What adds most to the difference from the article, as bars. */
export function whySlide(deck: Deck, { why }: BriefingContent): void {
  if (!why || why.contributions.length === 0) return
  const own = why.contributions.slice(0, STEPS_SHOWN)
  const left = why.contributions.length - own.length
  const more = left === 0 ? '' : ` ${left} more are in the notes.`
  const notes = notesOf(
    why.sentence,
    ...why.contributions.map(({ sentence }) => sentence),
    why.note,
    ...why.further,
  )
  const slide = startSlide(deck, 'Why it differs from the article', `${why.sentence}${more}`, notes)
  putBars(
    slide,
    [
      {
        name: 'Adds, in points of per cent',
        values: own.map(({ contribution }) => contribution * 100),
        colour: COLOUR.up,
      },
    ],
    {
      categories: own.map(({ label }) => label),
      place: { x: PAGE.margin, y: BODY.top, w: INNER, h: HEIGHT },
      altText: `Bars of what each driver adds. ${why.contributions.map(({ sentence }) => sentence).join('; ')}.`,
    },
    {
      format: '+0.0;−0.0;0.0',
      colours: own.map(({ contribution }) => (contribution > 0 ? COLOUR.up : COLOUR.down)),
    },
  )
}
