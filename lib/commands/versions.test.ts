/** The commands that bring a schema to another version of Prisma, held to the engines of both. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findErrors, lintFiles, previewFeatures } from '@/bin/corpus/engine'
import { backToPrisma6 } from './back-to-prisma-6'
import { PREVIEW_FEATURES } from './preview-features'
import { randomFrom, randomSchema } from './random-schema'
import { applyResult, check, checkRefusal, contextOf, run } from './testing'
import { checkUpgrade } from './upgrade-to-prisma-7'

function errors(version: 6 | 7, text: string): string[] {
  return findErrors(version, [{ path: 'schema.prisma', text }])
}

describe('upgradeToPrisma7', () => {
  it('says everything that it changes and what must be done besides', () => {
    check(
      'upgradeToPrisma7',
      `
      generator client {
        provider        = "prisma-client-js"
        previewFeatures = ["multiSchema", "views", "metrics"]
        engineType      = "library"
        binaryTargets   = ["native"]
      }

      datasource db {
        provider          = "postgresql"
        url               = env("POOLED") // ours
        directUrl         = env("DIRECT")
        shadowDatabaseUrl = "postgresql://shadow"
        schemas           = ["a"]
      }
      `,
      () => ({}),
      `
      generator client {
        provider        = "prisma-client"
        previewFeatures = ["views"]
        output          = "../generated/prisma"
      }

      datasource db {
        provider          = "postgresql"
        schemas           = ["a"]
      }
      `,
      [
        'prisma.config.ts must say datasource: { url: env("DIRECT") } for Prisma’s commands.',
        'Prisma 7 has no directUrl: the commands connect by env("DIRECT"), and env("POOLED") is what the driver adapter in your code gets.',
        'prisma.config.ts must also say shadowDatabaseUrl: "postgresql://shadow".',
        'The client connects through a driver adapter now: new PrismaClient({ adapter }).',
        'What the preview feature multiSchema turned on is there without it.',
        'Prisma 7 has no preview feature metrics, so what it did is gone.',
        'Prisma 7 has one kind of engine, so engineType goes.',
        'Prisma 7 has no engines for each system, so binaryTargets goes.',
        'Code imports the client from ../generated/prisma/client instead of @prisma/client.',
      ],
    )
  })

  it('gives the connection to whoever writes prisma.config.ts', () => {
    const text = 'datasource db {\n  provider = "mysql"\n  url      = env("X")\n}\n'
    expect(run(text, 'upgradeToPrisma7', () => ({})).result?.connection).toEqual({
      url: 'env("X")',
    })
    expect(run(text, 'moveConnectionToConfig', () => ({})).result?.connection).toEqual({
      url: 'env("X")',
    })
  })

  it('leaves generators of others alone', () => {
    check(
      'upgradeToPrisma7',
      `
      generator erd {
        provider   = "prisma-erd-generator"
        engineType = "odd"
      }

      datasource db {
        provider = "mysql"
        url      = env("X")
      }
      `,
      () => ({}),
      `
      generator erd {
        provider   = "prisma-erd-generator"
        engineType = "odd"
      }

      datasource db {
        provider = "mysql"
      }
      `,
      ['prisma.config.ts must say datasource: { url: env("X") } for Prisma’s commands.'],
    )
  })

  it('refuses MongoDB, and says why', () => {
    const text = 'datasource db {\n  provider = "mongodb"\n  url      = env("X")\n}\n'
    checkRefusal('upgradeToPrisma7', text, () => ({}))
    expect(checkUpgrade(contextOf(text))).toContain('no connector for MongoDB')
  })

  it('has nothing to do for a schema of Prisma 7', () => {
    const text = 'datasource db {\n  provider = "mysql"\n}\n'
    checkRefusal('upgradeToPrisma7', text, () => ({}))
    expect(checkUpgrade(contextOf(text))).not.toBeNull()
  })
})

describe('backToPrisma6', () => {
  it('restores the connection, and says what Prisma 6 does not know', () => {
    check(
      'backToPrisma6',
      `
      generator client {
        provider        = "prisma-client"
        output          = "../src/db"
        moduleFormat    = "esm"
        previewFeatures = ["partialIndexes"]
      }

      datasource db {
        provider = "postgresql"
      }

      model A {
        id Int @id

        @@index([id], where: raw("id > 1"))
      }
      `,
      () => ({ connection: { url: 'env("X")', shadowDatabaseUrl: 'env("S")' } }),
      `
      generator client {
        provider        = "prisma-client-js"
        output          = "../src/db"
      }

      datasource db {
        provider = "postgresql"
        url      = env("X")
        shadowDatabaseUrl = env("S")
      }

      model A {
        id Int @id

        @@index([id], where: raw("id > 1"))
      }
      `,
      [
        'Prisma 6 has no preview feature partialIndexes, so what it did is gone.',
        'The older generator takes no moduleFormat.',
        'Code imports the client from ../src/db instead of ../src/db/client.',
        'Prisma 6 knows no condition on an index, as A has one (where).',
      ],
    )
  })

  it('takes what the design keeps of prisma.config.ts', () => {
    const ctx = contextOf('datasource db {\n  provider = "mysql"\n}\n')
    const connection = { url: 'env("MINE")', directUrl: 'env("D")' }
    const result = backToPrisma6.run({ ...ctx, connection }, {})
    if (!result) throw new Error('It does not apply')
    expect(applyResult(ctx, result).get('schema.prisma')).toBe(
      'datasource db {\n  provider = "mysql"\n  url      = env("MINE")\n  directUrl = env("D")\n}\n',
    )
    expect(result.notes ?? []).toEqual([])
  })

  it('takes a url that nothing says from the usual place, and a value that is none not at all', () => {
    const text = 'datasource db {\n  provider = "mysql"\n}\n'
    const outcome = run(text, 'backToPrisma6', () => ({}))
    expect(outcome.text).toContain('url      = env("DATABASE_URL")')
    expect(outcome.notes).toHaveLength(1)
    checkRefusal('backToPrisma6', text, () => ({ connection: { url: 'env(' } }))
  })
})

describe('there and back again', () => {
  /** Settings of Prisma 6 in all ways, above a random schema. */
  function settings(random: () => number): string {
    const pick = <Item>(items: readonly Item[]) =>
      items[Math.floor(random() * items.length)] as Item
    const features = ['views', 'multiSchema', 'tracing', 'relationJoins', 'driverAdapters']
    const lines = [
      'provider = "prisma-client-js"',
      pick(['', 'output = "../x"']),
      pick([
        '',
        `previewFeatures = [${features
          .filter(() => random() < 0.4)
          .map((f) => `"${f}"`)
          .join(', ')}]`,
      ]),
      pick(['', 'engineType = "binary"']),
      pick(['', 'binaryTargets = ["native", "debian-openssl-3.0.x"]']),
    ]
    const generator = `generator client {\n${lines
      .filter((line) => line !== '')
      .map((line) => `  ${line}\n`)
      .join('')}}\n\n`
    return pick([generator, '', `${generator}generator docs {\n  provider = "x"\n}\n\n`])
  }

  it('is accepted by each engine in turn', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = randomFrom(seed)
        const extra = ['', '\n  directUrl = env("D")', '\n  shadowDatabaseUrl = env("S")']
        const more = extra[Math.floor(random() * extra.length)]
        const text =
          settings(random) +
          randomSchema(random).replace('"postgresql"\n', `"postgresql"\n  url = env("X")${more}\n`)
        expect(errors(6, text), text).toEqual([])
        const up = run(text, 'upgradeToPrisma7', () => ({}))
        const seven = up.text as string
        expect(errors(7, seven), seven).toEqual([])
        const connection = up.result?.connection ?? {}
        const back = run(seven, 'backToPrisma6', () => ({ connection }))
        const six = back.text as string
        expect(errors(6, six), six).toEqual([])
        // What is no setting is what it was.
        const models = (schema: string) => schema.slice(schema.search(/^(?:\/|enum|model)/m))
        expect(models(six)).toBe(models(text))
      }),
      { seed: 21, numRuns: 60 },
    )
  })
})

describe('preview features', () => {
  it('are those that the engines know, and no message comes of them', () => {
    for (const version of [6, 7] as const) {
      // The engine takes two that it does not name.
      const silent = ['fullTextSearchPostgres', 'reactNative', 'typedSql']
      expect(new Set([...previewFeatures(version), ...silent])).toEqual(
        new Set([...PREVIEW_FEATURES[version], ...silent]),
      )
      const list = PREVIEW_FEATURES[version].map((feature) => `"${feature}"`).join(', ')
      const url = version === 6 ? '  url = env("X")\n' : ''
      const text = `datasource db {\n  provider = "postgresql"\n${url}}\n\ngenerator c {\n  provider = "prisma-client-js"\n  previewFeatures = [${list}]\n}\n`
      const found = lintFiles(version, [{ path: 'schema.prisma', text }])
      const expected = version === 6 ? ['metrics'] : []
      expect(found.map(({ message }) => /"(\w+)"/.exec(message)?.[1])).toEqual(expected)
    }
  })
})
