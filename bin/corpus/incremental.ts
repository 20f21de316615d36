/** Check 2: a document kept up to date through random edits is what reading it anew gives. */

import type { DesignFile } from '@/lib/document/design'
import {
  applyStep,
  createDocument,
  designFiles,
  type FileChange,
  type SchemaDocument,
  type Step,
} from '@/lib/document/document'
import { isEmptyChange } from '@/lib/text/change-set'
import { findDrift } from './document-faults'
import { findTextDifference } from './failure'
import { pick, type Random } from './random'
import { randomEdits } from './random-edits'

/** The first fault in `rounds` edits, or in undoing them all; `null` when there is none. */
export function findDriftUnderEdits(
  files: readonly DesignFile[],
  random: Random,
  rounds: number,
): string | null {
  let document = createDocument(files)
  const undo: Step[] = []
  for (let round = 1; round <= rounds; round++) {
    const step = randomStep(random, document)
    const result = applyStep(document, step)
    if (!result) continue
    document = result.document
    undo.push(result.inverse)
    const fault = findDrift(document)
    if (fault) return `after edit ${round} (${describeStep(step)}): ${fault}`
  }
  for (const step of undo.reverse()) {
    document = applyStep(document, step)?.document ?? document
  }
  return findFileDifference(document, files) ?? prefixed('after undoing all: ', findDrift(document))
}

/** How the files of a document, as they would be saved, differ from `files`. */
export function findFileDifference(
  document: SchemaDocument,
  files: readonly DesignFile[],
): string | null {
  const saved = new Map(designFiles(document).map(({ path, text }) => [path, text]))
  if (saved.size !== files.length) return `${saved.size} files, not ${files.length}`
  for (const { path, text } of files) {
    const difference = findTextDifference(saved.get(path) ?? '', text)
    if (difference) return `${path} is not restored: ${difference}`
  }
  return null
}

function randomStep(random: Random, document: SchemaDocument): Step {
  const files = [...document.files.values()]
  const chosen = new Set([pick(random, files)])
  if (files.length > 1 && random() < 0.3) chosen.add(pick(random, files))
  const changes = [...chosen]
    .map(({ path, syntax }): FileChange => {
      return { kind: 'edit', path, changes: randomEdits(random, syntax.text) }
    })
    .filter((change) => change.kind !== 'edit' || !isEmptyChange(change.changes))
  return { files: changes, positions: new Map() }
}

function describeStep(step: Step): string {
  return step.files
    .flatMap((change) => (change.kind === 'edit' ? change.changes.edits : []))
    .map(({ from, to, insert }) => `${from}–${to} → ${JSON.stringify(insert.slice(0, 60))}`)
    .join(', ')
}

function prefixed(prefix: string, fault: string | null): string | null {
  return fault && prefix + fault
}
