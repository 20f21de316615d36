import { describe, it } from 'vitest'
import { check, checkRefusal, type Ids } from './testing'

const document =
  (path: string, text: string) =>
  ({ block, field }: Ids) =>
    path.includes('.')
      ? { blockId: block(path.split('.')[0] as string), memberId: field(path), text }
      : { blockId: block(path), text }

const field = (above: string, end = '') => `model A {\n  id Int @id\n${above}  x  Int${end}\n}\n`

describe('setDocumentation', () => {
  it('adds, changes and removes lines, keeping other comments', () => {
    const before = field('  ///One.\n  // c\n')
    const after = field('  ///One.\n  /// Two.\n  // c\n')
    check('setDocumentation', before, document('A.x', 'One.\nTwo.'), after)
    check('setDocumentation', after, document('A.x', 'One.'), before)
    check('setDocumentation', after, document('A.x', ''), field('  // c\n'))
    check(
      'setDocumentation',
      field(''),
      document('A.x', ' a\n\n b '),
      field('  /// a\n  ///\n  /// b\n'),
    )
  })

  it('stays at the end of the line while one line is enough', () => {
    check(
      'setDocumentation',
      field('', '  /// old'),
      document('A.x', 'new'),
      field('', '  /// new'),
    )
    check(
      'setDocumentation',
      field('', ' /// old'),
      document('A.x', 'a\nb'),
      field('  /// a\n  /// b\n'),
    )
    check(
      'setDocumentation',
      field('', ' /// old'),
      document('A.x', 'a\nold'),
      field('  /// a\n', ' /// old'),
    )
    check('setDocumentation', field('', ' /// old'), document('A.x', ''), field(''))
    check('setDocumentation', field('', ' // c'), document('A.x', 'a'), field('  /// a\n', ' // c'))
  })

  it('takes enclosed comments for documentation, as Prisma does', () => {
    check('setDocumentation', field('  /* a\n  b */\n'), document('A.x', 'c'), field('  /// c\n'))
    checkRefusal('setDocumentation', field('  /* a\n  b */\n'), document('A.x', 'a\nb'))
  })

  it('removes what Prisma would read instead', () => {
    check(
      'setDocumentation',
      field('\n  /// far\n\n  /// near\n'),
      document('A.x', ''),
      field('\n\n'),
    )
  })

  it('documents blocks of all kinds', () => {
    check(
      'setDocumentation',
      '// free\n\n  datasource db {\n  }\n',
      document('db', 'The\ndatabase.'),
      '// free\n\n  /// The\n  /// database.\n  datasource db {\n  }\n',
    )
    check(
      'setDocumentation',
      '/// a\n// c\n/// b\nmodel A {\n}\n',
      document('A', 'b'),
      '// c\n/// b\nmodel A {\n}\n',
    )
  })

  it('documents enum values', () => {
    check(
      'setDocumentation',
      'enum E {\n\tA // c\n\tB\n}\n',
      ({ block, value }) => ({ blockId: block('E'), memberId: value('E.B'), text: 'b' }),
      'enum E {\n\tA // c\n\t/// b\n\tB\n}\n',
    )
  })

  it('refuses what is so already', () => {
    checkRefusal('setDocumentation', field('  /// a\n'), document('A.x', ' a\n'))
    checkRefusal('setDocumentation', field(''), document('A.x', ''))
  })
})
