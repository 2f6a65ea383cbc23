import type PptxGenJs from 'pptxgenjs'
import { axisTop } from '../axis-top'
import { shortNames } from '../fit'
import { COLOUR, FACE } from '../look'
import type { Slide } from './deck'

/** Where a chart stands, in inches. */
export interface ChartPlace {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface ChartSeries {
  readonly name: string
  readonly values: readonly number[]
  readonly colour: string
}

/** What a chart shows, in words for those who do not see it. */
interface Described {
  readonly altText: string
  readonly categories: readonly string[]
  readonly place: ChartPlace
}

const axes = (points = 12): PptxGenJs.IChartOpts => ({
  ...{ catAxisLabelFontFace: FACE, catAxisLabelFontSize: points, catAxisLabelColor: COLOUR.plain },
  ...{ valAxisLabelFontFace: FACE, valAxisLabelFontSize: 12, valAxisLabelColor: COLOUR.quiet },
  ...{ catGridLine: { style: 'none' }, valGridLine: { color: COLOUR.hairline, size: 0.75 } },
  ...{ catAxisLineShow: true, catAxisLineColor: COLOUR.quiet, valAxisLineShow: false },
  ...{ catAxisMajorTickMark: 'none', valAxisMajorTickMark: 'none', lang: 'en-GB' },
})

const dataOf = (series: readonly ChartSeries[], categories: readonly string[]) =>
  series.map(({ name, values }) => ({ name, labels: [...categories], values: [...values] }))

const coloursOf = (series: readonly ChartSeries[]): string[] => series.map(({ colour }) => colour)

/** About so many months are named along the axis. */
const MONTHS_NAMED = 7
const monthStep = (count: number): string => {
  const steps = [1, 2, 3, 6, 12, 24, 36]
  return String(steps.find((step) => (count - 1) / step <= MONTHS_NAMED) ?? 36)
}

/** Shares of a whole by month, one upon the other, the first lowest. */
export function putStackedMonths(
  slide: Slide,
  series: readonly ChartSeries[],
  { altText, categories, place }: Described,
): void {
  slide.addChart('bar', dataOf(series, categories), {
    ...place,
    ...axes(),
    ...{ barDir: 'col', barGrouping: 'stacked', barGapWidthPct: 6, barOverlapPct: 100 },
    ...{
      chartColors: coloursOf(series),
      altText,
      catAxisLabelFrequency: monthStep(categories.length),
    },
    ...{ valAxisMinVal: 0, valAxisMaxVal: 1, valAxisMajorUnit: 0.25, valAxisLabelFormatCode: '0%' },
    ...{ showLegend: false, showTitle: false, showValue: false },
  })
}

/** A line by month, with how thick it is in points. */
export interface MonthLine extends ChartSeries {
  readonly size: number
  readonly isDashed?: boolean
}

/** Upon one another, a series without a colour as mere room. */
export interface MonthArea extends Omit<ChartSeries, 'colour'> {
  readonly colour?: string
}

/** Areas by month, stacked from the first on, and lines over them, the first undermost. */
export function putBandAndLines(
  slide: Slide,
  { areas, lines, top }: { areas: readonly MonthArea[]; lines: readonly MonthLine[]; top: number },
  { altText, categories, place }: Described,
): void {
  const colours = areas.map(({ colour = 'transparent' }) => colour)
  const band = {
    type: 'area' as const,
    data: dataOf(
      areas.map((area, at) => ({ ...area, colour: colours[at] ?? '' })),
      categories,
    ),
    options: { chartColors: colours, barGrouping: 'stacked' as const },
  }
  const drawn = lines.map((line) => ({
    type: 'line' as const,
    data: dataOf([line], categories),
    options: {
      ...{ chartColors: [line.colour], lineSize: line.size, lineDataSymbol: 'none' as const },
      lineDash: line.isDashed ? ('sysDash' as const) : ('solid' as const),
    },
  }))
  const end = axisTop([top])
  // What the library takes as its two arguments is not what its types say.
  slide.addChart(
    [band, ...drawn] as never,
    {
      ...place,
      ...axes(),
      ...{ altText, catAxisLabelFrequency: monthStep(categories.length) },
      ...{ valAxisMinVal: 0, valAxisMaxVal: end.value, valAxisMajorUnit: end.step },
      ...{ valAxisLabelFormatCode: '0%', showLegend: false, showTitle: false },
    } as never,
  )
}

/** Bars of one series, with what their axis is called. */
interface Bars extends Described {
  readonly name: string
  readonly values: readonly number[]
  readonly colours: readonly string[]
  readonly axis: string
}

const TICK_STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100]

/** The ends of an axis that holds all values and 0, with five marks at most. */
export function barAxis(values: readonly number[]): { least: number; most: number; step: number } {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  // In whole steps, and never the 0 that is written with a minus.
  const times = (count: number, step: number): number => Number((count * step).toFixed(10)) + 0
  const ends = (step: number) => ({
    least: times(Math.floor(low / step + 1e-9), step),
    most: times(Math.ceil(high / step - 1e-9), step),
    step,
  })
  const fitting = TICK_STEPS.map(ends).find(({ least, most, step }) => (most - least) / step < 4.5)
  return fitting ?? ends(100)
}

/** Bars from left to right, the first category on top. */
export function putBars(
  slide: Slide,
  { name, values, colours, axis, altText, categories, place }: Bars,
): void {
  const labels = shortNames(categories, { width: place.w * 0.36, points: 12 }, 2).reverse()
  const { least, most, step } = barAxis(values)
  const format = '+0.0;−0.0;0.0'
  // The library lists categories from the bottom.
  const upwards = [...colours].reverse()
  const series = { name, values: [...values].reverse(), colour: '' }
  slide.addChart('bar', dataOf([series], labels), {
    ...place,
    ...axes(),
    ...{ barDir: 'bar', barGrouping: 'clustered', barGapWidthPct: 45, altText },
    ...{ chartColors: upwards, invertedColors: upwards },
    ...{ valAxisMinVal: least, valAxisMaxVal: most, valAxisMajorUnit: step },
    ...{ valAxisLabelFormatCode: step < 1 ? format : '+0;−0;0', dataLabelFormatCode: format },
    ...{ showValAxisTitle: true, valAxisTitle: axis, valAxisTitleFontFace: FACE },
    ...{ valAxisTitleFontSize: 12, valAxisTitleColor: COLOUR.quiet, showValue: true },
    ...{ dataLabelFontFace: FACE, dataLabelFontSize: 12, dataLabelColor: COLOUR.plain },
    ...{ catAxisLabelPos: 'low', showLegend: false, showTitle: false },
  })
}
