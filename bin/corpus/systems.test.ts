import { expect, test } from 'vitest'
import { createDocument } from '@/lib/document/document'
import { startingSchema } from '@/lib/interchange/systems/starting-schema'
import { type PrismaMajor, SYSTEMS } from '@/lib/interchange/systems/systems'
import { schemaForProject } from '@/lib/store/project-schema'
import { findErrors, readDatamodel } from './engine'

// What is written for the systems is held to the engine of the version it is written for.

const CASES = SYSTEMS.flatMap((system) =>
  system.versions.map((version) => ({
    name: `${system.name}, Prisma ${version}`,
    system,
    version,
  })),
)

const ID: Record<string, string> = {
  mongodb: 'id String @id @default(auto()) @map("_id") @db.ObjectId',
  cockroachdb: 'id BigInt @id @default(sequence())',
}

function drawn(text: string, provider: string): string {
  return `${text}\nmodel Player {\n  ${ID[provider] ?? 'id Int @id @default(autoincrement())'}\n}\n`
}

test.each(CASES)('a new design is accepted: $name', ({ system, version }) => {
  const text = drawn(startingSchema(system, version), system.provider)
  const files = [{ path: 'schema.prisma', text }]
  expect(findErrors(version, files)).toEqual([])
  expect(readDatamodel(version, files)).not.toBeNull()
})

test.each(CASES)('so is one for the other version, once adapted: $name', ({ system, version }) => {
  const other: PrismaMajor = version === 7 ? 6 : 7
  const text = drawn(startingSchema(system, other), system.provider)
  const document = createDocument([{ path: 'schema.prisma', text }])
  const adapted = schemaForProject(document, system, version)
  expect(adapted.changes).not.toEqual([])
  expect(findErrors(version, adapted.files)).toEqual([])
})
