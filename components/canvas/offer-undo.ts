import type { CommandResult } from '@/lib/commands/command'
import { noticeText } from '@/lib/store/notice-text'
import type { FacetStore } from '@/lib/store/store'

/** Says what a gesture did, which may be more than was seen coming, and offers to take it back. */
export function offerUndo(store: FacetStore, { label, notes }: CommandResult): void {
  const { actions, history } = store.getState()
  const entry = history.undo.at(-1)
  const run = () => {
    const isLast = store.getState().history.undo.at(-1) === entry
    if (isLast) actions.undo()
    else {
      const text = `“${label}” is not the last change any more. Undo what came after it first.`
      actions.notify({ kind: 'error', text })
    }
  }
  // The bar above has a button called Undo; no two should share a name.
  const action = { label: 'Take back', run }
  actions.notify({ kind: 'status', text: noticeText(label, notes), action })
}
