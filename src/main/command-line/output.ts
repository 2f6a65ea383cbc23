import type { Writable } from 'node:stream'

/**
 * Writes to a stream of the process; resolves when the text is out of it, also into a
 * pipe, and rejects with the system's error where it cannot be.
 */
export function writeTo(stream: Writable): (text: string) => Promise<void> {
  // Unheard, the same error would be thrown once more, where nothing can catch it.
  stream.on('error', () => undefined)
  return (text) =>
    new Promise((resolve, reject) => {
      stream.write(text, (error) => (error ? reject(error) : resolve()))
    })
}

/** A reader that has seen enough, as `head` does, is no failure worth a message. */
export const isReaderGone = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'EPIPE'
