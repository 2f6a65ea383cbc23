/** Of the part of the window that shows a screen. */
export const DESK_ID = 'desk'

/** Where the keyboard goes on when what held it is gone. */
export const toDesk = (): void => document.getElementById(DESK_ID)?.focus()
