/** Holds the table of native types to what the engine says. */

import { createRequire } from 'node:module'
import { beforeAll, expect, it } from 'vitest'
import { nativeTypeNotes } from '@/lib/commands/native-types'
import { contextOf } from '@/lib/commands/testing'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'

interface EngineType {
  readonly name: string
  readonly _number_of_args: number
  readonly prisma_types: readonly string[]
}

const require = createRequire(import.meta.url)
beforeAll(() => installPrismaGlobals(() => {}))

const SCALARS = 'String Int BigInt Float Decimal Boolean DateTime Json Bytes'.split(' ')

it.each(['postgresql', 'mysql', 'sqlserver', 'cockroachdb', 'mongodb', 'sqlite'])(
  'knows those of %s',
  (provider) => {
    const text = `datasource db {\n  provider = "${provider}"\n}\n`
    const engine = require('@prisma/prisma-schema-wasm')
    const types: EngineType[] = JSON.parse(
      engine.native_types(JSON.stringify([['file:///schema.prisma', text]])),
    )
    const { graph } = contextOf(text)
    for (const { name, _number_of_args, prisma_types } of types) {
      const fits = (scalar: string) => {
        const args = _number_of_args > 0 ? ['1'] : []
        return nativeTypeNotes({ graph, field: 'A.x' }, scalar, { name, args }).length === 0
      }
      expect([name, SCALARS.filter(fits).sort()]).toEqual([name, [...prisma_types].sort()])
    }
  },
)
