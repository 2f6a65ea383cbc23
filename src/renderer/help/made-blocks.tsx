import { sayRange } from '../../forecast/conclusion/words'
import { yardsticks } from '../../forecast/conclusion/yardstick'
import { shortcutsOf } from '../../help/shortcuts'
import { isMac, MADE_OF, sayMenuItem, sayShortcut } from './made-words'

/** What the help shows of a list that the program itself goes by. */
export const MadeBlock = ({ from }: { readonly from: string }) =>
  from === MADE_OF.shortcuts ? <ShortcutTables /> : <YardstickTables />

const YardstickTables = () => (
  <div className="help-yardsticks">
    {Object.values(yardsticks).map(({ id, name, source, terms }) => (
      <table key={id} data-yardstick={id}>
        <caption>
          <strong>{name}</strong>
          <span>{source}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Word</th>
            <th scope="col" className="help-number">
              stands for
            </th>
          </tr>
        </thead>
        <tbody>
          {terms.map(({ word, low, high }) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              <td className="help-number">{sayRange(low, high)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    ))}
  </div>
)

const ShortcutTables = () => {
  const all = shortcutsOf(isMac)
  return [...new Set(all.map(({ menu }) => menu))].map((menu) => (
    <table key={menu} className="help-shortcuts">
      <caption>
        <strong>{menu}</strong>
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">What it does</th>
          <th scope="col">Keys</th>
        </tr>
      </thead>
      <tbody>
        {all
          .filter((each) => each.menu === menu)
          .map((each) => (
            <tr key={each.id} data-shortcut={each.id}>
              <th scope="row">{sayMenuItem(each)}</th>
              <td>
                <kbd>{sayShortcut(each)}</kbd>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  ))
}
