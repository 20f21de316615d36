import { expect, it } from 'vitest'
import { configText, hasConfigFile } from './prisma-config-file'
import { createFacetStore } from './store'

const DATASOURCE = 'datasource db {\n  provider = "postgresql"\n}\n'

function stateOf(...files: { path: string; text: string }[]) {
  const store = createFacetStore(() => 0)
  const layout = { positions: {} }
  const design = { name: 'Test', files, layout, viewport: null, prismaVersion: null }
  store.getState().actions.open(design, 'design')
  return store.getState()
}

const schema = (path: string, text = DATASOURCE) => ({ path, text })

it('is there for Prisma 7 and a database', () => {
  expect(hasConfigFile(stateOf(schema('schema.prisma')))).toBe(true)
  expect(hasConfigFile(stateOf(schema('schema.prisma', 'model A {\n  id Int @id\n}\n')))).toBe(
    false,
  )
  const text = DATASOURCE.replace('}', '  url = env("A")\n}')
  expect(hasConfigFile(stateOf(schema('schema.prisma', text)))).toBe(false)
})

it('says where the schema and its migrations are', () => {
  const paths = (...files: string[]) => {
    const state = stateOf(...files.map((path, at) => schema(path, at === 0 ? DATASOURCE : '')))
    return [...configText(state).matchAll(/(?:schema|path): '(.*)'/g)].map(([, path]) => path)
  }
  expect(paths('schema.prisma')).toEqual(['schema.prisma', 'migrations'])
  expect(paths('prisma/schema.prisma')).toEqual(['prisma/schema.prisma', 'prisma/migrations'])
  expect(paths('prisma/schema/a.prisma', 'prisma/schema/b/c.prisma')).toEqual([
    'prisma/schema',
    'prisma/migrations',
  ])
  expect(paths('a.prisma', 'b.prisma')).toEqual(['.', 'migrations'])
})

it('says the connection: of the schema, of the design, or the usual one', () => {
  const url = (state: ReturnType<typeof stateOf>) => /url: (.*),/.exec(configText(state))?.[1]
  const state = stateOf(schema('schema.prisma'))
  expect(url(state)).toBe("env('DATABASE_URL')")
  const { document } = state
  const connection = { url: '"file:./dev.db"' }
  expect(url({ ...state, document: { ...document, connection } })).toBe("'file:./dev.db'")
  expect(url({ ...state, system: 'supabase' })).toBe("env('DIRECT_URL')")
  const text = DATASOURCE.replace('}', '  url = env("A")\n}')
  expect(url(stateOf(schema('schema.prisma', text)))).toBe("env('A')")
})
