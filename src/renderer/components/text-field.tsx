import { useId, useState } from 'react'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly longest: number
  readonly isRequired?: boolean
  readonly lines?: number
  readonly placeholder?: string
  readonly onCommit: (value: string) => void
}

/** A text that counts on leaving the field. */
export const TextField = (props: TextFieldProps) => {
  const { label, value, longest, isRequired, lines = 1, placeholder, onCommit } = props
  const [draft, setDraft] = useState<string>()
  const id = useId()
  const isEmpty = isRequired && draft !== undefined && draft.trim() === ''
  const shared = {
    id,
    value: draft ?? value,
    maxLength: longest,
    placeholder,
    'aria-invalid': isEmpty,
    'data-draft': draft !== undefined,
    onChange: (event: { target: { value: string } }) => setDraft(event.target.value),
    onBlur: () => {
      if (draft === undefined) return
      if (!isEmpty && draft !== value) onCommit(draft)
      setDraft(undefined)
    },
  }
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      {lines > 1 ? <textarea {...shared} rows={lines} /> : <input type="text" {...shared} />}
      {isEmpty && (
        <span className="field-problem" role="alert">
          This cannot be empty; the last {label.toLowerCase()} stays.
        </span>
      )}
    </div>
  )
}
