interface CheckListProps {
  readonly legend: string
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  readonly chosen: readonly string[]
  /** Said in place of the choices where there are none. */
  readonly whenEmpty: string
  readonly onChange: (chosen: readonly string[]) => void
}

/** Any of several, in the order in which they are listed. */
export const CheckList = ({ legend, choices, chosen, whenEmpty, onChange }: CheckListProps) => {
  const toggle = (id: string, isChosen: boolean): void =>
    onChange(
      choices
        .map((choice) => choice.id)
        .filter((each) => (each === id ? isChosen : chosen.includes(each))),
    )
  return (
    <fieldset className="check-list">
      <legend>{legend}</legend>
      {choices.length === 0 && <p className="hint">{whenEmpty}</p>}
      {choices.map(({ id, label }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          />
          <bdi>{label}</bdi>
        </label>
      ))}
    </fieldset>
  )
}
