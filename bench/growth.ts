import { forecast } from '../src/forecast/forecast'
import type { Scenario } from '../src/forecast/scenario'
import { resized, withDraws, withMonths } from './scenarios'
import { time } from './timing'

export interface Growth {
  readonly what: string
  readonly rows: readonly { readonly size: number; readonly milliseconds: number }[]
}

/** How the time of a forecast of the baseline grows with each of its sizes, all else as it is. */
export function growthOf(baseline: Scenario): Growth[] {
  const grow = (
    what: string,
    sizes: readonly number[],
    make: (size: number) => Scenario,
  ): Growth => ({
    what,
    rows: sizes.map((size) => {
      const scenario = make(size)
      return { size, milliseconds: time(() => void forecast(scenario), size > 20_000 ? 3 : 9) }
    }),
  })
  return [
    grow('draws', [1024, 4096, 16_384, 65_536, 262_144, 1_000_000], (n) => withDraws(baseline, n)),
    grow('months', [1, 6, 12, 24, 60, 120], (n) => withMonths(baseline, n)),
    grow('rungs', [2, 3, 4, 5, 6, 8, 10, 12], (n) => resized(baseline, { rungs: n })),
    grow('drivers', [1, 7, 15, 30], (n) => resized(baseline, { drivers: n })),
    grow('responses', [0, 2, 6, 12, 24], (n) => resized(baseline, { responses: n })),
  ]
}

const PANEL = { width: 190, height: 150, left: 40, top: 26, right: 12, bottom: 30 }

/** The growth as a picture: one panel for each size, both axes logarithmic but for counts from 0. */
export function growthPlot(growth: readonly Growth[]): string {
  const width = growth.length * PANEL.width
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${PANEL.height}" viewBox="0 0 ${width} ${PANEL.height}" font-family="sans-serif" font-size="10" fill="#333">`,
    `<title>Milliseconds of a forecast by its size</title><rect width="${width}" height="${PANEL.height}" fill="#fff"/>`,
    ...growth.map((series, place) => panel(series, place * PANEL.width)),
    '</svg>',
    '',
  ].join('\n')
}

function panel({ what, rows }: Growth, x: number): string {
  const inner = {
    width: PANEL.width - PANEL.left - PANEL.right,
    height: PANEL.height - PANEL.top - PANEL.bottom,
  }
  const times = rows.map(({ milliseconds }) => milliseconds)
  const floor = 10 ** Math.floor(Math.log10(Math.min(...times)))
  const ceiling = 10 ** Math.ceil(Math.log10(Math.max(...times)))
  const [least, most] = [Math.max(rows[0]?.size ?? 1, 1), rows.at(-1)?.size ?? 1]
  const across = (size: number): number =>
    PANEL.left + (Math.log(Math.max(size, 1) / least) / Math.log(most / least)) * inner.width
  const up = (ms: number): number =>
    PANEL.top + (1 - Math.log(ms / floor) / Math.log(ceiling / floor)) * inner.height
  const points = rows.map(({ size, milliseconds }) => [across(size), up(milliseconds)] as const)
  const decades = Array.from(
    { length: Math.round(Math.log10(ceiling / floor)) + 1 },
    (_, decade) => floor * 10 ** decade,
  )
  const number = (value: number): string => value.toLocaleString('en')
  return [
    `<g transform="translate(${x} 0)">`,
    `<text x="${PANEL.left}" y="14" font-weight="bold">ms by ${what}</text>`,
    ...decades.map(
      (ms) =>
        `<path d="M${PANEL.left} ${up(ms).toFixed(1)}h${inner.width}" stroke="#ddd"/><text x="${PANEL.left - 4}" y="${(up(ms) + 3).toFixed(1)}" text-anchor="end">${number(ms)}</text>`,
    ),
    ...[rows[0], rows.at(-1)].map((row, place) =>
      row
        ? `<text x="${across(row.size).toFixed(1)}" y="${PANEL.height - 12}" text-anchor="${place === 0 ? 'start' : 'end'}">${number(row.size)}</text>`
        : '',
    ),
    `<path d="M${points.map(([px, py]) => `${px.toFixed(1)} ${py.toFixed(1)}`).join('L')}" fill="none" stroke="#1f5fa8" stroke-width="1.5"/>`,
    ...points.map(
      ([px, py]) => `<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="2.2" fill="#1f5fa8"/>`,
    ),
    '</g>',
  ].join('')
}
