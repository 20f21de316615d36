/** What is gone since the baseline, which the diagram cannot mark. */

import type { GraphChanges } from '@/lib/schema/compare-graphs'

/** In words: "model User", "Post.title". */
export function removals({ blocks, removed }: GraphChanges): string[] {
  const members = [...blocks.values()].flatMap(({ name, removed }) =>
    removed.map((member) => `${name}.${member}`),
  )
  return [...removed.map(({ kind, name }) => `${kind} ${name}`), ...members]
}
