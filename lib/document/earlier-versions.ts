/** What a design was before steps that its undo history still knows. */

import { applyStep, type DocumentFile, type SchemaDocument } from './document'
import type { History } from './history'

export interface EarlierVersion {
  /** What was done next: "Rename User to Person". */
  readonly label: string
  /** When that was last added to, in ms since 1970. */
  readonly time: number
  /** How many steps lie between it and now. */
  readonly steps: number
}

/** The versions whose text differs from the one after, the latest first. */
export function earlierVersions({ undo }: History): EarlierVersion[] {
  return undo
    .map(({ label, time, forward }, index) => ({
      label,
      time,
      steps: undo.length - index,
      hasText: forward.files.length > 0,
    }))
    .filter(({ hasText }) => hasText)
    .map(({ label, time, steps }) => ({ label, time, steps }))
    .reverse()
}

/** The files before the last `steps` steps; `null` when the history does not fit the document. */
export function filesBefore(
  document: SchemaDocument,
  { undo }: History,
  steps: number,
): ReadonlyMap<string, DocumentFile> | null {
  let earlier = document
  try {
    for (const { backward } of undo.slice(-steps).reverse()) {
      earlier = applyStep(earlier, backward)?.document ?? earlier
    }
  } catch {
    // Only a damaged history that was kept from before a reload can get here.
    return null
  }
  return steps > undo.length ? null : earlier.files
}
