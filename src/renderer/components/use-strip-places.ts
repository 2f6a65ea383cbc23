import { useCallback, useState } from 'react'
import type { StripPlace } from '../charts/strips'

/** Where a column of strips lies over its table, in whole pixels from the table's corner. */
export interface StripColumn {
  readonly left: number
  readonly width: number
  readonly height: number
  readonly places: readonly StripPlace[]
}

const NONE: StripColumn = { left: 0, width: 0, height: 0, places: [] }

/** The cells of the strips of a table, without those of tables inside it. */
const stripCells = (element: HTMLElement): Element[] =>
  [...element.querySelectorAll('td.column-strip')].filter(
    (cell) => cell.closest('.strip-table') === element,
  )

/** Measures the cells `.column-strip` of the rows of a table, again whenever it changes its size. */
export function useStripPlaces(): [
  ref: (element: HTMLElement | null) => (() => void) | undefined,
  column: StripColumn,
] {
  const [column, setColumn] = useState(NONE)
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined
    const measure = (): void => setColumn((before) => unlessSame(before, measureColumn(element)))
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    for (const cell of stripCells(element)) observer.observe(cell)
    measure()
    return () => observer.disconnect()
  }, [])
  return [ref, column]
}

function measureColumn(element: HTMLElement): StripColumn {
  const whole = element.getBoundingClientRect()
  const cells = stripCells(element).map((cell) => cell.getBoundingClientRect())
  const [first] = cells
  if (!first) return NONE
  return {
    left: Math.round(first.left - whole.left),
    width: Math.floor(first.width),
    height: Math.floor(whole.height),
    places: cells.map(({ top, height }) => ({
      top: Math.round(top - whole.top),
      height: Math.round(height),
    })),
  }
}

const unlessSame = (before: StripColumn, now: StripColumn): StripColumn =>
  JSON.stringify(before) === JSON.stringify(now) ? before : now
