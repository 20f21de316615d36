import { describe, expect, it } from 'vitest'
import { createFacetStore } from '@/lib/store/store'
import { indexSchema, itemKey, paletteGroups } from './palette-items'

const SCHEMA = `model User {
  id    Int    @id
  email String @map("e_mail")
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
      return item.kind === 'block' ? item.block.name : `${item.block.name}.${item.name}`
    })
    return `${heading}: ${names.join(', ')}`
  })
}

describe('paletteGroups', () => {
  it('finds blocks, and fields by their own, qualified and database names', () => {
    expect(search('mail')[0]).toBe('Blocks: Mail')
    expect(search('mail')).toContainEqual(expect.stringMatching(/^Fields: .*User\.email/))
    expect(search('user.em')[0]).toBe('Fields: User.email')
    expect(search('e_mail')[0]).toBe('Fields: User.email')
    expect(search('admin')[0]).toBe('Fields: Role.ADMIN')
  })

  it('offers only what applies', () => {
    const store = open()
    expect(search('undo', store)).toEqual([])
    expect(search('rename', store)).toEqual(['Commands: Rename design'])
    const { actions, document } = store.getState()
    actions.select({ blockIds: [document.graph.blockByName.get('User')?.id ?? ''] })
    expect(search('rename', store)).toEqual(['Commands: Rename, Rename design'])
    expect(search('', store)[0]).toMatch(/^Selection: Rename, Duplicate, Delete/)
  })

  it('gives each item a key of its own', () => {
    const state = open().getState()
    const groups = paletteGroups(indexSchema(state.document.graph.blocks), state, '')
    const keys = groups.flatMap(({ items }) => items.map(itemKey))
    expect(new Set(keys).size).toBe(keys.length)
  })
})
