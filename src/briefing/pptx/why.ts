import type { BriefingContent } from '../content'
import { shortened } from '../fit'
import { COLOUR } from '../look'
import { putBars } from './charts'
import { BODY, type Deck, INNER, PAGE, startSlide } from './deck'
import { notesOf } from './opening'

type Why = NonNullable<BriefingContent['why']>

/** Less than this is not worth a slide. */
const NO_DIFFERENCE = 0.005
/** Less than this has no bar of its own. */
const NO_STEP = 0.001
const SHOWN_AS_NOTHING = 0.0005
const STEPS_SHOWN = 11

interface Step {
  readonly label: string
  readonly contribution: number
}

/** The steps with a bar each, those that are small or many in one line at the end. */
export function stepsShown(contributions: readonly Step[]): Step[] {
  const large = contributions.filter(({ contribution }) => Math.abs(contribution) >= NO_STEP)
  const shown = large.slice(0, STEPS_SHOWN)
  const rest = contributions.filter((step) => !shown.includes(step))
  if (rest.length < 2) return [...contributions]
  const contribution = rest.reduce((sum, step) => sum + step.contribution, 0)
  const others = `${rest.length} others`
  // What is said beside the bar may not be at odds with its figure, which is rounded.
  const label =
    Math.abs(contribution) < SHOWN_AS_NOTHING
      ? `${others}, together under 0.1 points`
      : rest.every((step) => Math.abs(step.contribution) < NO_STEP)
        ? `${others}, each under 0.1 points`
        : others
  return [...shown, { label, contribution }]
}

/** `Armed opponents adds most: +3.8 points`. */
function sayLargest({ contributions, article, forecast }: Why): string {
  const towards = contributions
    .filter(({ contribution }) => contribution * (forecast - article) > 0)
    .toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))[0]
  if (!towards) return 'Why it differs from the article'
  const label = shortened(towards.step.replaceAll('\n', ' '), 1, { width: 7.5, points: 26 })
  return `Largest step ${forecast > article ? 'up' : 'down'}: ${label} (${towards.saysContribution})`
}

/** What adds most to the difference from the article, as bars. */
export function whySlide(deck: Deck, { why }: BriefingContent): void {
  if (!why || why.contributions.length === 0) return
  if (Math.abs(why.forecast - why.article) < NO_DIFFERENCE) return
  const steps = stepsShown(why.contributions)
  const says = why.contributions.map(({ sentence }) => sentence)
  const notes = notesOf(why.sentence, ...says, why.note, ...why.further)
  const label = `Why it differs from the article. ${why.sentence}`
  putBars(startSlide(deck, sayLargest(why), label, notes), {
    name: 'Adds, in points of chance',
    categories: steps.map((step) => step.label),
    values: steps.map(({ contribution }) => contribution * 100),
    colours: steps.map(({ contribution }) => (contribution > 0 ? COLOUR.up : COLOUR.down)),
    place: { x: PAGE.margin, y: BODY.top, w: INNER, h: BODY.bottom - BODY.top },
    altText: `Bars of what each driver adds. ${says.join('; ')}.`,
    axis: 'points of chance',
  })
}
