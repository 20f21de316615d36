/** Settings of generators, as the commands that change Prisma's version read and write them. */

import type { Block, BlockId } from '@/lib/schema/graph'
import { quoteString, type Value } from '@/lib/schema/value'
import type { Draft } from './draft'
import { featuresFor } from './preview-features'
import { setProperty } from './set-property'

export function setting(block: Block, name: string): Value | null {
  return block.properties.find((property) => property.name === name)?.value ?? null
}

export function textSetting(block: Block, name: string): string | null {
  const value = setting(block, name)
  return value?.kind === 'string' ? value.value : null
}

/** Without the notes of the single change: who changes the version says what that means. */
export function set(draft: Draft, blockId: BlockId, name: string, value: string | null): boolean {
  const result = setProperty.run(draft.ctx, { blockId, name, value })
  if (!result) return false
  draft.apply(result.edits)
  return true
}

/** True when there was such a setting. */
export function unset(draft: Draft, blockId: BlockId, name: string): boolean {
  return set(draft, blockId, name, null)
}

/** Drops the preview features that the version does not have or does not need. */
export function changeFeatures(draft: Draft, blockId: BlockId, version: 6 | 7): void {
  const value = setting(draft.block(blockId), 'previewFeatures')
  if (!value) return
  const items = value.kind === 'list' ? value.items : [value]
  const features = items.flatMap((item) => (item.kind === 'string' ? [item.value] : []))
  const { kept, notes } = featuresFor(version, draft.ctx.graph.provider, features)
  if (notes.length === 0) return
  const list = kept.length > 0 ? `[${kept.map(quoteString).join(', ')}]` : null
  if (set(draft, blockId, 'previewFeatures', list)) draft.notes.push(...notes)
}
