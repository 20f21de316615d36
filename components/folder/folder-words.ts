/** What is said of the folder that a design is edited in. */

import { countUnsaved } from '@/lib/document/unsaved'
import type { FolderState } from '@/lib/store/folder-state'

export interface FolderWords {
  readonly text: string
  readonly tone: 'quiet' | 'unsaved' | 'danger'
}

/** For the status line: "2 unsaved files in ./prisma". */
export function folderWords({
  phase,
  title,
  unsaved,
  conflicts,
  trouble,
}: FolderState): FolderWords {
  if (phase === 'away') return { text: `Reconnect ${title}`, tone: 'unsaved' }
  if (conflicts.length > 0) {
    const count = conflicts.length === 1 ? '1 conflict' : `${conflicts.length} conflicts`
    return { text: `${count} in ${title}`, tone: 'danger' }
  }
  if (trouble !== null) return { text: `${title} cannot be used`, tone: 'danger' }
  const count = countUnsaved(unsaved)
  if (count === 0) return { text: `${title} saved`, tone: 'quiet' }
  const what = count === 1 ? '1 unsaved file' : `${count} unsaved files`
  return { text: `${what} in ${title}`, tone: 'unsaved' }
}
