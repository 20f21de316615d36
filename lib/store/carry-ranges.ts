/** What is said of places in the text moves along with it until somebody has looked again. */

import type { Step } from '@/lib/document/document'
import { mapPosition } from '@/lib/text/change-set'
import type { Validation } from './state'

/** Offsets are UTF-16 code units of the file at `path`. */
interface Ranged {
  readonly path: string
  readonly from: number
  readonly to: number
}

/** The items where the step leaves them; those of files that go are dropped. */
export function carryRanges<Item extends Ranged>(items: readonly Item[], { files }: Step): Item[] {
  const changes = new Map(
    files.flatMap((file) => (file.kind === 'edit' ? [[file.path, file.changes] as const] : [])),
  )
  const removed = new Set(files.flatMap((file) => (file.kind === 'remove' ? [file.path] : [])))
  const renamed = new Map(
    files.flatMap((file) => (file.kind === 'rename' ? [[file.path, file.to] as const] : [])),
  )
  return items.flatMap((item): Item[] => {
    if (removed.has(item.path)) return []
    const edits = changes.get(item.path)
    const path = renamed.get(item.path) ?? item.path
    if (!edits) return [path === item.path ? item : { ...item, path }]
    const from = mapPosition(edits, item.from, -1)
    return [{ ...item, path, from, to: mapPosition(edits, item.to, 1) }]
  })
}

export function carryValidation(validation: Validation, step: Step): Validation {
  return {
    state: validation.state === 'unavailable' ? 'unavailable' : 'checking',
    diagnostics: carryRanges(validation.diagnostics, step),
  }
}
