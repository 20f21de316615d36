'use client'

import { useCallback } from 'react'
import type { Command } from '@/lib/commands/command'
import type { Field } from '@/lib/schema/graph'
import { useFacetStore } from '@/lib/store/provider'
import type { FacetStore } from '@/lib/store/store'

/** Runs a command; when it does not apply, says so, naming what it was to be applied to. */
export function useRunOrRefuse(): <Args>(
  command: Command<Args>,
  args: Args,
  name: string,
) => boolean {
  const store = useFacetStore()
  return useCallback(
    (command, args, name) => {
      const { actions } = store.getState()
      if (actions.run(command, args)) return true
      const text = `This is not possible for ${name} as it is now. Nothing was changed.`
      actions.notify({ kind: 'error', text })
      return false
    },
    [store],
  )
}

/**
 * Does something to the design from a list, and leaves selected what was: a command may select what
 * it changed, which would take the list away from whoever works through it.
 */
export function keepingSelection<T>(store: FacetStore, change: () => T): T {
  const { selection } = store.getState()
  const result = change()
  const { actions, document } = store.getState()
  if (selection.blockIds.every((id) => document.graph.blockById.has(id))) actions.select(selection)
  return result
}

/** Whether the field holds a value of its own, and so may be a key or have a default. */
export function isColumn({ typeKind }: Field): boolean {
  return typeKind === 'scalar' || typeKind === 'enum' || typeKind === 'unsupported'
}
