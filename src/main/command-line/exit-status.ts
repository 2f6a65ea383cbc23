/** What the program leaves with. */
export const EXIT = { done: 0, failed: 1, badInput: 2 } as const
