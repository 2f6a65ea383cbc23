/** Why a file could not be written, and what can be done, for a person. */
export function writeFailureWords(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'There is no room left where it should go.'
    case 'EFBIG':
      return 'The file would be larger than the system allows.'
    case 'EROFS':
      return 'That place is read-only.'
    case 'EACCES':
    case 'EPERM':
      return 'You are not allowed to write there.'
    case 'ENOENT':
    case 'ENOTDIR':
      return 'The folder is no longer there.'
    case 'EISDIR':
      return 'A folder has that name.'
    case 'ENOTSUP':
      return 'A device or a pipe has that name.'
    case 'ENAMETOOLONG':
      return 'The name is too long.'
    default:
      return `The disk answered: ${error instanceof Error ? error.message : String(error)}.`
  }
}
