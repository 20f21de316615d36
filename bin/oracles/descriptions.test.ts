import { describe, expect, it } from 'vitest'
import { compareDescriptions } from './descriptions'
import { parseVersion } from './version'

const FIRST_LINES = /^[-+] .*$/gm

/** The differing lines and the rules, for lines joined with `;`. */
function check(
  created: string,
  migrated: string,
  { provider = 'postgresql' as 'postgresql' | 'mysql', version = '7.0', sql = '' } = {},
) {
  const lines = (text: string) => (text === '' ? [] : text.split('; '))
  const origin = {
    version: parseVersion(version),
    fromShadowDatabase: true,
    isExact: true,
    externalTables: [],
  }
  const { difference, rules } = compareDescriptions(
    { created: lines(created), migrated: lines(migrated) },
    { provider, origin, sql },
  )
  return [...(difference?.match(FIRST_LINES) ?? []), ...rules]
}

describe('indexes left by foreign keys of MySQL', () => {
  const index = 'A index A_bId_fkey BTREE bIdA'
  const key = 'A foreign key A_bId_fkey bId to B id CASCADE CASCADE'
  const mysql = { provider: 'mysql' } as const

  it('are left out when the key is gone', () => {
    expect(check('', index, mysql)).toEqual(['indexes-left-by-foreign-keys'])
  })

  it('are compared when the key is there', () => {
    expect(check(`${index}; ${key}`, `${index}; ${key}`, mysql)).toEqual([])
    expect(check(key, `${index}; ${key}`, mysql)).toEqual([`- ${index}`])
  })

  it('may be missing while the key is there', () => {
    expect(check(`${index}; ${key}`, key, mysql)).toEqual(['foreign-keys-without-index'])
  })

  it('stay when the schema has an index of that name', () => {
    const rules = ['indexes-left-by-foreign-keys']
    const other = 'A index A_cId_fkey BTREE cIdA'
    expect(check(index, `${index}; ${other}`, mysql)).toEqual(rules)
  })

  it('of ours are seen', () => expect(check(index, '', mysql)).toEqual([`+ ${index}`]))
})

describe('a database of PostgreSQL', () => {
  it('is compared whatever the order of its lines', () => {
    expect(check('s.A table; s.B table', 's.B table; s.A table')).toEqual([])
  })

  it('may have values added to an enum, but no others', () => {
    expect(check('s.E enum A, B', 's.E enum B, A')).toEqual(['enum-values-appended'])
    expect(check('s.E enum A, B', 's.E enum B, C')).toContain('- s.E enum B, C')
  })

  it('of Prisma 2 has its names of indexes', () => {
    const ours = 's.A unique A_b_c_key USING btree (b, c); s.A index A_b_idx USING btree (b)'
    const older = 's.A unique A.b_c_unique USING btree (b, c); s.A index A.b_index USING btree (b)'
    expect(check(ours, older, { version: '2.30' })).toEqual(['names-in-database-of-prisma-2'])
    expect(check(ours, older, { version: '4.0' })).toHaveLength(4)
  })

  it('of before Prisma 6 has join tables without primary keys', () => {
    const ours = 's._AToB primary key _AToB_AB_pkey PRIMARY KEY ("A", "B")'
    const older = 's._AToB unique _AToB_AB_unique USING btree ("A", "B")'
    expect(check(ours, older, { version: '5.9' })).toEqual(['unique-indexes-of-join-tables'])
    expect(check(ours, older, { version: '6.0' })).toHaveLength(2)
  })

  it('keeps the sequence of a table that was renamed', () => {
    const column = (table: string) =>
      `s.A column id integer not null default nextval('${table}_id_seq'::regclass)`
    const sql = 'ALTER TABLE "Z" RENAME TO "A";'
    expect(check(column('A'), column('Z'), { sql })).toEqual(['sequences-of-renamed-tables'])
    expect(check(column('A'), column('Z'))).toHaveLength(2)
  })

  it('may have what the schema language cannot say', () => {
    const lines = [
      's.A check positive CHECK ((b > 0))',
      's.A exclusion apart EXCLUDE USING gist (b WITH &&)',
      's.A unique A_some USING btree (b) WHERE (c IS NULL)',
      's.A index A_lower USING btree (lower(b))',
    ]
    for (const line of lines) expect(check('', line)).toEqual(['beyond-the-schema-language'])
    expect(check(lines[2] ?? '', '')).toEqual([`+ ${lines[2]}`])
    expect(check('', 's.A index A_b_idx USING btree (b)')).toHaveLength(1)
  })
})
