/**
 * The names that Prisma Migrate gives to constraints and indexes, cut to what the database allows.
 * Source: Prisma's naming conventions, and the engine's own fixtures for how they are cut.
 */

/** `Table_a_b_key`: the table, the columns and what it is, of which only the last is never cut. */
export function constraintName(
  table: string,
  columns: readonly string[],
  suffix: '_pkey' | '_key' | '_idx' | '_fkey' | '_df',
  maxLength: number,
): string {
  return cutBytes([table, ...columns].join('_'), maxLength - suffix.length) + suffix
}

/** The names in and around the table of an implicit many-to-many relation. */
export interface JoinTableNames {
  readonly table: string
  readonly unique: string
  readonly primaryKey: string
  readonly index: string
  readonly foreignKeyA: string
  readonly foreignKeyB: string
}

export function joinTableNames(relation: string, maxLength: number): JoinTableNames {
  const table = cutCharacters(`_${relation}`, maxLength)
  const named = (suffix: string) => cutCharacters(table, maxLength - suffix.length) + suffix
  return {
    table,
    unique: named('_AB_unique'),
    primaryKey: named('_AB_pkey'),
    index: named('_B_index'),
    foreignKeyA: `${cutBytes(table, maxLength - '_A_fkey'.length)}_A_fkey`,
    foreignKeyB: `${cutBytes(table, maxLength - '_B_fkey'.length)}_B_fkey`,
  }
}

function cutCharacters(text: string, length: number): string {
  return text.length <= length ? text : [...text].slice(0, length).join('')
}

/** Prisma counts bytes of UTF-8 here, and never cuts through a character. */
function cutBytes(text: string, length: number): string {
  let bytes = 0
  let cut = ''
  for (const character of text) {
    bytes += utf8Length(character.codePointAt(0) as number)
    if (bytes > length) return cut
    cut += character
  }
  return cut
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
