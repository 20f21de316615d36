import { describe, it } from 'vitest'
import { check, checkRefusal, type Ids } from './testing'

const set =
  (path: string, name: string | null, ...args: string[]) =>
  ({ block, field }: Ids) => ({
    blockId: block('A'),
    fieldId: field(`A.${path}`),
    type: name === null ? null : { name, args },
  })

const schema = (provider: string, fields: string) =>
  `datasource main {\n  provider = "${provider}"\n}\nmodel A {\n  id   Int    @id\n${fields}}\n`

describe('setNativeType', () => {
  it('adds, changes and removes it in its place', () => {
    const without = schema('postgresql', '  name String // c\n  x    String @map("y")\n')
    const withType = without.replace('String //', 'String @main.VarChar(80) //')
    check('setNativeType', without, set('name', 'VarChar', '80'), withType)
    check('setNativeType', withType, set('name', 'Text'), withType.replace('VarChar(80)', 'Text'))
    check('setNativeType', withType, set('name', null), without)
    const mapped = without.replace('@map("y")', '@map("y") @main.Uuid')
    check('setNativeType', without, set('x', 'Uuid'), mapped)
  })

  it('says what the database has against it', () => {
    const cases: [string, string, string, string[], string][] = [
      ['postgresql', 'Int', 'Text', [], 'Text is a native type for String, and A.x is Int.'],
      ['postgresql', 'Int', 'Nothing', [], 'PostgreSQL has no native type Nothing.'],
      ['mysql', 'String', 'VarChar', [], 'VarChar of MySQL needs an argument.'],
      ['mysql', 'Boolean', 'Bit', ['2'], 'Bit of MySQL is for Boolean only as Bit(1).'],
      ['sqlite', 'Int', 'Int', [], 'SQLite has no native type Int.'],
      [
        'sqlserver',
        'Decimal',
        'Decimal',
        ['2', '3'],
        'Decimal of SQL Server has a scale that is no greater than the precision.',
      ],
    ]
    for (const [provider, type, name, args, note] of cases) {
      const written = args.length > 0 ? `${name}(${args.join(', ')})` : name
      check(
        'setNativeType',
        schema(provider, `\n  x ${type}\n`),
        set('x', name, ...args),
        schema(provider, `\n  x ${type} @main.${written}\n`),
        [note],
      )
    }
  })

  it('refuses enums, schemas without a datasource, odd names, and what is so already', () => {
    checkRefusal('setNativeType', 'model A {\n  x Int\n}\n', set('x', 'Integer'))
    const sound = schema('postgresql', '  x String @main.VarChar( 80 )\n  e E\n')
    checkRefusal('setNativeType', `${sound}enum E {\n  X\n}\n`, set('e', 'Text'))
    checkRefusal('setNativeType', sound, set('x', 'VarChar', '80'))
    checkRefusal('setNativeType', sound, set('x', 'a b'))
    checkRefusal('setNativeType', sound, set('x', 'Char', ')'))
    checkRefusal('setNativeType', sound, set('id', null))
  })
})
