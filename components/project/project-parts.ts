/** What a project takes from the open design. Pure. */

import { createDocument, designFiles, type SchemaDocument } from '@/lib/document/document'
import type { ProjectOptions } from '@/lib/interchange/systems/project'
import type { PrismaMajor, System } from '@/lib/interchange/systems/systems'
import { type ConnectionSettings, connectionOf, hasConnection } from '@/lib/schema/connection'
import type { Block, SchemaGraph } from '@/lib/schema/graph'
import { schemaForProject } from '@/lib/store/project-schema'

export interface ProjectParts
  extends Pick<ProjectOptions, 'schema' | 'databaseSchemas' | 'generators' | 'connection'> {
  /** What has to be changed in the schema, whether it is or not. */
  readonly changes: readonly string[]
}

export function projectParts(
  document: SchemaDocument,
  system: System,
  version: PrismaMajor,
  isAdapted: boolean,
): ProjectParts {
  const { files, changes } = schemaForProject(document, system, version)
  const schema = isAdapted ? files : designFiles(document)
  const { graph } = createDocument(schema)
  const { datasource, generators } = graph
  return {
    schema,
    databaseSchemas: textsOf(datasource, 'schemas'),
    generators: generators.map((generator) => ({
      path: generator.path,
      provider: textsOf(generator, 'provider')[0] ?? null,
      output: textsOf(generator, 'output')[0] ?? null,
    })),
    connection: saidIn(graph) ?? saidIn(document.graph) ?? document.connection,
    changes,
  }
}

/** What the schema says of its connection, which may be taken out of it for the project. */
function saidIn(graph: SchemaGraph): ConnectionSettings | null {
  return graph.datasource && hasConnection(graph) ? connectionOf(graph.datasource) : null
}

/** What a person has to decide about the schema, for it to work on the system. */
export function systemRemarks({ graph }: SchemaDocument, system: System): string[] {
  const { datasource } = graph
  if (system.relationMode === null || datasource === null) return []
  if (textsOf(datasource, 'relationMode')[0] === system.relationMode) return []
  return [
    `${system.name} has foreign keys only where they were switched on. Set relationMode to "${system.relationMode}" in the settings of the schema, unless they are.`,
  ]
}

/** The texts that a setting has: of a string, or of a list of them. */
function textsOf(block: Block | null, name: string): string[] {
  const value = block?.properties.find((property) => property.name === name)?.value
  if (!value) return []
  const items = value.kind === 'list' ? value.items : [value]
  return items.flatMap((item) => (item.kind === 'string' ? [item.value] : []))
}
