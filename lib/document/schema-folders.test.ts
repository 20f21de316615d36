import { expect, it } from 'vitest'
import { schemaChoices } from './schema-folders'

const DATASOURCE = 'datasource db {\n  provider = "sqlite"\n}\n'
const MODEL = 'model A {\n}\n'

function check(
  files: Record<string, string>,
  expected: [folder: string, title: string, ...paths: string[]][],
) {
  const given = Object.entries(files).map(([path, text]) => ({ path, text }))
  const choices = schemaChoices(given)
  expect(
    choices.map(({ folder, title, files }) => [folder, title, ...files.map(({ path }) => path)]),
  ).toEqual(expected)
}

it('takes all files for one schema when one says which database it is for, or none does', () => {
  check({ 'prisma/schema/a.prisma': DATASOURCE, 'prisma/schema/m/b.prisma': MODEL }, [
    ['prisma/schema', 'prisma/schema', 'prisma/schema/a.prisma', 'prisma/schema/m/b.prisma'],
  ])
  check({ 'prisma/schema.prisma': DATASOURCE, 'prisma/models/b.prisma': MODEL }, [
    ['prisma', 'prisma', 'prisma/schema.prisma', 'prisma/models/b.prisma'],
  ])
  check({ 'a.prisma': MODEL }, [['', 'a.prisma', 'a.prisma']])
  check({}, [])
})

it('tells the schemas of several apps apart', () => {
  check(
    {
      'apps/one/schema.prisma': DATASOURCE,
      'apps/one/more.prisma': MODEL,
      'apps/one/test/schema.prisma': DATASOURCE,
      'apps/two/a.prisma': DATASOURCE,
      'apps/two/b.prisma': DATASOURCE,
    },
    [
      ['apps/one', 'apps/one', 'apps/one/schema.prisma', 'apps/one/more.prisma'],
      ['apps/one/test', 'apps/one/test/schema.prisma', 'apps/one/test/schema.prisma'],
      ['apps/two', 'apps/two/a.prisma', 'apps/two/a.prisma'],
      ['apps/two', 'apps/two/b.prisma', 'apps/two/b.prisma'],
    ],
  )
})

it('leaves out the copy that a generator makes', () => {
  const client =
    'generator client {\n  provider = "prisma-client-js"\n  output = "../src/client"\n}\n'
  check(
    {
      'prisma/schema.prisma': client + DATASOURCE,
      'src/client/schema.prisma': client + DATASOURCE,
    },
    [['prisma', 'prisma/schema.prisma', 'prisma/schema.prisma']],
  )
})
