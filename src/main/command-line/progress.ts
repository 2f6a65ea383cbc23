import type { Terminal } from './terminal'

const say = (count: number): string => count.toLocaleString('en-GB')

/**
 * Says on standard error how far a long work is, in round numbers, each time so much more
 * of it is done; nothing of a work shorter than that.
 */
export function progressOf(
  terminal: Terminal,
  total: number,
  every: number,
): (done: number) => Promise<void> {
  let said = 0
  return async (done) => {
    const round = done - (done % every)
    if (total <= every || round === said) return
    said = round
    await terminal.error(`${say(round)} of ${say(total)}\n`)
  }
}
