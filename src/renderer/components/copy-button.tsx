import { useState } from 'react'
import { bridge } from '../bridge'

interface CopyButtonProps {
  readonly text: string
  readonly label: string
  /** What is copied, where the label alone does not say it to those who do not see its place. */
  readonly name?: string
  readonly className?: string
}

/** Puts a text on the clipboard, and says so. */
export const CopyButton = ({ text, label, name, className }: CopyButtonProps) => {
  const [copied, setCopied] = useState<string>()
  const isCopied = copied === text
  return (
    <button
      type="button"
      className={className}
      aria-label={name}
      onClick={() => void bridge.copyText(text).then(() => setCopied(text))}
      onBlur={() => setCopied(undefined)}
    >
      <span aria-hidden={isCopied}>{isCopied ? 'Copied' : label}</span>
      <span className="sr-only" role="status">
        {isCopied ? 'Copied' : ''}
      </span>
    </button>
  )
}
