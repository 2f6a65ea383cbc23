import { chmodSync, mkdirSync, statSync } from 'node:fs'

const RIGHTS_OF_OTHERS = 0o077

/**
 * Makes a folder that only this account may open, or closes one to others that is there.
 * Where the file system has no such rights, or the folder is another’s, it stays as it is.
 */
export function keepToOwner(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const { mode } = statSync(folder)
    if (mode & RIGHTS_OF_OTHERS) chmodSync(folder, mode & 0o700)
  } catch {
    // No start is held up by it; SECURITY.md says what then protects the folder.
  }
}
