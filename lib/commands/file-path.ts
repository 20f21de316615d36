/** What the files of a schema may be called. */

/** In UTF-16 code units, as designs from outside may have them. */
const MAX_PATH_LENGTH = 400

/** Why a file cannot have the path, as a sentence; `null` when it can. */
export function checkFilePath(path: string): string | null {
  if (!path.endsWith('.prisma')) return 'The name of a schema file ends with .prisma.'
  const parts = path.split('/')
  if (parts.includes('')) return 'The path must be relative, without empty parts.'
  if (parts.some((part) => part === '.' || part === '..'))
    return 'The path cannot leave its folder.'
  if (parts.at(-1) === '.prisma') return 'The file needs a name.'
  if (parts.some((part) => part.trim() !== part))
    return 'No part of a path begins or ends with a space.'
  // As a key of a plain object it would change the object instead of naming a folder.
  if (parts.includes('__proto__')) return 'No folder can be called __proto__.'
  if (path.length > MAX_PATH_LENGTH) return 'The path is too long.'
  if (hasControlOrReserved(path)) return 'A path cannot have these characters: \\ : * ? " < > |'
  return null
}

function hasControlOrReserved(path: string): boolean {
  return [...path].some((letter) => letter < ' ' || '\\:*?"<>|'.includes(letter))
}
