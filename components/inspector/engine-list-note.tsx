'use client'

import type { EngineList } from './use-engine-list'

/** Says quietly that the engine has not answered yet, or could not, and offers to ask again. */
export function EngineListNote({ list, what }: { list: EngineList<unknown>; what: string }) {
  if (list.state === 'ready') return null
  if (list.state === 'loading') return <p className="text-faint text-sm">Looking up {what}…</p>
  return (
    <p className="text-muted text-sm">
      Prisma’s engine could not be asked for {what}.{' '}
      <button
        type="button"
        className="rounded-sm text-accent underline underline-offset-2"
        onClick={list.retry}
      >
        Try again
      </button>
    </p>
  )
}
