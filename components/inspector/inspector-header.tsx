'use client'

import {
  ChevronDown,
  ChevronRight,
  ChevronUp,
  Code,
  CopyPlus,
  Database,
  Trash2,
} from 'lucide-react'
import { withEditing } from '@/components/canvas/editing-chunk'
import { showInCode } from '@/components/canvas/selected-blocks'
import { KindIcon } from '@/components/explorer/kind-icon'
import { IconButton } from '@/components/ui/icon-button'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { type InspectorTitle, titleOf } from './inspector-title'

interface InspectorHeaderProps {
  isOpen: boolean
  onToggle(): void
}

const selectHasSelection = ({ selection }: FacetState) =>
  selection.blockIds.length > 0 || selection.relationId !== null

/** Says what the inspector shows, and leads from there to the block and the schema that it is in. */
export function InspectorHeader({ isOpen, onToggle }: InspectorHeaderProps) {
  const title = useTitle()
  const { select } = useActions()
  const hasSelection = useFacet(selectHasSelection)
  return (
    <div className="flex h-9 shrink-0 items-center gap-1 border-b pr-1 pl-1.5">
      {hasSelection ? (
        <IconButton label="Schema settings" size="sm" side="right" onClick={() => select({})}>
          <Database />
        </IconButton>
      ) : (
        <Database aria-hidden="true" className="mx-1.5 size-3.5 shrink-0 text-faint" />
      )}
      {title.parent ? (
        <>
          <button
            type="button"
            aria-label={`Back to ${title.parent.kind} ${title.parent.name}`}
            className="flex h-6.5 min-w-8 shrink items-center gap-1.5 rounded-sm px-1 text-muted text-sm hover:bg-hover hover:text-fg"
            onClick={() => title.parent && select({ blockIds: [title.parent.id] })}
          >
            <KindIcon kind={title.parent.kind} />
            <span className="truncate font-mono">{title.parent.name}</span>
          </button>
          <ChevronRight aria-hidden="true" className="size-3 shrink-0 text-faint" />
        </>
      ) : null}
      <h2 className="flex min-w-0 flex-1 items-baseline gap-1.5 text-sm">
        {title.kind ? <span className="shrink-0 text-faint">{title.kind}</span> : null}
        <span
          title={title.name}
          className={`truncate font-medium ${title.isName ? 'font-mono' : ''}`}
        >
          {title.name}
        </span>
      </h2>
      {isOpen ? <BlockActions /> : null}
      <IconButton
        label={isOpen ? 'Hide inspector' : 'Show inspector'}
        size="sm"
        side="right"
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        {isOpen ? <ChevronDown /> : <ChevronUp />}
      </IconButton>
    </div>
  )
}

/** What is done to whole blocks; fields and relations have buttons of their own. */
function BlockActions() {
  const store = useFacetStore()
  const target = useFacet(selectTarget)
  if (target === null) return null
  return (
    <>
      {target === '' ? null : (
        <IconButton
          label="Show in code"
          size="sm"
          side="bottom"
          onClick={() => showInCode(store, target, null)}
        >
          <Code />
        </IconButton>
      )}
      <IconButton
        label="Duplicate"
        size="sm"
        side="bottom"
        onClick={() =>
          withEditing(store, ({ duplicateSelection }) => void duplicateSelection(store))
        }
      >
        <CopyPlus />
      </IconButton>
      <IconButton
        label="Delete"
        size="sm"
        side="bottom"
        onClick={() => withEditing(store, ({ deleteSelection }) => void deleteSelection(store))}
      >
        <Trash2 />
      </IconButton>
    </>
  )
}

/** The only selected block; empty for several, `null` when it is not about blocks. */
function selectTarget({ selection }: FacetState): string | null {
  const { blockIds, memberId, relationId } = selection
  const [first] = blockIds
  if (first === undefined || memberId !== null || relationId !== null) return null
  return blockIds.length > 1 ? '' : first
}

let last: InspectorTitle | null = null

/** The same object for as long as it says the same. */
function selectTitle(state: FacetState): InspectorTitle {
  const next = titleOf(state)
  const isSame =
    last !== null &&
    last.parent === next.parent &&
    last.kind === next.kind &&
    last.name === next.name &&
    last.isName === next.isName
  if (!isSame) last = next
  return last as InspectorTitle
}

function useTitle(): InspectorTitle {
  return useFacet(selectTitle)
}
