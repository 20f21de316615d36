/** What goes wrong with folders, in words. */

export function errorName(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : ''
}

/** What went wrong with a folder, and what to do about it, for people. */
export function folderTrouble(error: unknown, folder: string): string {
  switch (errorName(error)) {
    case 'NotAllowedError':
    case 'SecurityError':
      return `The browser no longer allows access to ${folder}. Reconnect the folder to go on.`
    case 'NotFoundError':
      return `${folder} is not where it was: it was moved, renamed or deleted. Open the folder anew where it is now.`
    case 'NoModificationAllowedError':
    case 'InvalidStateError':
      return `A file in ${folder} is locked by another program, or cannot be written. Close it there and save again.`
    case 'QuotaExceededError':
      return `There is no room left on the disk of ${folder}. Make some and save again.`
    case 'TypeMismatchError':
      return `In ${folder}, a file and a folder would have one name. Rename the file here and save again.`
    default:
      return `${folder} could not be used${error instanceof Error ? `: ${error.message}` : '.'}`
  }
}
