import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { COLOUR, FACE } from '../look'
import { packWorkbook } from '../xlsx/package'
import type { StyledCell } from '../xlsx/sheet'
import { TITLE_NAME, TITLE_PLACE } from './deck'

/** What the library that writes decks does not do as the format or a reader wants it. */

/** All notes are written as one paragraph, in which a line end is a mere space. */
const inParagraphs = (notes: string): string =>
  notes.replace(/<a:t>[^<]*<\/a:t>/g, (text) =>
    text.replaceAll('\n', '</a:t></a:r></a:p><a:p><a:r><a:rPr lang="en-GB" dirty="0"/><a:t>'),
  )

/** Two things of a chart come in an order that the format does not have, and lines and areas have what only bars may. */
const inOrder = (chart: string): string =>
  chart
    .replace(/(<c:noMultiLvlLbl val="\d"\/>)\s*(<c:tickLblSkip val="\d+"\/>)/g, '$2$1')
    .replace(/<c:(line|area)Chart>.*?<\/c:\1Chart>/gs, (drawn) =>
      drawn
        .replace(/<c:invertIfNegative val="\d"\/>/g, '')
        .replace(/<c:dLbls>.*?<\/c:dLbls>/gs, ''),
    )

const MARKS: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
}

const textsIn = (xml: string | undefined): string[] =>
  [...(xml ?? '').matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, text = '']) =>
    text.replace(/&\w+;/g, (mark) => MARKS[mark] ?? mark),
  )

const within = (xml: string, element: string): string | undefined =>
  new RegExp(`<c:${element}>(.*?)</c:${element}>`, 's').exec(xml)?.[1]

const head = (value: string): StyledCell => ({ value, style: 'label' })

/**
 * The numbers of a chart as the workbook that opens when they are to be edited; the
 * library's own leaves out every 0.
 */
function workbookOf(chart: string, madeAt: string): Uint8Array {
  const series = [...chart.matchAll(/<c:ser>(.*?)<\/c:ser>/gs)].map(([, ser = '']) => ({
    name: textsIn(within(ser, 'tx'))[0] ?? '',
    categories: textsIn(within(ser, 'cat')),
    values: textsIn(within(ser, 'val')).map(Number),
  }))
  const categories = series[0]?.categories ?? []
  const rows = categories.map((category, row): StyledCell[] => [
    head(category),
    ...series.map(({ values }) => ({ value: values[row] ?? Number.NaN, style: 'number' as const })),
  ])
  const widths = [36, ...series.map(() => 22)]
  const heads = [head(''), ...series.map(({ name }) => head(name))]
  return packWorkbook([{ name: 'Sheet1', widths, rows: [heads, ...rows] }], {
    title: 'Numbers of a chart',
    createdAt: madeAt,
  })
}

const LAYOUT = /^ppt\/slideLayouts\/slideLayout\d+\.xml$/
const EMBEDDED = /^ppt\/embeddings\/Microsoft_Excel_Worksheet(\d+)\.xlsx$/

/** A table has a number that another thing on its slide may have, too. */
function numberedOnce(slide: string): string {
  let last = 0
  return slide.replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${++last}"`)
}

const TITLE_HOLDER = '<p:nvPr><p:ph type="title"/></p:nvPr>'

/** The title of a slide as one: else outlines are empty and a screen reader has nothing to name it by. */
const withTitle = (slide: string): string =>
  slide.replace(
    new RegExp(`(name="${TITLE_NAME}"></p:cNvPr>)<p:cNvSpPr/><p:nvPr></p:nvPr>`),
    `$1<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>${TITLE_HOLDER}`,
  )

const EMU_PER_INCH = 914_400
const emu = (inches: number): number => Math.round(inches * EMU_PER_INCH)

/** Where a title stands and how it looks, for slides made anew from the layout. */
function titleHolder(): string {
  const { x, y, w, h } = TITLE_PLACE
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="90" name="${TITLE_NAME}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>${TITLE_HOLDER}</p:nvSpPr>`,
    `<p:spPr><a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`,
    '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:normAutofit/></a:bodyPr>',
    `<a:lstStyle><a:lvl1pPr algn="l"><a:defRPr sz="2600" b="1"><a:solidFill><a:srgbClr val="${COLOUR.accent}"/></a:solidFill><a:latin typeface="${FACE}"/></a:defRPr></a:lvl1pPr></a:lstStyle>`,
    '<a:p><a:r><a:rPr lang="en-GB"/><a:t>Title</a:t></a:r></a:p></p:txBody></p:sp>',
  ].join('')
}

const withTitleHolder = (layout: string): string =>
  layout.replace('</p:spTree>', `${titleHolder()}</p:spTree>`)

/** The deck with all that put right. */
export function amendDeck(bytes: Uint8Array, madeAt: string): Uint8Array {
  const parts = unzipSync(bytes)
  const amended = (path: string, part: Uint8Array): Uint8Array => {
    if (path.startsWith('ppt/notesSlides/notesSlide')) return strToU8(inParagraphs(strFromU8(part)))
    if (path.startsWith('ppt/charts/chart')) return strToU8(inOrder(strFromU8(part)))
    if (path.startsWith('ppt/slides/slide')) {
      return strToU8(withTitle(numberedOnce(strFromU8(part))))
    }
    if (LAYOUT.test(path)) return strToU8(withTitleHolder(strFromU8(part)))
    const chart = parts[`ppt/charts/chart${EMBEDDED.exec(path)?.[1]}.xml`]
    return chart ? workbookOf(strFromU8(chart), madeAt) : part
  }
  const entries = Object.entries(parts).map(([path, part]) => [path, amended(path, part)])
  return zipSync(Object.fromEntries(entries), { mtime: new Date(madeAt) })
}
