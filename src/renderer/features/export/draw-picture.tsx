import { type ReactElement, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { PAGE, type Picture } from './chart-export'
import {
  layOutPicture,
  type PictureLayout,
  type PlacedLine,
  SOURCE,
  SUBTITLE,
  TITLE,
} from './picture-layout'
import type { PictureOptions } from './picture-options'
import { selfContained, svgNode, svgText } from './svg-nodes'

/**
 * A picture of its own: title, sentence, chart and stamp, as far as they are wanted.
 *
 * @param source the stamp, in lines
 */
export async function drawPicture(
  picture: Picture,
  source: readonly string[],
  options: PictureOptions,
): Promise<SVGElement> {
  const { title, subtitle, chart } = picture
  const layout = layOutPicture({ title, subtitle, source }, picture, options)
  const { width, height } = layout
  const viewBox = `0 0 ${width} ${height}`
  return onStage(options, async (stage) => {
    const drawn = chart ? [await draw(chart, stage)] : []
    const page = pageOf(picture, layout, options)
    stage.append(page)
    return svgNode(
      'svg',
      { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox, role: 'img' },
      svgNode('title', {}, title),
      svgNode('desc', {}, [subtitle, ...source].join(' ')),
      ...selfContained(page, '').childNodes,
      svgNode('g', { transform: `translate(${picture.x} ${layout.body + picture.y})` }, ...drawn),
    )
  })
}

/** Everything but the chart, in the colours of the theme by their names. */
const pageOf = (picture: Picture, layout: PictureLayout, options: PictureOptions): SVGElement => {
  const { width, height, title, subtitle, source, body } = layout
  const written = (lines: readonly PlacedLine[], style: Parameters<typeof svgText>[3]) =>
    lines.map(({ text, y }) => svgText(text, PAGE.padding, y, style))
  const ground = svgNode('rect', { width, height, fill: 'var(--surface)' })
  return svgNode(
    'svg',
    { width, height },
    ...(options.isTransparent ? [] : [ground]),
    ...written(title, TITLE),
    ...written(subtitle, { ...SUBTITLE, fill: 'var(--text-plain)' }),
    svgNode('g', { transform: `translate(0 ${body})` }, ...picture.texts),
    ...written(source, { ...SOURCE, fill: 'var(--text-quiet)' }),
  )
}

const LONGEST_WAIT_MS = 5000
let pictures = 0

/** A place out of sight with the theme of the picture. */
async function onStage<T>(
  { theme, isTransparent }: PictureOptions,
  work: (stage: HTMLElement) => Promise<T>,
): Promise<T> {
  const stage = document.createElement('div')
  stage.className = 'off-stage'
  stage.dataset.theme = theme
  stage.dataset.ground = isTransparent ? 'transparent' : 'filled'
  document.body.append(stage)
  try {
    return await work(stage)
  } finally {
    stage.remove()
  }
}

/** Draws a chart and takes the finished shapes. */
async function draw(chart: ReactElement, stage: HTMLElement): Promise<SVGElement> {
  const place = document.createElement('div')
  stage.append(place)
  const root = createRoot(place)
  try {
    root.render(<StrictMode>{chart}</StrictMode>)
    return selfContained(await finishedSvg(place), `p${++pictures}-`)
  } finally {
    root.unmount()
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
