/** Opening what is wrong at a block or a row, with its fixes, right there. */

import type { CodeTarget } from '@/components/code/code-places'
import { faultsAt } from '@/components/fixes/faults'
import type { SchemaGraph } from '@/lib/schema/graph'
import type { FacetStore } from '@/lib/store/store'
import type { CanvasStore } from './canvas-store'

/**
 * Opens the fixes of a row or, where nothing is wrong with it, of its block; says so where there is
 * nothing to fix at all.
 */
export function openFixes(store: FacetStore, canvas: CanvasStore, target: CodeTarget): void {
  const state = store.getState()
  const whole = { blockId: target.blockId, memberId: null }
  const fixing = [target, whole].find((part) => faultsAt(state, part).length > 0)
  if (fixing) {
    state.actions.select({ blockIds: [fixing.blockId], memberId: fixing.memberId })
    canvas.setState({ fixing })
    return
  }
  const isChecking = state.validation.state === 'checking'
  const name = nameOfPart(state.document.graph, target)
  const text = isChecking
    ? 'The schema is still being checked. Ask again in a moment.'
    : `There is nothing to fix at ${name}.`
  state.actions.notify({ kind: 'status', text })
}

/** `model Book`, or `Book.author`. */
export function nameOfPart({ blockById }: SchemaGraph, { blockId, memberId }: CodeTarget): string {
  const block = blockById.get(blockId)
  const shape = block?.lastGood ?? block
  if (!shape) return ''
  const member = [...shape.fields, ...shape.values].find(({ id }) => id === memberId)
  return member ? `${shape.name}.${member.name}` : `${shape.kind} ${shape.name}`.trim()
}
