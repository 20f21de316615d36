import { describe, expect, it } from 'vitest'
import { createFacetStore } from '@/lib/store/store'
import { indexSchema, itemKey, paletteGroups } from './palette-items'

const SCHEMA = `model User {
  id    Int    @id
  email String @map("e_mail")
  /// What they may do.
  role  Role   @default(ADMIN)

  @@map("people")
}

model Mail {
  id Int @id
}

enum Role {
  ADMIN
}
`

function open() {
  const store = createFacetStore()
  const design = {
    name: '',
    files: [{ path: 'schema.prisma', text: SCHEMA }],
    layout: { positions: {} },
    viewport: null,
    prismaVersion: null,
  }
  store.getState().actions.open(design, null)
  return store
}

function search(query: string, store = open()): string[] {
  const state = store.getState()
  const groups = paletteGroups(indexSchema(state.document.graph.blocks), state, query)
  return groups.map(({ heading, items }) => {
    const names = items.map((item) => {
      if (item.kind === 'action') return item.action.title
      const name = item.kind === 'block' ? item.block.name : `${item.block.name}.${item.name}`
      return item.reason === null ? name : `${name} (${item.reason})`
    })
    return `${heading}: ${names.join(', ')}`
  })
}

describe('paletteGroups', () => {
  it('finds blocks, and fields by their own, qualified and database names', () => {
    expect(search('mail')[0]).toBe('Blocks: Mail')
    expect(search('mail')).toContainEqual(expect.stringMatching(/^Fields: .*User\.email/))
    expect(search('user.em')[0]).toBe('Fields: User.email')
    expect(search('e_mail')[0]).toBe('Fields: User.email (@map e_mail)')
    expect(search('admin')[0]).toBe('Fields: Role.ADMIN, User.role (@default(ADMIN))')
  })

  it('finds by what is said, and says what it was', () => {
    expect(search('@id')[0]).toBe('Fields: User.id (@id), Mail.id (@id)')
    expect(search('people')[0]).toBe('Blocks: User (@@map people)')
    expect(search('they may')[0]).toBe('Fields: User.role (What they may do.)')
    expect(search('mail int')[0]).toBe('Fields: Mail.id (Int)')
    expect(search('people string')[0]).toBe('Fields: User.email (String)')
  })

  it('prefers what is called so to what says so', () => {
    expect(search('role')).toEqual([
      'Blocks: Role',
      expect.stringMatching(/^Fields: Role\.ADMIN, User\.role/),
    ])
  })

  it('offers only what applies', () => {
    const store = open()
    expect(search('undo', store)).toEqual([])
    expect(search('rename', store)[0]).toMatch(/^Commands: Rename design/)
    const { actions, document } = store.getState()
    actions.select({ blockIds: [document.graph.blockByName.get('User')?.id ?? ''] })
    expect(search('rename', store)[0]).toMatch(/^Commands: Rename, Rename design/)
    expect(search('', store)[0]).toMatch(/^Selection: Rename, Duplicate, Delete/)
  })

  it('gives each item a key of its own', () => {
    const state = open().getState()
    const groups = paletteGroups(indexSchema(state.document.graph.blocks), state, '')
    const keys = groups.flatMap(({ items }) => items.map(itemKey))
    expect(new Set(keys).size).toBe(keys.length)
  })
})
