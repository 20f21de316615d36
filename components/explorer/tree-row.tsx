import { ChevronRight, FileCode2, Folder, FolderOpen } from 'lucide-react'
import type { HTMLAttributes, ReactNode } from 'react'
import { UnsavedMark } from '@/components/folder/unsaved-mark'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import type { FileRow, Row } from './explorer-rows'
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
  /** Whether it is the file that the code side shows. */
  isShown: boolean
  /** Whether what is dragged would be dropped here. */
  isDropTarget: boolean
  /** Stands in the place of the row's name while that is edited. */
  editor: ReactNode
  drag: HTMLAttributes<HTMLElement>
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
  isShown,
  isDropTarget,
  editor,
  drag,
  onPress,
  onFold,
}: TreeRowProps) {
  const hasSelection = row.kind === 'block' || row.kind === 'member'
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
      aria-selected={hasSelection ? isSelected : undefined}
      aria-current={isShown || undefined}
      aria-label={row.kind === 'file' ? fileTitle(row) : undefined}
      data-key={row.key}
      className={cn(
        'absolute inset-x-1 flex h-[26px] cursor-default select-none items-center gap-1.5 rounded-sm pr-2',
        row.kind === 'member' && 'font-mono text-sm',
        isDropTarget && 'bg-accent-subtle outline-2 -outline-offset-2 outline-accent',
        isSelected ? 'bg-accent-subtle' : 'hover:bg-hover',
        isActive &&
          'group-focus-visible/tree:outline-2 group-focus-visible/tree:-outline-offset-2 group-focus-visible/tree:outline-ring',
      )}
      style={{ top, paddingLeft: indentOf(row) }}
      {...(editor ? {} : drag)}
      onClick={onPress}
    >
      {isUnfolded === null ? (
        row.kind === 'block' || row.kind === 'file' ? (
          <span className="w-4 shrink-0" />
        ) : null
      ) : (
        <FoldSign
          isUnfolded={isUnfolded}
          onPress={() => onFold(isUnfolded)}
          isSeparate={row.kind === 'block' || row.kind === 'file'}
        />
      )}
      {editor ?? <RowContents row={row} query={query} isShown={isShown} />}
    </div>
  )
}

/** Groups by kind are headings: what is in them stands below, not deeper. In pixels. */
function indentOf(row: Row): number {
  if (row.kind === 'folder' || row.kind === 'file') return 4 + (row.level - 1) * 12
  const depth = row.kind === 'member' ? row.level - 3 : row.level - 2
  return Math.max(0, depth) * 12 + (row.kind === 'member' ? 34 : 4)
}

/** For assistive technology: "user.prisma, 3 blocks, 1 error, unsaved". */
function fileTitle({ label, count, errors, warnings, isUnsaved }: FileRow): string {
  const some = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`
  return [
    label,
    some(count, 'block'),
    ...(errors > 0 ? [some(errors, 'error')] : []),
    ...(warnings > 0 ? [some(warnings, 'warning')] : []),
    ...(isUnsaved ? ['unsaved'] : []),
  ].join(', ')
}

function RowContents({ row, query, isShown }: { row: Row; query: string; isShown: boolean }) {
  if (row.kind === 'folder') {
    const Icon = row.isUnfolded ? FolderOpen : Folder
    return (
      <>
        <Icon aria-hidden="true" className="size-3.5 shrink-0 text-faint" />
        <span className="min-w-0 flex-1 truncate" title={row.path}>
          <Highlight text={row.label} query={query} />
        </span>
      </>
    )
  }
  if (row.kind === 'file') {
    return (
      <>
        <FileCode2
          aria-hidden="true"
          className={cn('size-3.5 shrink-0', isShown ? 'text-accent' : 'text-faint')}
        />
        <span
          className={cn('min-w-0 flex-1 truncate', isShown && 'font-medium text-accent')}
          title={row.path}
        >
          <Highlight text={row.label} query={query} />
        </span>
        {row.isUnsaved ? <UnsavedMark /> : null}
        {row.errors > 0 ? (
          <Badge tone="danger">{row.errors}</Badge>
        ) : row.warnings > 0 ? (
          <Badge tone="warning">{row.warnings}</Badge>
        ) : null}
        <span className="text-faint text-sm tabular-nums">{row.count}</span>
      </>
    )
  }
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
        <Aside text={row.reason ?? row.type} query={query} />
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
      {row.reason === null ? null : (
        <Aside className="font-mono text-sm" text={row.reason} query={query} />
      )}
    </>
  )
}

/** A few quiet words on the right: a type, or why the row was found. */
function Aside({ text, query, className }: { text: string; query: string; className?: string }) {
  return (
    <span
      className={cn('ml-auto max-w-3/5 shrink-0 truncate pl-2 text-faint', className)}
      title={text}
    >
      <Highlight text={text} query={query} />
    </span>
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
