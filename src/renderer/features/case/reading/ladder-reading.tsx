import type { Rung } from '../../../../forecast/scenario'
import { rungColour } from '../../../charts/chart-frame'
import { useView } from '../../../state/view-store'
import { spotProps } from '../places'
import { sayNumber } from '../say-rates'
import { CaseSection } from './case-section'

/** The ladder as it stands: the top rung above. */
export const LadderReading = ({ ladder }: { readonly ladder: readonly Rung[] }) => {
  const spot = useView((view) => view.spot)
  const fromTop = ladder.map((rung, height) => ({ ...rung, height })).toReversed()
  return (
    <CaseSection part="ladder">
      <ol className="case-rungs" reversed>
        {fromTop.map(({ id, label, description, severity, height }) => (
          <li key={id} {...spotProps(spot, 'rung', id)}>
            <span
              className="case-rung-colour"
              style={{ background: rungColour(height, ladder.length) }}
              aria-hidden="true"
            />
            <div>
              <h3 dir="auto">{label}</h3>
              {description && <p dir="auto">{description}</p>}
            </div>
            <p className="case-severity">
              <span>severity</span> {sayNumber(severity)}
            </p>
          </li>
        ))}
      </ol>
    </CaseSection>
  )
}
