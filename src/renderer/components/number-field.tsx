import { type KeyboardEvent, useEffect, useId, useState } from 'react'

interface NumberFieldProps {
  /** For screen readers, or seen beside the field if `isLabelShown`. */
  readonly label: string
  readonly isLabelShown?: boolean
  readonly value: number
  readonly least: number
  readonly most: number
  /** What the arrow keys add. */
  readonly step?: number
  readonly isWhole?: boolean
  readonly unit?: string
  readonly isOptional?: boolean
  readonly className?: string
  /** What is told of a number that cannot be, where the usual words have no room. */
  readonly complaint?: string
  /** Told whether what is typed cannot be. */
  readonly onProblem?: (hasProblem: boolean) => void
  readonly onCommit: (value: number) => void
  /** For an optional field that was emptied. */
  readonly onClear?: () => void
}

const show = (value: number): string =>
  Number.isNaN(value) ? '' : String(Number(value.toFixed(4)))

const readNumber = (text: string): number =>
  text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.').replace('−', '-'))

/** An exact number; what is typed counts on Enter or on leaving, and stays there if it cannot. */
export const NumberField = (props: NumberFieldProps) => {
  const { label, isLabelShown, value, least, most, step = 1, isWhole, unit, className } = props
  const [draft, setDraft] = useState<string>()
  const id = useId()
  const text = draft ?? show(value)
  const problem = draft === undefined ? undefined : problemWith(draft, props)
  const { onProblem } = props
  const hasProblem = problem !== undefined
  useEffect(() => {
    onProblem?.(hasProblem)
    return () => onProblem?.(false)
  }, [onProblem, hasProblem])

  const commit = (next: string): void => {
    if (next.trim() === '' && props.isOptional) props.onClear?.()
    else if (problemWith(next, props)) return
    else if (readNumber(next) !== value) props.onCommit(readNumber(next))
    setDraft(undefined)
  }
  const stepBy = (amount: number): void => {
    const from = readNumber(text)
    const raw = (Number.isFinite(from) ? from : least) + amount
    const next = Math.min(Math.max(isWhole ? Math.round(raw) : Number(raw.toFixed(6)), least), most)
    setDraft(undefined)
    if (next !== value) props.onCommit(next)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && draft !== undefined) commit(draft)
    else if (event.key === 'Escape' && draft !== undefined) {
      event.stopPropagation()
      setDraft(undefined)
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault()
      stepBy((event.key === 'ArrowUp' ? step : -step) * (event.shiftKey ? 10 : 1))
    }
  }

  return (
    <span className={`number-field ${className ?? ''}`}>
      {isLabelShown && <label htmlFor={id}>{label}</label>}
      <span className="number-field-box">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          data-draft={draft !== undefined}
          aria-label={isLabelShown ? undefined : label}
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          value={text}
          onChange={(event) => setDraft(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={() => draft !== undefined && commit(draft)}
          onKeyDown={onKeyDown}
        />
        {unit && <span className="number-field-unit">{unit}</span>}
      </span>
      {problem && (
        <span className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
    </span>
  )
}

function problemWith(
  text: string,
  { least, most, isWhole, isOptional, complaint }: NumberFieldProps,
): string | undefined {
  if (isOptional && text.trim() === '') return undefined
  const value = readNumber(text)
  const kind = isWhole ? 'A whole number' : 'A number'
  if (!Number.isFinite(value) || value < least || value > most || (isWhole && value % 1 !== 0)) {
    return complaint ?? `${kind} from ${show(least)} to ${show(most)}`
  }
  return undefined
}
