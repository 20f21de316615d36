/** The step that makes one design of another, touching only what differs. */

import type { Design } from '@/lib/document/design'
import type { DiagramState } from '@/lib/document/diagram'
import { diagramData, diagramFromData } from '@/lib/document/diagram-data'
import {
  addFileChange,
  applyStep,
  type FileChange,
  layoutKeys,
  positionOf,
  type SchemaDocument,
  type Step,
} from '@/lib/document/document'
import { lintData, lintFromData } from '@/lib/document/lint-data'
import type { LintSwitches } from '@/lib/lint/switches'
import { CONNECTION_PROPERTIES } from '@/lib/schema/connection'
import type { BlockId } from '@/lib/schema/graph'
import { diffTexts } from '@/lib/text/change-set'
import { isSameEndings, normalizeText } from '@/lib/text/line-endings'

export function stepTo(document: SchemaDocument, design: Design): Step {
  const files: FileChange[] = []
  const paths = new Set(design.files.map((file) => file.path))
  for (const path of document.files.keys()) {
    if (!paths.has(path)) files.push({ kind: 'remove', path })
  }
  for (const file of design.files) {
    const current = document.files.get(file.path)
    if (!current) {
      files.push(addFileChange(file))
      continue
    }
    const { text, endings } = normalizeText(file.text)
    const changes = diffTexts(current.syntax.text, text)
    const isSame = changes.edits.length === 0 && isSameEndings(endings, current.endings)
    if (!isSame) files.push({ kind: 'edit', path: file.path, changes, endings })
  }
  // Positions go by name, and names by what the text will be.
  const next = applyStep(document, { files, positions: new Map() })?.document ?? document
  const ids = layoutKeys(next.graph.blocks)
  const positions: Step['positions'] = new Map(
    [...ids].flatMap(([key, id]) => {
      const point = positionOf(design, key)
      return point ? [[id, point] as const] : []
    }),
  )
  const diagram = diagramFromData(design.layout.diagram, ids)
  const isSame = isSameDiagram(diagram, document.diagram, ids)
  const lint = lintFromData(design.lint, ids, next.graph.blockById)
  const isSameLint =
    JSON.stringify(written(next, lint)) === JSON.stringify(written(next, next.lint))
  const { connection = null, prismaVersion } = design
  const isSameConnection = CONNECTION_PROPERTIES.every(
    (name) => connection?.[name] === document.connection?.[name],
  )
  return {
    files,
    positions,
    ...(isSame ? {} : { diagram }),
    ...(isSameLint ? {} : { lint }),
    ...(isSameConnection ? {} : { connection }),
    ...(prismaVersion === document.prismaVersion ? {} : { prismaVersion }),
  }
}

function written({ graph }: SchemaDocument, lint: LintSwitches) {
  return lintData(lint, layoutKeys(graph.blocks), graph.blockById)
}

/** Whether two diagrams say the same of the blocks that there are. */
function isSameDiagram(
  a: DiagramState,
  b: DiagramState,
  ids: ReadonlyMap<string, BlockId>,
): boolean {
  const keys = new Map([...ids].map(([key, id]) => [id, key]))
  return JSON.stringify(diagramData(a, keys)) === JSON.stringify(diagramData(b, keys))
}
