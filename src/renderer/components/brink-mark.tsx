/** The shapes of build/icon/brink.svg, which a page may not load as a picture. */
export const MARK_SHAPES = [
  {
    fill: '#1f4e79',
    d: 'M3 0H13A3 3 0 0 1 16 3V13A3 3 0 0 1 13 16H3A3 3 0 0 1 0 13V3A3 3 0 0 1 3 0Z',
  },
  { fill: '#ffffff', d: 'M2 13V10H5V7H8V5H11V13Z' },
  { fill: '#f3a65f', d: 'M8 3H14V5H8Z' },
] as const

/** The mark of Brink, as a picture beside its name. */
export const BrinkMark = ({ size }: { readonly size: number }) => (
  <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
    {MARK_SHAPES.map((shape) => (
      <path key={shape.d} {...shape} />
    ))}
  </svg>
)
