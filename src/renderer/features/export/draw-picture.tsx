import { type ReactElement, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { type Provenance, provenanceLines } from '../../../provenance/provenance'
import { shorten } from '../../charts/shorten'
import { PAGE, type Picture } from './chart-export'
import { selfContained, svgNode, svgText } from './svg-nodes'

/** A picture of its own: title, sentence, chart and stamp, in the light theme. */
export async function drawPicture(picture: Picture, provenance: Provenance): Promise<SVGElement> {
  const { width, padding } = PAGE
  const drawn = picture.chart ? [await draw(picture.chart)] : []
  const height = PAGE.head + picture.height + PAGE.foot
  const place = `translate(${picture.x} ${PAGE.head + picture.y})`
  const [made, source] = provenanceLines(provenance)
  const foot = height - 26
  return svgNode(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
    },
    svgNode('title', {}, picture.title),
    svgNode('desc', {}, `${picture.subtitle} ${made} ${source}`),
    svgNode('rect', { width, height, fill: '#ffffff' }),
    svgText(shorten(picture.title, 78), padding, 40, { size: 21, weight: 650 }),
    svgText(shorten(picture.subtitle, 130), padding, 64, { size: 13.5, fill: '#4f5765' }),
    svgNode('g', { transform: place }, ...drawn),
    ...picture.texts,
    svgText(shorten(made, 150), padding, foot, { size: 11, fill: '#636b79' }),
    svgText(shorten(source, 150), padding, foot + 16, { size: 11, fill: '#636b79' }),
  )
}

const LONGEST_WAIT_MS = 5000
let pictures = 0

/** Draws a chart out of sight in the light theme and takes the finished shapes. */
async function draw(chart: ReactElement): Promise<SVGElement> {
  const stage = document.createElement('div')
  stage.className = 'off-stage'
  stage.dataset.theme = 'light'
  document.body.append(stage)
  const root = createRoot(stage)
  try {
    root.render(<StrictMode>{chart}</StrictMode>)
    return selfContained(await finishedSvg(stage), `p${++pictures}-`)
  } finally {
    root.unmount()
    stage.remove()
  }
}

/** recharts lays out over a few turns; it is done when two looks find the same. */
async function finishedSvg(stage: HTMLElement): Promise<SVGElement> {
  let before = ''
  for (const begun = Date.now(); Date.now() - begun < LONGEST_WAIT_MS; ) {
    await new Promise((resolve) => setTimeout(resolve, 30))
    const svg = stage.querySelector<SVGElement>('svg.recharts-surface')
    if (svg?.querySelector('path, circle, .chart-label') && svg.outerHTML === before) return svg
    before = svg?.outerHTML ?? ''
  }
  throw new Error('the chart was not drawn within five seconds')
}
