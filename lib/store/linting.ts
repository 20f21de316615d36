/**
 * Has the rules of our own look at the schema, whenever typing pauses. They are fetched after the
 * diagram, run in pieces when the browser is idle, and look again only at what a change concerns.
 */

import type { Linter } from '@/lib/lint/linter'
import { whenIdle, workInPieces } from './idle-work'
import { commandContext, type FacetStore } from './store'
import { whenDrawn } from './when-drawn'

/** How long nothing may change before the rules look, in ms: longer than between two keys. */
const PAUSE = 300

/** Loads what finds; tests bring their own. */
type LoadLinter = () => Promise<Pick<Linter, 'inPieces'>>

const loadLinter: LoadLinter = async () => new (await import('@/lib/lint/linter')).Linter()

/** The returned function stops it. */
export function startLinting(store: FacetStore, load: LoadLinter = loadLinter): () => void {
  let linter: Pick<Linter, 'inPieces'> | null = null
  let isStopped = false
  let cancel = () => {}

  function look(): void {
    if (!linter || isStopped) return
    const { document, actions } = store.getState()
    cancel()
    // Of a run that a change has cut short, the linter keeps what it has looked at.
    const work = linter.inPieces(commandContext(document), document.lint)
    cancel = workInPieces(work, actions.setFindings)
  }

  function lookSoon(): void {
    cancel()
    const timer = setTimeout(() => {
      cancel = whenIdle(look)
    }, PAUSE)
    cancel = () => clearTimeout(timer)
  }

  const unsubscribe = store.subscribe(({ document }, before) => {
    if (!linter || document === before.document) return
    if (document.version !== before.document.version) lookSoon()
    // Nothing is looked at again for that, and whoever switched a rule off waits for it.
    else if (document.lint !== before.document.lint) look()
  })
  const stopWaiting = whenDrawn(store, () => {
    load().then(
      (loaded) => {
        linter = loaded
        if (!isStopped) cancel = whenIdle(look)
      },
      // Without a network there are no hints, and nothing else is missing.
      () => {},
    )
  })
  return () => {
    isStopped = true
    cancel()
    stopWaiting()
    unsubscribe()
  }
}
