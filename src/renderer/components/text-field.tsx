import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { plainText } from '../../scenario-file/plain-text'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly longest: number
  readonly isRequired?: boolean
  readonly lines?: number
  readonly placeholder?: string
  /** Texts that the field offers beside what is typed. */
  readonly suggestions?: readonly string[]
  /** Why a text cannot count, in a sentence. */
  readonly findProblem?: (text: string) => string | undefined
  readonly onCommit: (value: string) => void
}

/** From the last letter to when a long text counts. */
const PAUSE_MS = 800

/** A text that counts on Enter or on leaving the field, a long one also when the hand rests, and stays there if it cannot. */
export const TextField = (props: TextFieldProps) => {
  const { label, value, longest, lines = 1, placeholder, suggestions, onCommit } = props
  const [draft, setDraft] = useState<string>()
  const id = useId()
  const problem =
    draft === undefined || draft === value ? undefined : problemWith(draft, label, props)
  const commit = (): void => {
    if (draft === undefined || problem) return
    if (draft !== value) onCommit(draft)
    setDraft(undefined)
  }
  // What stayed behind because it could not count does as soon as it can.
  useEffect(() => {
    if (document.activeElement?.id !== id) commit()
  })
  // A long text may be written for minutes without leaving the field, and would be lost with it.
  useEffect(() => {
    if (lines === 1 || draft === undefined) return
    const pause = setTimeout(commit, PAUSE_MS)
    return () => clearTimeout(pause)
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && lines === 1) commit()
    else if (event.key === 'Escape' && problem) {
      event.preventDefault()
      setDraft(undefined)
    }
  }
  const shared = {
    id,
    dir: 'auto',
    value: draft ?? value,
    maxLength: longest,
    placeholder,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem ? `${id}-problem` : undefined,
    'data-draft': draft !== undefined,
    onChange: (event: { target: { value: string } }) =>
      setDraft(plainText(event.target.value, lines > 1 ? 'text' : 'line')),
    onBlur: commit,
    onKeyDown,
  }
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      {lines > 1 ? (
        <textarea {...shared} rows={lines} />
      ) : (
        <input type="text" {...shared} list={suggestions && `${id}-suggestions`} />
      )}
      {suggestions && (
        <datalist id={`${id}-suggestions`}>
          {suggestions.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
      {problem && (
        <span className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
    </div>
  )
}

function problemWith(text: string, label: string, props: TextFieldProps): string | undefined {
  if (text.trim() !== '') return props.findProblem?.(text)
  return props.isRequired
    ? `This cannot be empty; the last ${label.toLowerCase()} stays.`
    : undefined
}
