/**
 * Where Prisma's engine itself is at fault: versions of a schema, and what then goes wrong. When a
 * newer engine gets one right, its line goes.
 */
import type { EmbeddedProvider } from '../shared'

const POSTGRESQL = 'datasource db {\n  provider = "postgresql"\n}\n'

export const ENGINE_FAULTS: Readonly<Record<string, EngineFault>> = {
  'a key that becomes a large one that counts is given a type that does not exist': {
    provider: 'postgresql',
    versions: [
      `${POSTGRESQL}model T {\n  id Int @id\n}`,
      `${POSTGRESQL}model T {\n  id BigInt @id @default(autoincrement())\n}`,
    ],
    fault: /^type "bigserial" does not exist/,
  },
  'a key with other columns and another name is made anew, and then renamed': {
    provider: 'postgresql',
    versions: [
      `${POSTGRESQL}model T {\n  id Int @id\n  a Int\n}`,
      `${POSTGRESQL}model T {\n  id Int\n  a Int\n  @@id([id, a], map: "key")\n}`,
    ],
    fault: /^constraint "T_pkey" for table "T" does not exist/,
  },
  'a list of values of an enum is pulled with their names in the database': {
    provider: 'postgresql',
    versions: [
      `${POSTGRESQL}model T {\n  id Int @id\n  es E[] @default([A])\n}\nenum E {\n  A @map("an a")\n}`,
    ],
    fault: /This line is not a valid field or attribute definition/,
  },
  'the operator class of an ordinary index is not pulled': {
    provider: 'postgresql',
    versions: [
      `${POSTGRESQL}model T {\n  a String @id\n  @@index([a(ops: raw("text_pattern_ops"))], map: "i")\n}`,
    ],
    fault: /CREATE INDEX "i" ON "T"\("a" text_pattern_ops\);$/,
  },
  'a relation by two columns of which one is unique is pulled as one to one, which it must not be':
    {
      provider: 'postgresql',
      versions: [
        `${POSTGRESQL}
model A {
  id Int
  of Int
  bs B[]
  @@id([id, of])
}
model B {
  id  Int  @id
  aId Int? @unique
  of  Int?
  a   A?   @relation(fields: [aId, of], references: [id, of])
}`,
      ],
      fault: /A one-to-one relation must use unique fields/,
    },
  'an expression of SQLite is pulled without the parentheses that it needs': {
    provider: 'sqlite',
    versions: [
      'datasource db {\n  provider = "sqlite"\n}\nmodel T {\n  id Int @id\n  a Int @default(dbgenerated("(1 + 2)"))\n}',
    ],
    fault: /^-- RedefineTables/,
  },
}

export interface EngineFault {
  readonly provider: EmbeddedProvider
  readonly versions: readonly string[]
  /** What the database refuses, or what is left to do though nothing should be. */
  readonly fault: RegExp
}
