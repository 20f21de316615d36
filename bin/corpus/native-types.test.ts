import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { fitsNativeType, NATIVE_TYPES } from '@/lib/commands/native-types'
import { PROVIDERS } from '@/lib/commands/setting-values'
import { installPrismaGlobals } from '@/lib/engines/prisma-globals'

installPrismaGlobals(() => {})
const engine: { native_types(params: string): string } = createRequire(import.meta.url)(
  '@prisma/prisma-schema-wasm',
)

interface EngineType {
  readonly name: string
  readonly _number_of_args: number
  readonly _number_of_optional_args: number
  readonly prisma_types: readonly string[]
}

describe('NATIVE_TYPES', () => {
  it.each(PROVIDERS)('holds what the engine knows of %s', (provider) => {
    const schema = `datasource db {\n  provider = "${provider}"\n}\n`
    const answer: EngineType[] = JSON.parse(
      engine.native_types(JSON.stringify([['file:///schema.prisma', schema]])),
    )
    const known = answer.map((type) => ({
      name: type.name,
      required: type._number_of_args,
      optional: type._number_of_optional_args,
      scalars: type.prisma_types,
    }))
    expect(NATIVE_TYPES[provider]).toEqual(known)
  })
})

describe('fitsNativeType', () => {
  it('looks at the name, the arguments and the scalar type', () => {
    expect(fitsNativeType('postgresql', { name: 'VarChar', args: [] }, 'String')).toBe(true)
    expect(fitsNativeType('mysql', { name: 'VarChar', args: [] }, 'String')).toBe(false)
    expect(fitsNativeType('mysql', { name: 'VarChar', args: ['9'] }, 'String')).toBe(true)
    expect(fitsNativeType('mysql', { name: 'VarChar', args: ['9'] }, 'Int')).toBe(false)
    expect(fitsNativeType('sqlite', { name: 'Text', args: [] }, 'String')).toBe(false)
  })
})
