import { type ComponentProps, lazy, Suspense } from 'react'

/**
 * The charts, loaded when they are first drawn: the words come first, and the library
 * that draws takes longer to come up than all else together.
 */
const Ladder = lazy(async () => ({ default: (await import('./ladder-chart')).LadderChart }))
const Event = lazy(async () => ({ default: (await import('./event-chart')).EventChart }))
const Conclusion = lazy(async () => ({
  default: (await import('./conclusion-chart')).ConclusionChart,
}))

export const LadderChart = (props: ComponentProps<typeof Ladder>) => (
  <Suspense>
    <Ladder {...props} />
  </Suspense>
)

export const EventChart = (props: ComponentProps<typeof Event>) => (
  <Suspense>
    <Event {...props} />
  </Suspense>
)

export const ConclusionChart = (props: ComponentProps<typeof Conclusion>) => (
  <Suspense>
    <Conclusion {...props} />
  </Suspense>
)
