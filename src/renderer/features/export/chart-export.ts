import type { ReactElement } from 'react'
import type { Cell } from '../../../briefing/cell'
import type { ChartKind } from '../../state/view-store'
import type { ChartSource } from './export-origin'
import type { PictureOptions } from './picture-options'

/** A chart as it is laid out on a page of its own; places and sizes in pixels. */
export interface Picture {
  readonly title: string
  readonly subtitle: string
  /** None where everything is written. */
  readonly chart: ReactElement | undefined
  /** Where the chart goes, below the head. */
  readonly x: number
  readonly y: number
  /** Of chart and texts together, between the edges of the page and below the head. */
  readonly width: number
  readonly height: number
  /** What is written beside the chart: across from the edge of the page, down from its head. */
  readonly texts: readonly SVGElement[]
}

/** What of the options a chart has to know: the rest is the page’s. */
export type PictureLook = Pick<PictureOptions, 'theme' | 'hasLegend'>

/** A chart that can leave the program. */
export interface ChartExport {
  readonly kind: ChartKind
  /** What the chart is, to choose it by. */
  readonly label: string
  readonly source: ChartSource
  readonly picture: (look: PictureLook) => Picture
  /** The numbers behind it: a tidy table, its header first. */
  readonly table: () => readonly (readonly Cell[])[]
}

/** Measures of a page that holds one chart. */
export const PAGE = { width: 960, padding: 32, plotHeight: 380 } as const

export const CHART_WIDTH = PAGE.width - 2 * PAGE.padding

/** Where a chart that needs the whole page stands. */
export const WHOLE_PAGE = {
  x: PAGE.padding,
  y: 0,
  width: CHART_WIDTH,
  height: PAGE.plotHeight,
  texts: [],
} as const
