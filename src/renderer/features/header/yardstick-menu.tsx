import { useId } from 'react'
import { sayRange } from '../../../forecast/conclusion/words'
import { yardsticks } from '../../../forecast/conclusion/yardstick'
import type { YardstickId } from '../../../forecast/scenario'
import { selectScenario, useDocument } from '../../state/document-store'
import { setYardstick } from '../../state/edits'

const all = Object.values(yardsticks)

const choose = (yardstick: YardstickId): void =>
  useDocument.getState().edit((scenario) => setYardstick(scenario, yardstick))

/** The yardstick in use, and behind it what the words of each stand for. */
export const YardstickMenu = () => {
  const { yardstick } = useDocument(selectScenario).judgment
  const id = useId()
  return (
    <>
      <button
        type="button"
        className="menu-button"
        popoverTarget={id}
        aria-label={`Yardstick of probability words: ${yardsticks[yardstick].name}`}
      >
        {yardsticks[yardstick].name}
        <span className="chevron" aria-hidden="true" />
      </button>
      <div id={id} popover="auto" className="popover popover-down yardstick-popover">
        <p className="hint">
          What a word of probability stands for. Choosing another yardstick re-reads every word of
          the article; a claim with a range of its own keeps it.
        </p>
        <table className="yardstick-table">
          <thead>
            <tr>
              {all.map((each) => (
                <th key={each.id} scope="col" data-chosen={each.id === yardstick}>
                  <label title={each.source}>
                    <input
                      type="radio"
                      name="yardstick"
                      checked={each.id === yardstick}
                      onChange={() => choose(each.id)}
                    />
                    {each.name}
                  </label>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {all[0]?.terms.map((first, rank) => (
              <tr key={first.word}>
                {all.map(({ id: own, terms }) => {
                  const term = terms[rank]
                  return (
                    <td key={own} data-chosen={own === yardstick}>
                      {term?.word}
                      <span>{term && sayRange(term.low, term.high)}</span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <ul className="hint">
          {all.map(({ id: own, name, source }) => (
            <li key={own}>
              {name}: {source}.
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
