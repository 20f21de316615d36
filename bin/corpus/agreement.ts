/** Check 3: what we read in a schema is what Prisma's engine reads in it. */

import type { DesignFile, PrismaVersion } from '@/lib/document/design'
import { createDocument, type SchemaDocument } from '@/lib/document/document'
import { detectPrismaVersion } from '@/lib/document/prisma-version'
import type { Datamodel } from './datamodel'
import { viewDatamodel } from './datamodel-view'
import { readDatamodel } from './engine'
import { excerpt } from './failure'
import { viewGraph } from './graph-view'
import { findViewDifference } from './schema-view'

export interface Agreement {
  /** The version whose engine accepts the schema; `null` when none does. */
  readonly version: PrismaVersion | null
  readonly fault: string | null
}

/** Compares with the engine of the detected version or, where that refuses, of the other one. */
export function checkAgreement(files: readonly DesignFile[]): Agreement {
  const document = createDocument(files)
  const detected = detectPrismaVersion(document.graph)
  for (const version of [detected, detected === 6 ? 7 : 6] as const) {
    const datamodel = readDatamodel(version, files)
    if (datamodel) return { version, fault: findDisagreement(document, datamodel) }
  }
  return { version: null, fault: null }
}

/** Where a document and what the engine says of it differ; `null` when they agree. */
export function findDisagreement(document: SchemaDocument, datamodel: Datamodel): string | null {
  return (
    findRefusal(document) ?? findViewDifference(viewGraph(document.graph), viewDatamodel(datamodel))
  )
}

/** Something that we find wrong, or cannot place, in a schema that the engine accepts. */
function findRefusal({ graph, files }: SchemaDocument): string | null {
  for (const { path, syntax } of files.values()) {
    const stray = syntax.items.find((item) => item.kind === 'stray')
    if (stray) return `Prisma accepts what we cannot read in ${path}: ${excerpt(stray.text)}`
  }
  for (const { name, syntax, fields } of graph.blocks) {
    const [problem] = syntax.problems
    if (problem) {
      const text = excerpt(syntax.text.slice(problem.from, problem.to))
      return `Prisma accepts ${name}, where we find: ${problem.message} ${text}`
    }
    const unknown = fields.find((field) => field.typeKind === 'unknown')
    if (unknown) return `Prisma knows ${unknown.typeName}, the type of ${name}.${unknown.name}`
  }
  return null
}
