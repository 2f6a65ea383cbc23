import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { plainText } from '../../scenario-file/plain-text'
import { useDocument } from '../state/document-store'

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
/** The longest that a letter of it goes without counting while the hand does not rest. */
const LONGEST_MS = 1000
/** From the last letter to when what follows is a step of its own. */
const STEP_MS = 1500

/** A text that counts on Enter or on leaving the field, a long one also when the hand rests, and stays there if it cannot. */
export const TextField = (props: TextFieldProps) => {
  const { label, value, longest, lines = 1, placeholder, suggestions, onCommit } = props
  const [draft, setDraft] = useState<string>()
  const id = useId()
  const problem =
    draft === undefined || draft === value ? undefined : problemWith(draft, label, props)
  const isLong = lines > 1
  const commit = (): void => {
    if (draft === undefined || problem) return
    if (draft !== value) onCommit(draft)
    setDraft(undefined)
  }
  // What stayed behind because it could not count does as soon as it can.
  useEffect(() => {
    if (document.activeElement?.id !== id) commit()
  })
  const writing = useWriting(isLong && draft !== undefined, id, commit)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !isLong) commit()
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
    onChange: (event: { target: { value: string } }) => {
      if (isLong) writing.goesOn()
      setDraft(plainText(event.target.value, isLong ? 'text' : 'line'))
    },
    onBlur: isLong ? writing.ends : commit,
    onKeyDown,
  }
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      {isLong ? (
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

/**
 * Lets a long text count while it is being written: that may go on for minutes, which would
 * be lost with the program. It is one step for undo until the hand rests or leaves.
 */
function useWriting(isUnderWay: boolean, id: string, commit: () => void) {
  const { inGesture, endGesture } = useDocument.getState()
  const firstLetterAt = useRef<number>(undefined)
  const stepEnd = useRef<ReturnType<typeof setTimeout>>(undefined)
  const count = (): void => inGesture(`text ${id}`, commit)
  useEffect(() => {
    if (!isUnderWay) {
      firstLetterAt.current = undefined
      return
    }
    firstLetterAt.current ??= performance.now()
    const left = firstLetterAt.current + LONGEST_MS - performance.now()
    const timer = setTimeout(count, Math.min(PAUSE_MS, Math.max(0, left)))
    return () => clearTimeout(timer)
  })
  return {
    goesOn: (): void => {
      clearTimeout(stepEnd.current)
      stepEnd.current = setTimeout(endGesture, STEP_MS)
    },
    ends: (): void => {
      clearTimeout(stepEnd.current)
      count()
      endGesture()
    },
  }
}

function problemWith(text: string, label: string, props: TextFieldProps): string | undefined {
  if (text.trim() !== '') return props.findProblem?.(text)
  return props.isRequired
    ? `This cannot be empty; the last ${label.toLowerCase()} stays.`
    : undefined
}
