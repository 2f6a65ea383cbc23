const DASHES = ['', '7 3', '2 2.5', '9 3 2 3', '5 2 1 2 1 2', '14 4'] as const

/** How the line of a scenario is drawn, so that it is known without its colour too. */
export const comparedStroke = (colour: number) => ({
  stroke: `var(--compare-${colour})`,
  strokeDasharray: DASHES[colour] ?? '',
})

/** A piece of a scenario's line, to stand before its name. */
export const LineSwatch = ({ colour }: { readonly colour: number }) => (
  <svg className="line-swatch" width="24" height="10" viewBox="0 0 24 10" aria-hidden="true">
    <path d="M0,5H24" fill="none" strokeWidth={2.5} {...comparedStroke(colour)} />
  </svg>
)
