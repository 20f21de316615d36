/** Names that no model, view, enum or composite type can have. */

import { isScalarType } from './scalars'

/**
 * Words that Prisma Client cannot give a type: the engine refuses them as names of models, views
 * and enums. Found by trying Prisma 7.10 and 6.19.
 */
export const RESERVED_NAMES: readonly string[] = [
  ...(
    'PrismaClient async await break case catch class const continue debugger default delete do ' +
    'else enum export extends false finally for function if implements import in instanceof ' +
    'interface let new null package private protected public return super switch this throw ' +
    'true try typeof using var void while with yield'
  ).split(' '),
  'Unsupported',
]

const RESERVED: ReadonlySet<string> = new Set(RESERVED_NAMES)

export function isReservedName(name: string): boolean {
  return RESERVED.has(name) || isScalarType(name)
}
