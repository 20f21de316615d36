'use client'

/** Signs of what changed since the version that the design is compared with. */

import { useStore } from 'zustand'
import { type BlockChange, type ChangeSignKind, signOf } from '@/lib/schema/compare-graphs'
import type { BlockId } from '@/lib/schema/graph'
import { baselineOf } from '@/lib/store/baseline'
import { useFacetStore } from '@/lib/store/provider'

/** What changed in a block, if there is a baseline and the person wants to see it. */
export function useBlockChange(id: BlockId): BlockChange | undefined {
  return useStore(baselineOf(useFacetStore()), ({ isMarked, changes }) =>
    isMarked ? changes.blocks.get(id) : undefined,
  )
}

/** A plus for what is new, a ring for what is different, a minus for what only lost something. */
export function ChangeSign({ kind }: { kind: ChangeSignKind }) {
  return (
    <svg className="canvas-change" data-change={kind} viewBox="0 0 12 12" aria-hidden="true">
      {kind === 'changed' ? (
        <circle cx="6" cy="6" r="3" />
      ) : (
        <path d={kind === 'added' ? 'M6 2v8M2 6h8' : 'M2 6h8'} />
      )}
    </svg>
  )
}

/** The sign of a block, with what it means in words. */
export function BlockChangeSign({ change }: { change: BlockChange }) {
  const { kind, removed } = change
  const gone = removed.length > 0 ? `; removed: ${removed.join(', ')}` : ''
  const words = `${kind} since the baseline${gone}`
  return (
    <span role="img" aria-label={words} title={words} className="canvas-change-frame">
      <ChangeSign kind={signOf(change)} />
    </span>
  )
}
