/** The step that makes one design of another, touching only what differs. */

import type { Design } from '@/lib/document/design'
import {
  addFileChange,
  applyStep,
  type FileChange,
  layoutKeys,
  positionOf,
  type SchemaDocument,
  type Step,
} from '@/lib/document/document'
import { diffTexts } from '@/lib/text/change-set'
import { normalizeText } from '@/lib/text/line-endings'

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
    if (changes.edits.length > 0) files.push({ kind: 'edit', path: file.path, changes, endings })
  }
  // Positions go by name, and names by what the text will be.
  const next = applyStep(document, { files, positions: new Map() })?.document ?? document
  const positions: Step['positions'] = new Map(
    [...layoutKeys(next.graph.blocks)].flatMap(([key, id]) => {
      const point = positionOf(design, key)
      return point ? [[id, point] as const] : []
    }),
  )
  return { files, positions }
}
