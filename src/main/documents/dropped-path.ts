import { posix } from 'node:path'

/**
 * Whether a path is a whole one on this machine or on what is joined to it as a disk. A page
 * that was taken over could name any path as if it had been dropped; one that begins with the
 * name of another machine would already be a connection to it.
 */
export function isOfThisMachine(path: string, platform: NodeJS.Platform): boolean {
  const isWhole = platform === 'win32' ? /^[a-z]:[\\/]/i.test(path) : posix.isAbsolute(path)
  return isWhole && !/^[\\/]{2}/.test(path)
}
