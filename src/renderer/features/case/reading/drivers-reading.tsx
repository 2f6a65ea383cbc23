import type { Case, Driver } from '../../../../forecast/scenario'
import { nameItem } from '../../../state/case-edits/names'
import { useView } from '../../../state/view-store'
import { spotProps } from '../places'
import { sayNumber, sayWeight } from '../say-rates'
import { CaseSection, Fact, NameList } from './case-section'

/** What moves the rates, and how. */
export const DriversReading = ({ conflictCase }: { readonly conflictCase: Case }) => {
  const spot = useView((view) => view.spot)
  return (
    <CaseSection part="drivers">
      {conflictCase.drivers.map((driver) => (
        <article
          key={driver.id}
          className="case-item"
          aria-label={driver.label}
          {...spotProps(spot, 'driver', driver.id)}
        >
          <h3 dir="auto">{driver.label}</h3>
          {driver.description && <p dir="auto">{driver.description}</p>}
          <DriverFacts driver={driver} conflictCase={conflictCase} />
        </article>
      ))}
    </CaseSection>
  )
}

interface DriverFactsProps {
  readonly driver: Driver
  readonly conflictCase: Case
}

const DriverFacts = ({ driver, conflictCase }: DriverFactsProps) => {
  const { id, role, reference, multiplier, actsOn } = driver
  const evidence = conflictCase.evidence.filter(({ bearsOn }) => bearsOn.includes(id)).length
  return (
    <dl className="case-facts">
      <Fact name="Role">
        <span className={`case-role case-role-${role}`}>
          {role === 'escalates' ? '▲ Pushes up' : '▼ Holds back'}
        </span>
      </Fact>
      <Fact name="Article’s intensity">{sayNumber(reference * 100)} of 100</Fact>
      <Fact name="Weight">{sayWeight(multiplier)}</Fact>
      <Fact name="Evidence">{evidence === 1 ? '1 item' : `${evidence} items`}</Fact>
      <Fact name="Acts on" isWide={(actsOn ?? []).length > 0}>
        {actsOn === undefined ? (
          'every transition'
        ) : actsOn.length === 0 ? (
          'no transition'
        ) : (
          <NameList names={actsOn.map((move) => nameItem(conflictCase, 'transition', move))} />
        )}
      </Fact>
    </dl>
  )
}
