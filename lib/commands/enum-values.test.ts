import { describe, it } from 'vitest'
import { check, checkRefusal } from './testing'

const BEFORE = `
  enum Role {
    /// Everyone.
    USER  @map("user") // u
    ADMIN

    @@map("roles")
  }

  model A {
    role  Role   @default(USER)
    roles Role[] @default([ADMIN, USER])
    USER  String @default("USER")
  }
  `

describe('addEnumValue', () => {
  it('adds a value last, or where it is asked to', () => {
    const add = (after?: string | null) =>
      check(
        'addEnumValue',
        BEFORE,
        ({ block, value }) => ({
          blockId: block('Role'),
          name: 'GUEST',
          ...(after === undefined ? {} : { after: after && value(after) }),
        }),
        after === undefined
          ? BEFORE.replace('ADMIN\n', 'ADMIN\n    GUEST\n')
          : after === null
            ? BEFORE.replace('    ///', '    GUEST\n    ///')
            : BEFORE.replace('// u\n', '// u\n    GUEST\n'),
      )
    add()
    add(null)
    add('Role.USER')
  })

  it('fills an empty enum', () => {
    check(
      'addEnumValue',
      'enum A {}\n',
      ({ block }) => ({ blockId: block('A'), name: 'X' }),
      'enum A {\n  X\n}\n',
    )
  })

  it.each(['USER', '1', 'a b', ''])('refuses the name %j', (name) => {
    checkRefusal('addEnumValue', BEFORE, ({ block }) => ({ blockId: block('Role'), name }))
  })
})

describe('renameEnumValue', () => {
  it('renames it in defaults, in lists too', () => {
    check(
      'renameEnumValue',
      BEFORE,
      ({ block, value }) => ({ blockId: block('Role'), valueId: value('Role.USER'), name: 'ANY' }),
      BEFORE.replace('USER  @map', 'ANY  @map')
        .replace('@default(USER)', '@default(ANY)')
        .replace('[ADMIN, USER]', '[ADMIN, ANY]'),
    )
  })

  it('refuses a name that is taken', () => {
    checkRefusal('renameEnumValue', BEFORE, ({ block, value }) => ({
      blockId: block('Role'),
      valueId: value('Role.USER'),
      name: 'ADMIN',
    }))
  })
})

describe('deleteEnumValue', () => {
  it('removes it with its comments and from defaults', () => {
    check(
      'deleteEnumValue',
      BEFORE,
      ({ block, value }) => ({ blockId: block('Role'), valueId: value('Role.USER') }),
      `
      enum Role {
        ADMIN

        @@map("roles")
      }

      model A {
        role  Role
        roles Role[] @default([ADMIN])
        USER  String @default("USER")
      }
      `,
      ['A.role has no default any more.', 'Took USER out of the default of A.roles.'],
    )
  })

  it('says when none is left', () => {
    check(
      'deleteEnumValue',
      'enum A {\n  X\n}\n',
      ({ block, value }) => ({ blockId: block('A'), valueId: value('A.X') }),
      'enum A {\n}\n',
      ['A has no values left.'],
    )
  })
})

describe('moveEnumValue', () => {
  it('moves it with its comments', () => {
    check(
      'moveEnumValue',
      BEFORE,
      ({ block, value }) => ({ blockId: block('Role'), valueId: value('Role.USER'), before: null }),
      BEFORE.replace('    ADMIN\n', '').replace('    ///', '    ADMIN\n    ///'),
    )
  })

  it('refuses where it is already', () => {
    checkRefusal('moveEnumValue', BEFORE, ({ block, value }) => ({
      blockId: block('Role'),
      valueId: value('Role.USER'),
      before: value('Role.ADMIN'),
    }))
  })
})
