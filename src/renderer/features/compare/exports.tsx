import { asRun, exportSource } from '../../../provenance/provenance'
import type { ChartExport, PictureLook } from '../export/chart-export'
import { atMonths } from './compare-words'
import { type ComparisonShown, comparisonNow } from './comparison'
import { differencesPicture } from './differences-picture'
import { claimsPicture, eventPicture, rungsPicture } from './pictures'
import { claimsTable, differencesTable, eventTable, rungsTable } from './tables'

/** The charts of what is on the screen; none while nothing is compared. */
export function chartExports(): ChartExport[] {
  const shown = comparisonNow()
  return shown ? comparisonExports(shown) : []
}

function comparisonExports(shown: ComparisonShown): ChartExport[] {
  const { choice, comparison, compared } = shown
  const [first] = compared
  const others = compared.length - 1
  const source = exportSource(
    asRun(first.scenario, first.forecast),
    first.forecast,
    `${first.name}, compared with ${others} ${others === 1 ? 'other' : 'others'}`,
  )
  const when = atMonths(comparison.months)
  return [
    ...(choice
      ? [
          {
            kind: 'compared-event' as const,
            label: `Chance by month, compared: ${choice.label}`,
            source,
            picture: (look: PictureLook) => eventPicture(shown, look),
            table: () => eventTable(shown),
          },
        ]
      : []),
    ...(comparison.claims.length > 0
      ? [
          {
            kind: 'compared-claims' as const,
            label: `What each makes of the claims, ${when}`,
            source,
            picture: () => claimsPicture(shown),
            table: () => claimsTable(shown),
          },
        ]
      : []),
    {
      kind: 'compared-rungs',
      label: `Where each stands, ${when}`,
      source,
      picture: (look) => rungsPicture(shown, look),
      table: () => rungsTable(shown),
    },
    {
      kind: 'compared-differences',
      label: 'What differs',
      source,
      picture: () => differencesPicture(shown),
      table: () => differencesTable(shown),
    },
  ]
}
