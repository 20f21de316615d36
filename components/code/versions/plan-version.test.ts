import { expect, it } from 'vitest'
import { createFacetStore } from '@/lib/store/store'
import { prismaVersionOf } from '@/lib/store/validation'
import { bringToVersion, planVersion } from './plan-version'

const FOR_6 = `generator client {
  provider = "prisma-client-js"
}

datasource db {
  provider = "postgresql"
  url      = env("MY_URL")
}
`

function open(text: string) {
  const store = createFacetStore(() => 0)
  const { actions } = store.getState()
  const files = [{ path: 'schema.prisma', text }]
  const layout = { positions: {} }
  actions.open({ name: 'Test', files, layout, viewport: null, prismaVersion: 6 }, 'design')
  const textNow = () => store.getState().document.files.get('schema.prisma')?.syntax.text
  return { store, actions, textNow, version: () => prismaVersionOf(store.getState()) }
}

it('shows what an upgrade does, and does exactly that, there and back', () => {
  const { store, actions, textNow, version } = open(FOR_6)
  const plan = planVersion(store.getState(), 7)
  if (plan.kind === 'refused') throw new Error(plan.reason)
  expect(plan.files.map(({ path }) => path)).toEqual(['schema.prisma', 'prisma.config.ts'])
  expect(plan.files[1]?.after).toContain("url: env('MY_URL')")
  expect(bringToVersion(store, 7)).toBe(true)
  expect(textNow()).toBe(plan.files[0]?.after)
  expect(version()).toBe(7)
  expect(store.getState().document.connection).toEqual({ url: 'env("MY_URL")' })

  const back = planVersion(store.getState(), 6)
  if (back.kind === 'refused') throw new Error(back.reason)
  expect(back.files[0]?.after).toContain('env("MY_URL")')
  expect(bringToVersion(store, 6)).toBe(true)
  expect(version()).toBe(6)

  actions.undo()
  expect(version()).toBe(7)
  actions.undo()
  expect(textNow()).toBe(FOR_6)
  expect(store.getState().document.connection).toBeNull()
  expect(store.getState().document.prismaVersion, 'as it was chosen').toBe(6)
  expect(store.getState().history.undo).toEqual([])
  actions.redo()
  expect(version()).toBe(7)
  expect(store.getState().document.prismaVersion, 'the text tells').toBeNull()
})

it('says why it cannot', () => {
  const reason = (text: string, target: 6 | 7) => {
    const plan = planVersion(open(text).store.getState(), target)
    return plan.kind === 'refused' ? plan.reason : null
  }
  const mongo = FOR_6.replace('postgresql', 'mongodb')
  expect(reason(mongo, 7)).toContain('no connector for MongoDB')
  expect(reason('model A {\n  id Int @id\n}\n', 7)).toBe(
    'Nothing in the schema is of Prisma 6 alone.',
  )
  expect(reason('model A {\n  id Int @id\n}\n', 6)).toBe(
    'Nothing in the schema is of Prisma 7 alone.',
  )
})
