import { Fragment, type ReactElement } from 'react'

/** Elements in a row of text, with commas between them. */
export const Listed = ({ children }: { readonly children: readonly ReactElement[] }) =>
  children.map((child, index) => (
    <Fragment key={child.key}>
      {index > 0 && ', '}
      {child}
    </Fragment>
  ))
