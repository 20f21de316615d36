'use client'

import { ViewportPortal } from '@xyflow/react'
import { Ellipsis } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, memo, useLayoutEffect, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Point } from '@/lib/document/design'
import type { Group } from '@/lib/document/diagram'
import { moveGroup, renameGroup } from '@/lib/document/diagram-edits'
import type { BlockId } from '@/lib/schema/graph'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import { deleteGroup } from './annotation-actions'
import { useCanvas, useCanvasStore } from './canvas-context'
import type { CanvasState } from './canvas-store'
import { openMenuAt } from './context-menu'
import { arrowWay, useDragArea } from './drag-area'

/** Coloured areas behind the blocks that they hold. */
export function GroupLayer() {
  const ids = useCanvas(
    useShallow(({ groups }: CanvasState) => groups.map(({ group }) => group.id)),
  )
  if (ids.length === 0) return null
  return (
    <ViewportPortal>
      <div className="canvas-groups">
        {ids.map((id) => (
          <GroupView key={id} id={id} />
        ))}
      </div>
    </ViewportPortal>
  )
}

/** Pixels per arrow key, and with Shift. */
const STEP = 10
const LARGE_STEP = 40

const GroupView = memo(function GroupView({ id }: { readonly id: string }) {
  const shown = useCanvas(({ groups }) => groups.find(({ group }) => group.id === id))
  const isEditing = useFacet(
    ({ annotationEdit }) => annotationEdit?.kind === 'group' && annotationEdit.id === id,
  )
  const store = useFacetStore()
  const canvas = useCanvasStore()
  const actions = useActions()
  const ref = useRef<HTMLDivElement>(null)
  const mover = useGroupMover(shown?.group)
  const drag = useDragArea(mover)
  if (!shown) return null
  const { group, area, isTarget } = shown
  const { x, y } = mover.offset

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey) return
    const by = arrowWay(event.key, event.shiftKey ? LARGE_STEP : STEP)
    if (by) mover.onDrop(by)
    else if (event.key === 'Enter' || event.key === 'F2') {
      actions.editAnnotation({ kind: 'group', id })
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      deleteGroup(store, id)
      focusDiagram()
    } else if (event.key === ' ') select(group)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const select = ({ blockIds }: Group) => {
    const { rects } = canvas.getState()
    actions.select({ blockIds: blockIds.filter((blockId) => rects.has(blockId)) })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: A group of blocks is no part of a form.
    <div
      ref={ref}
      role="group"
      aria-label={`group ${group.title}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: Keys move it, as they do blocks.
      tabIndex={0}
      className="canvas-group nopan"
      data-group={id}
      data-color={group.color}
      data-target={isTarget || undefined}
      style={{
        transform: `translate(${area.x + x}px, ${area.y + y}px)`,
        width: area.width,
        height: area.height,
      }}
      onKeyDown={onKeyDown}
      {...drag}
    >
      <div className="canvas-group-bar">
        {isEditing ? (
          <TitleEditor group={group} onClose={() => ref.current?.focus({ preventScroll: true })} />
        ) : (
          // biome-ignore lint/a11y/noStaticElementInteractions: Enter on the group does the same.
          // biome-ignore lint/a11y/useKeyWithClickEvents: Space on the group does the same.
          <span
            className="canvas-group-title"
            onClick={() => select(group)}
            onDoubleClick={() => actions.editAnnotation({ kind: 'group', id })}
          >
            {group.title || 'untitled'}
          </span>
        )}
        <MenuButton label={`Actions for group ${group.title}`} />
      </div>
    </div>
  )
})

/** Moves a group with everything in it, or by itself while it is empty. */
function useGroupMover(group: Group | undefined) {
  const store = useFacetStore()
  const canvas = useCanvasStore()
  const [offset, setOffset] = useState<Point>({ x: 0, y: 0 })

  const moved = (by: Point): ReadonlyMap<BlockId, Point> => {
    const { rects } = canvas.getState()
    const base = from.current ?? new Map(rects)
    from.current = base
    return new Map(
      (group?.blockIds ?? []).flatMap((id): [BlockId, Point][] => {
        const rect = base.get(id)
        return rect ? [[id, { x: rect.x + by.x, y: rect.y + by.y }]] : []
      }),
    )
  }
  /** Where the blocks were when the drag began. */
  const from = useRef<ReadonlyMap<BlockId, Point> | null>(null)

  return {
    offset,
    onMove(by: Point) {
      if (group?.blockIds.length === 0) setOffset(by)
      else canvas.drag(moved(by))
    },
    onDrop(by: Point) {
      if (!group) return
      const { actions, document } = store.getState()
      const label = `Move group ${group.title}`
      if (group.blockIds.length === 0) {
        const at = { x: group.area.x + by.x, y: group.area.y + by.y }
        setOffset({ x: 0, y: 0 })
        actions.setDiagram(moveGroup(document.diagram, group.id, at), label)
      } else {
        actions.moveBlocks(moved(by), label)
        canvas.drag(null)
      }
      from.current = null
    },
    onCancel() {
      setOffset({ x: 0, y: 0 })
      canvas.drag(null)
      from.current = null
    },
  }
}

/** An input over the title; Escape leaves it as it was. */
function TitleEditor({ group, onClose }: { readonly group: Group; onClose(): void }) {
  const store = useFacetStore()
  const inputRef = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  const [value, setValue] = useState(group.title)

  useLayoutEffect(() => {
    inputRef.current?.focus({ preventScroll: true })
    inputRef.current?.select()
  }, [])

  const close = (isKept: boolean) => {
    if (isDone.current) return
    isDone.current = true
    const { actions, document } = store.getState()
    const title = value.trim()
    if (isKept && title !== '') {
      actions.setDiagram(renameGroup(document.diagram, group.id, title), `Rename group to ${title}`)
    }
    actions.editAnnotation(null)
  }

  return (
    <input
      ref={inputRef}
      aria-label="Group title"
      autoComplete="off"
      maxLength={200}
      className="canvas-group-input nodrag nopan"
      value={value}
      onPointerDown={(event) => event.stopPropagation()}
      onChange={(event) => setValue(event.target.value)}
      onBlur={() => close(true)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        close(event.key === 'Enter')
        onClose()
      }}
    />
  )
}

/** Opens the menu that a right press opens, for those who do not press right. */
export function MenuButton({ label }: { readonly label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-haspopup="menu"
      className="canvas-annotation-menu nopan"
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') event.stopPropagation()
      }}
      onClick={(event: MouseEvent<HTMLElement>) => openMenuAt(event.currentTarget)}
    >
      <Ellipsis aria-hidden="true" />
    </button>
  )
}

/** Where the focus goes when what had it is gone. */
export function focusDiagram(): void {
  document.querySelector<HTMLElement>('.canvas .react-flow')?.focus({ preventScroll: true })
}
