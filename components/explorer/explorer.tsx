'use client'

import { Files, Search, X } from 'lucide-react'
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import type { BlockId } from '@/lib/schema/graph'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { BlockTree, type BlockTreeHandle } from './block-tree'
import { explorerRows, type GroupBy, type Row } from './explorer-rows'

const selectBlocks = (state: FacetState) => state.document.graph.blocks
const selectHasFiles = (state: FacetState) => state.document.files.size > 1
const selectReady = (state: FacetState) => state.isReady

const NOTHING: ReadonlySet<string> = new Set()

interface ExplorerProps {
  /** Called after a block was gone to. */
  onGone?(): void
}

/** All blocks by name, to find and to go to. */
export function Explorer({ onGone }: ExplorerProps) {
  const store = useFacetStore()
  const isReady = useFacet(selectReady)
  const hasFiles = useFacet(selectHasFiles)
  // Typing a schema comes first; the list may follow a moment later.
  const blocks = useDeferredValue(useFacet(selectBlocks))
  const [query, setQuery] = useState('')
  const [wishedGroup, setWishedGroup] = useState<GroupBy>('kind')
  const [folded, setFolded] = useState(NOTHING)
  const [unfolded, setUnfolded] = useState(NOTHING)
  const tree = useRef<BlockTreeHandle>(null)
  const resultId = useId()
  const groupBy = hasFiles ? wishedGroup : 'kind'

  const { rows, found, total } = useMemo(
    () => explorerRows(blocks, { groupBy, query, folded, unfolded }),
    [blocks, groupBy, query, folded, unfolded],
  )

  const go = (row: Row) => {
    if (row.kind === 'group') return
    const { actions } = store.getState()
    const blockIds: BlockId[] = [row.block.id]
    actions.select({ blockIds, memberId: row.kind === 'member' ? row.memberId : null })
    actions.show({ view: 'diagram', blockIds })
    onGone?.()
  }
  const setFold = (row: Row, isFolded: boolean) => {
    if (row.kind === 'group') setFolded(withKey(folded, row.key, isFolded))
    else if (row.kind === 'block') setUnfolded(withKey(unfolded, row.block.id, !isFolded))
  }

  return (
    <>
      <div className="flex shrink-0 items-center gap-1 p-2">
        <div className="relative min-w-0 flex-1">
          <Search className="pointer-events-none absolute top-2 left-2 size-3.5 text-faint" />
          <Input
            type="search"
            aria-label="Filter blocks and fields"
            aria-describedby={resultId}
            placeholder="Name, type, @unique, table…"
            value={query}
            autoComplete="off"
            spellCheck={false}
            className="pr-7 pl-7 [&::-webkit-search-cancel-button]:hidden"
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              const first = rows.find((row) => row.kind !== 'group' && row.isMatch)
              if (event.key === 'Enter' && query !== '' && first) go(first)
              else if (event.key === 'ArrowDown') tree.current?.focus()
              else if (event.key === 'Escape' && query !== '') setQuery('')
              else return
              event.preventDefault()
            }}
          />
          {query === '' ? null : (
            <button
              type="button"
              aria-label="Clear filter"
              className="absolute top-0.75 right-0.75 flex size-6 items-center justify-center rounded-sm text-faint hover:bg-hover hover:text-fg"
              onClick={() => setQuery('')}
            >
              <X className="size-3.5" />
            </button>
          )}
        </div>
        {hasFiles ? (
          <IconButton
            label="Group by file"
            pressed={groupBy === 'file'}
            onClick={() => setWishedGroup(groupBy === 'file' ? 'kind' : 'file')}
          >
            <Files />
          </IconButton>
        ) : null}
      </div>
      <p id={resultId} aria-live="polite" className="sr-only">
        {query === '' ? '' : `${found} of ${total} blocks`}
      </p>
      {rows.length > 0 ? (
        <BlockTree ref={tree} rows={rows} query={query} onGo={go} onFold={setFold} />
      ) : (
        <EmptyState
          className="min-h-0 flex-1"
          title={query !== '' ? 'Nothing matches' : isReady ? 'No blocks yet' : ''}
          description={
            query !== ''
              ? 'Nothing is called or says that. Try a name, a type such as Role, @unique, or a table name.'
              : isReady
                ? 'Models, views, types and enums are listed here.'
                : undefined
          }
        />
      )}
    </>
  )
}

function withKey(keys: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(keys)
  if (isIn) next.add(key)
  else next.delete(key)
  return next
}
