import { describe, expect, it } from 'vitest'
import { check, checkRefusal, run } from './testing'

const PROVIDER = ['provider', '"sqlite"'] as const

describe('addSettings', () => {
  it('adds a datasource at the top, aligned', () => {
    check(
      'addSettings',
      '// Free.\n\nmodel A {\n\tid Int @id\n}',
      () => ({ kind: 'datasource', properties: [PROVIDER, ['relationMode', '"prisma"']] }),
      'datasource db {\n\tprovider     = "sqlite"\n\trelationMode = "prisma"\n}\n\n// Free.\n\nmodel A {\n\tid Int @id\n}',
      ['What the schema says already is not adapted to the database.'],
    )
  })

  it('adds a generator below the last one, under a free name', () => {
    const first = 'generator client {\n  provider = "a"\n} // end\n'
    check(
      'addSettings',
      `${first}model A {\n}\n`,
      () => ({ kind: 'generator', properties: [['provider', '"b"']] }),
      `${first}\ngenerator client2 {\n  provider = "b"\n}\n\nmodel A {\n}\n`,
    )
  })

  it('makes a file for a design without any', () => {
    const { result } = run({}, 'addSettings', () => ({
      kind: 'generator',
      properties: [['provider', '"b"']],
    }))
    expect(result?.files).toEqual([
      { path: 'schema.prisma', text: 'generator client {\n  provider = "b"\n}\n' },
    ])
  })

  it('refuses a second datasource, a name that is taken, and what is no setting', () => {
    const before = 'datasource db {\n  provider = "sqlite"\n}\ngenerator g {\n}\n'
    checkRefusal('addSettings', before, () => ({ kind: 'datasource', properties: [PROVIDER] }))
    checkRefusal('addSettings', before, () => ({
      kind: 'generator',
      name: 'g',
      properties: [PROVIDER],
    }))
    checkRefusal('addSettings', before, () => ({ kind: 'generator', properties: [['a', '1 2']] }))
    checkRefusal('addSettings', before, () => ({ kind: 'generator', properties: [] }))
  })
})
