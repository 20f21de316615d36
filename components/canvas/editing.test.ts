import { expect, it } from 'vitest'
import { createFacetStore } from '@/lib/store/store'
import { addTypedField, retypeField } from './editing'

const SCHEMA = `model Player {
  id BigInt @id
}

model Profile {
  playerId BigInt
  ownerId  BigInt @unique

  @@id([playerId])
}
`

function storeOf(text: string) {
  const store = createFacetStore()
  const files = [{ path: 'schema.prisma', text }]
  const layout = { positions: {} }
  const design = { name: '', files, layout, viewport: null, prismaVersion: null }
  store.getState().actions.open(design, null)
  const { graph } = store.getState().document
  const profile = graph.blockByName.get('Profile')
  if (!profile) throw new Error('There is no Profile')
  const lines = () => {
    const file = store.getState().document.files.get('schema.prisma')
    return (file?.syntax.text ?? '').split('\n').map((line) => line.trim().replace(/\s+/g, ' '))
  }
  return { store, profile, lines }
}

it('relates a typed field one-to-one by a key that is there and unique', () => {
  const { store, profile, lines } = storeOf(SCHEMA)
  const typed = { name: 'Player', arity: 'required' } as const
  expect(addTypedField(store, profile.id, 'player', typed)).toBeNull()
  expect(lines()).toContain('player Player @relation(fields: [playerId], references: [id])')
  expect(lines()).toContain('profile Profile?')
})

it('relates a unique field that is given a model for its type one-to-one', () => {
  const { store, profile, lines } = storeOf(SCHEMA)
  const ownerId = profile.fields.find(({ name }) => name === 'ownerId')
  if (!ownerId) throw new Error('There is no ownerId')
  expect(retypeField(store, profile.id, ownerId, { name: 'Player', arity: null })).toBeNull()
  expect(lines()).toContain('owner Player @relation(fields: [ownerId], references: [id])')
  expect(lines()).toContain('profile Profile?')
})
