import { useRef } from 'react'
import { useView } from '../state/view-store'

/** While a slider is held the axis stands still, unless another chart has come in its place. */
export function useStillTop(wanted: number, chart: string): number {
  const isDragging = useView((view) => view.isDragging)
  const held = useRef({ top: wanted, chart })
  if (!isDragging || held.current.chart !== chart) held.current = { top: wanted, chart }
  return held.current.top
}
