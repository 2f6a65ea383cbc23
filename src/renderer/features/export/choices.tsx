import type { ReactNode } from 'react'

interface ChoicesProps<T extends string> {
  readonly legend: string
  readonly name: string
  readonly choices: readonly {
    readonly value: T
    readonly label: ReactNode
    /** It is there, and cannot be had. */
    readonly isBarred?: boolean
  }[]
  readonly chosen: T | undefined
  readonly isDisabled?: boolean
  readonly onChoose: (value: T) => void
}

/** A list of which one is chosen. */
export const Choices = <T extends string>(props: ChoicesProps<T>) => (
  <fieldset className="choices" disabled={props.isDisabled}>
    <legend>{props.legend}</legend>
    {props.choices.map(({ value, label, isBarred }) => (
      <label key={value}>
        <input
          type="radio"
          name={props.name}
          checked={props.chosen === value}
          disabled={isBarred}
          onChange={() => props.onChoose(value)}
        />
        {label}
      </label>
    ))}
  </fieldset>
)
