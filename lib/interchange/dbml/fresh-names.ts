/** Names that Prisma accepts, as near as possible to those of tables and columns. */

import { isReservedName } from '@/lib/schema/reserved-names'

/** Gives each name once. */
export class FreshNames {
  private readonly taken = new Set<string>()

  /** The name if it can be had, else one like it; it is then taken. */
  take(wish: string): string {
    const base = toName(wish)
    let name = base
    for (let number = 2; this.taken.has(name); number++) {
      name = `${base}${/\d$/.test(base) ? '_' : ''}${number}`
    }
    this.taken.add(name)
    return name
  }

  has(name: string): boolean {
    return this.taken.has(name)
  }
}

/** Like `toName`, and not one of the words that Prisma keeps for itself. */
export function toBlockName(text: string): string {
  const name = toName(text)
  return isReservedName(name) ? `${name}_` : name
}

/** Letters, digits and underscores, starting with a letter. */
export function toName(text: string): string {
  const name = text.replace(/[^\p{L}\p{N}_]+/gu, '_').replace(/^[^\p{L}]+/u, '')
  return name === '' ? `x${text.replace(/[^\p{N}]+/gu, '')}` : name
}

export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
