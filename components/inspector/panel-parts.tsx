import type { ReactNode } from 'react'
import type { Block } from '@/lib/schema/graph'

/** Names and values under one another; what is `null` is left out. */
export function Facts({
  facts,
}: {
  facts: readonly (readonly [name: string, value: ReactNode | null])[]
}) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name} className="contents">
            <dt className="text-faint">{name}</dt>
            <dd className="truncate text-fg" title={typeof value === 'string' ? value : undefined}>
              {value}
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}

/** The `///` comment of a block or a field. */
export function Documentation({ text }: { text: string }) {
  if (text === '') return null
  return (
    <p className="whitespace-pre-wrap border-l-2 pl-2 text-muted text-sm wrap-anywhere">{text}</p>
  )
}

/** Buttons at the end of a panel. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap gap-2 pt-1">{children}</div>
}

/** Said in place of controls while the text of a block cannot be understood. */
export function BrokenNote({ block }: { block: Block }) {
  if (!block.isBroken) return null
  return (
    <p className="rounded-md bg-warning-subtle px-2 py-1 text-sm text-warning">
      The text of this block has an error. Correct it in the schema to edit here again.
    </p>
  )
}
