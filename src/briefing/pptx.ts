import type { BriefingContent } from './content'
import { amendDeck } from './pptx/amend'
import { eventSlide, ladderSlide } from './pptx/by-month'
import { claimSlides } from './pptx/claims'
import { startDeck } from './pptx/deck'
import { driverSlides } from './pptx/drivers'
import { evidenceSlides } from './pptx/evidence'
import { methodSlide, openingSlide } from './pptx/opening'
import { whySlide } from './pptx/why'

/** A deck of slides with native charts and tables, whose notes hold the figures in words. */
export async function writePptx(content: BriefingContent): Promise<Uint8Array> {
  const deck = startDeck(content)
  openingSlide(deck, content)
  ladderSlide(deck, content)
  eventSlide(deck, content)
  claimSlides(deck, content)
  whySlide(deck, content)
  driverSlides(deck, content)
  methodSlide(deck, content)
  evidenceSlides(deck, content)
  const written = await deck.write({ outputType: 'uint8array' })
  if (!(written instanceof Uint8Array)) throw new TypeError('the deck came as something else')
  return amendDeck(written, content.exportedAt)
}
