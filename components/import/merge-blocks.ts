/** What of an imported schema goes into a design that has blocks of its own. */

import { parse } from '@/lib/psl/parse'

export type ClashChoice = 'rename' | 'skip'

const DRAWN = new Set(['model', 'view', 'enum', 'type'])

/** The blocks' texts, without datasource and generators, and without those named in `left`. */
export function blocksToMerge(schema: string, left: ReadonlySet<string>): string {
  const texts = parse(schema).items.flatMap((item) =>
    item.kind === 'block' && DRAWN.has(item.blockKind) && !left.has(item.name?.text ?? '')
      ? [item.text.trim()]
      : [],
  )
  return texts.join('\n\n')
}

export function blockNames(schema: string): string[] {
  return parse(schema).items.flatMap((item) =>
    item.kind === 'block' && DRAWN.has(item.blockKind) && item.name ? [item.name.text] : [],
  )
}
