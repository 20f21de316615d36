import { ChevronRight } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import { dragAsType } from './drag-as-type'
import type { Row } from './explorer-rows'
import { Highlight } from './highlight'
import { KindIcon } from './kind-icon'

interface TreeRowProps {
  id: string
  row: Row
  /** Distance from the top of the list, in pixels. */
  top: number
  query: string
  isActive: boolean
  isSelected: boolean
  onPress(): void
  onFold(isFolded: boolean): void
}

/** One row of the tree. It never has the focus itself; the tree has. */
export function TreeRow({
  id,
  row,
  top,
  query,
  isActive,
  isSelected,
  onPress,
  onFold,
}: TreeRowProps) {
  const isUnfolded = row.kind === 'member' ? null : row.isUnfolded
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: The tree hears the keys for all of its rows.
    // biome-ignore lint/a11y/useFocusableInteractive: See above.
    <div
      id={id}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={isUnfolded ?? undefined}
      aria-selected={row.kind === 'group' ? undefined : isSelected}
      className={cn(
        'absolute inset-x-1 flex h-[26px] cursor-default select-none items-center gap-1.5 rounded-sm pr-2',
        row.kind === 'member' ? 'pl-8.5 font-mono text-sm' : 'pl-1',
        isSelected ? 'bg-accent-subtle' : 'hover:bg-hover',
        isActive &&
          'group-focus-visible/tree:outline-2 group-focus-visible/tree:-outline-offset-2 group-focus-visible/tree:outline-ring',
      )}
      style={{ top }}
      {...(row.kind === 'block' && dragAsType(row.block))}
      onClick={onPress}
    >
      {isUnfolded === null ? (
        row.kind === 'block' ? (
          <span className="w-4 shrink-0" />
        ) : null
      ) : (
        <FoldSign
          isUnfolded={isUnfolded}
          onPress={() => onFold(isUnfolded)}
          isSeparate={row.kind === 'block'}
        />
      )}
      <RowContents row={row} query={query} />
    </div>
  )
}

function RowContents({ row, query }: { row: Row; query: string }) {
  if (row.kind === 'group') {
    return (
      <>
        <span className="min-w-0 flex-1 truncate font-medium text-sm text-muted" title={row.label}>
          {row.label}
        </span>
        <span className="text-faint text-sm tabular-nums">{row.count}</span>
      </>
    )
  }
  if (row.kind === 'member') {
    return (
      <>
        <span className="truncate" title={row.name}>
          <Highlight text={row.name} query={query} />
        </span>
        <span className="ml-auto max-w-1/2 shrink-0 truncate pl-2 text-faint">{row.type}</span>
      </>
    )
  }
  const { block } = row
  return (
    <>
      <KindIcon kind={block.kind} />
      <span className="min-w-0 flex-1 truncate" title={block.name}>
        <Highlight text={block.name || `unnamed ${block.kind}`} query={query} />
      </span>
    </>
  )
}

/** The triangle. On a group the whole row folds; on a block the row selects and only this folds. */
function FoldSign({
  isUnfolded,
  isSeparate,
  onPress,
}: {
  isUnfolded: boolean
  isSeparate: boolean
  onPress(): void
}) {
  return (
    <span
      aria-hidden="true"
      className="flex h-full w-4 shrink-0 items-center justify-center text-faint hover:text-fg"
      onClick={(event) => {
        if (!isSeparate) return
        event.stopPropagation()
        onPress()
      }}
    >
      <ChevronRight className={cn('size-3.5 transition-[rotate]', isUnfolded && 'rotate-90')} />
    </span>
  )
}
