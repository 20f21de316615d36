import { expect, test } from 'vitest'
import { createDocument } from '@/lib/document/document'
import { systemById } from '@/lib/interchange/systems/systems'
import { projectParts } from './project-parts'

const KEPT = { url: 'env("KEPT")' }

test.each<[string, string, 6 | 7, { url: string } | null]>([
  ['in the schema', '  url = env("A")\n', 6, { url: 'env("A")' }],
  ['in the schema until it is for Prisma 7', '  url = env("A")\n', 7, { url: 'env("A")' }],
  ['in prisma.config.ts', '', 7, KEPT],
  ['in prisma.config.ts until it is for Prisma 6', '', 6, KEPT],
])('the connection of a project is what is said %s', (_, line, version, expected) => {
  const text = `datasource db {\n  provider = "mysql"\n${line}}\n`
  const document = { ...createDocument([{ path: 'a.prisma', text }]), connection: KEPT }
  const parts = (isAdapted: boolean) =>
    projectParts(document, systemById('mysql'), version, isAdapted).connection
  expect(parts(true)).toEqual(expected)
  expect(parts(false)).toEqual(expected)
})
