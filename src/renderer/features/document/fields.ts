/** A field that holds something not yet counted, or that cannot count. */
export const hasHalfTyped = (): boolean => document.querySelector('[data-draft="true"]') !== null

/** What is typed but not yet left counts as typed; answers the field that was left for it. */
export function commitFocusedField(): HTMLElement | undefined {
  const field = document.activeElement
  if (!isTextField(field)) return undefined
  field.blur()
  return field
}

export const isTextField = (
  element: Element | null,
): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && element.type === 'text')

export const isHalfTyped = ({ dataset }: HTMLElement): boolean => dataset.draft === 'true'
