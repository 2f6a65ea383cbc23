import { isolated } from '../../../forecast/isolated'
import { serializeScenario } from '../../../scenario-file/serialize'
import { takeIn } from '../../state/compare-store'
import { selectScenario, useDocument } from '../../state/document-store'
import { useBundled } from '../document/bundled-list'
import { BUNDLED } from './compare-actions'

/** What to do while only the document is there, with the bundled ones of its case at hand. */
export const NothingBeside = () => {
  const { case: conflictCase } = useDocument(selectScenario)
  const saved = useDocument((state) => state.saved)
  const bundled = useBundled()
  if (!bundled) return null
  const own = serializeScenario(saved)
  const near = bundled.filter(
    ({ scenario }) => scenario.case.id === conflictCase.id && serializeScenario(scenario) !== own,
  )
  return (
    <section className="card nothing-beside" aria-labelledby="nothing-beside">
      <h2 id="nothing-beside">
        {near.length > 0
          ? `Choose one of the bundled scenarios on ${isolated(conflictCase.title)}, or add any other above.`
          : 'Add a bundled scenario or a file above; another case is compared on what it shares.'}
      </h2>
      <ul className="choice-list">
        {near.map(({ name, scenario }) => (
          <li key={name}>
            <button type="button" onClick={() => takeIn(scenario, BUNDLED)}>
              <strong>{scenario.title}</strong>
              <span>{scenario.summary}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
