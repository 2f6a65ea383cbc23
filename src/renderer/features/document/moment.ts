const DAY_AND_TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

const BRIEF_DAY_AND_TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** A moment as a person says it, in the time of this machine. */
export const sayMoment = (iso: string): string => DAY_AND_TIME.format(new Date(iso))

/** The same where there is little room. */
export const sayMomentBriefly = (iso: string): string => BRIEF_DAY_AND_TIME.format(new Date(iso))

/** Whether a moment has been by this machine's clock, which may have been set back since. */
export const isPast = (iso: string): boolean => Date.parse(iso) <= Date.now()
