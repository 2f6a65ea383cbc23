import { sayDate } from '../../forecast/calendar'
import type { BriefingContent } from '../content'

/** `28 November 2026, 19:57 UTC`; what is no such time stays as it is. */
export const sayMoment = (iso: string): string =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(iso)
    ? `${sayDate(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`
    : iso

const sayField = (name: string, value: string): string => {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return sayDate(value)
  if (name === 'Draws' && /^\d+$/.test(value)) return Number(value).toLocaleString('en-GB')
  return sayMoment(value)
}

type Provenance = Pick<BriefingContent, 'provenance'>

/** The fields of the provenance, dates and counts as people write them. */
export const fieldsSaid = ({ provenance }: Provenance): [name: string, value: string][] =>
  provenance.fields
    .filter(([name]) => name !== 'Source')
    .map(([name, value]) => [name, sayField(name, value)])

/** `Brink 0.1.0, engine 3, 4,096 draws, seed 1; 28 November 2026, 19:57 UTC.` */
export function sayComputed(content: Provenance & Pick<BriefingContent, 'exportedAt'>): string {
  const said = new Map(fieldsSaid(content))
  const of = (name: string): string => said.get(name) ?? ''
  const draws = of('Draws')
  const drawn = /^[\d,]+$/.test(draws) ? `${draws} ${draws === '1' ? 'draw' : 'draws'}` : draws
  return `Brink ${of('Brink')}, engine ${of('Engine')}, ${drawn}, seed ${of('Seed')}; ${sayMoment(content.exportedAt)}.`
}
