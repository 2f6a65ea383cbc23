import { useMemo, useRef, useState } from 'react'
import { differsFromArticle } from '../../../forecast/article-baseline'
import type { Strain } from '../../../forecast/plausibility/strains'
import type { Driver, EvidenceItem, Id, Role, Scenario } from '../../../forecast/scenario'
import { useSpotInSight } from '../../components/use-spot'
import { strainsOfScenario } from '../../state/consistency'
import { selectScenario, useDocument } from '../../state/document-store'
import { judgmentOf } from '../../state/edits'
import { setView, useView } from '../../state/view-store'
import { TogetherDialog } from '../plausibility/together-dialog'
import { TogetherFoot, TogetherNotice } from '../plausibility/together-notice'
import { sayRowStrain } from '../plausibility/together-words'
import { DriverRow } from './driver-row'
import { StartAndHorizon } from './start-and-horizon'

const GROUPS: readonly { readonly role: Role; readonly title: string }[] = [
  { role: 'escalates', title: 'Push up' },
  { role: 'restrains', title: 'Hold back' },
]

/** Every driver, by what pushes up and what holds back, and where the forecast starts and ends. */
export const DriverPanel = () => {
  const scenario = useDocument(selectScenario)
  const [isTogetherOpen, setTogetherOpen] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  useSpotInSight('driver')
  const { drivers } = scenario.case
  const changed = drivers.filter((driver) => differsFromArticle(scenario, driver))
  const strains = strainsOfScenario(scenario)
  const together = strains && { scenario, strains, onOpen: () => setTogetherOpen(true) }
  return (
    <>
      <aside className="driver-panel" aria-label="Drivers">
        <header className="panel-header">
          <h2 ref={title} tabIndex={-1}>
            Drivers
          </h2>
          <ChangeSummary changed={changed} total={drivers.length} />
        </header>
        {together && <TogetherNotice {...together} />}
        <DriverGroups {...{ scenario, changed, strains }} />
        <StartAndHorizon scenario={scenario} />
        {together && <TogetherFoot {...together} />}
      </aside>
      {strains && isTogetherOpen && (
        <TogetherDialog
          {...{ scenario, strains }}
          onClose={() => setTogetherOpen(false)}
          onSet={() => {
            setTogetherOpen(false)
            // The link that opened it goes with the strain.
            requestAnimationFrame(() => title.current?.focus())
          }}
        />
      )}
    </>
  )
}

interface DriverGroupsProps {
  readonly scenario: Scenario
  readonly changed: readonly Driver[]
  readonly strains: readonly Strain[] | undefined
}

const DriverGroups = ({ scenario, changed, strains }: DriverGroupsProps) => {
  const { showsOnlyChanged, expandedDriver, heldDriver } = useView()
  const { drivers } = scenario.case
  const evidence = useMemo(() => evidenceByDriver(scenario.case.evidence), [scenario.case.evidence])
  const shown = showsOnlyChanged
    ? drivers.filter((driver) => changed.includes(driver) || driver.id === heldDriver)
    : drivers
  return (
    <>
      {showsOnlyChanged && changed.length === 0 && (
        <p className="empty">Nothing differs from the article. Move a driver to see it here.</p>
      )}
      {GROUPS.map(({ role, title }) => (
        <DriverGroup
          key={role}
          title={title}
          drivers={shown.filter((driver) => driver.role === role)}
          {...{ scenario, changed, strains, evidence, expandedDriver }}
        />
      ))}
    </>
  )
}

const NO_EVIDENCE: readonly EvidenceItem[] = []

function evidenceByDriver(
  items: readonly EvidenceItem[],
): ReadonlyMap<Id, readonly EvidenceItem[]> {
  const byDriver = new Map<Id, EvidenceItem[]>()
  for (const item of items) {
    for (const driver of item.bearsOn) byDriver.set(driver, [...(byDriver.get(driver) ?? []), item])
  }
  return byDriver
}

const ChangeSummary = ({
  changed,
  total,
}: {
  readonly changed: readonly Driver[]
  readonly total: number
}) => {
  const { showsOnlyChanged } = useView()
  if (changed.length === 0 && !showsOnlyChanged) {
    return <p className="panel-summary">as in the article</p>
  }
  return (
    <p className="panel-summary">
      <button
        type="button"
        className="link"
        aria-pressed={showsOnlyChanged}
        title={showsOnlyChanged ? 'Show every driver' : 'Show only what differs from the article'}
        onClick={() => setView({ showsOnlyChanged: !showsOnlyChanged })}
      >
        {showsOnlyChanged ? 'show all' : `${changed.length} of ${total} changed`}
      </button>
      {changed.length > 0 && (
        <>
          {' · '}
          <button
            type="button"
            className="link"
            title="Put every driver back to where the article has it"
            onClick={() => useDocument.getState().resetDrivers(changed)}
          >
            reset all
          </button>
        </>
      )}
    </p>
  )
}

interface DriverGroupProps extends DriverGroupsProps {
  readonly title: string
  readonly drivers: readonly Driver[]
  readonly evidence: ReadonlyMap<Id, readonly EvidenceItem[]>
  readonly expandedDriver: Id | undefined
}

const DriverGroup = (props: DriverGroupProps) => {
  const { title, drivers, scenario, changed, strains, evidence, expandedDriver } = props
  const strainOf = (driver: Id): string | undefined => {
    const strain = strains?.find((each) => each.driver === driver)
    return strain && sayRowStrain(scenario.case, strain)
  }
  if (drivers.length === 0) return null
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className="driver-list">
        {drivers.map((driver) => (
          <DriverRow
            key={driver.id}
            driver={driver}
            judgment={judgmentOf(scenario, driver.id)}
            evidence={evidence.get(driver.id) ?? NO_EVIDENCE}
            asOf={scenario.case.asOf}
            strain={strainOf(driver.id)}
            isChanged={changed.includes(driver)}
            isExpanded={expandedDriver === driver.id}
          />
        ))}
      </ul>
    </section>
  )
}
