'use client'

/** What the context menus offer for groups, notes and colours. */

import {
  BoxSelect,
  Group as GroupIcon,
  Palette,
  PencilLine,
  StickyNote,
  Trash2,
  Ungroup,
} from 'lucide-react'
import {
  ContextMenuItem,
  ContextMenuRadioGroup,
  ContextMenuRadioItem,
  ContextMenuSeparator,
  ContextMenuSub,
  ContextMenuSubContent,
  ContextMenuSubTrigger,
} from '@/components/ui/context-menu'
import type { Point } from '@/lib/document/design'
import { COLORS, type Color } from '@/lib/document/diagram'
import { groupOfBlock } from '@/lib/document/diagram-edits'
import { shownBoard } from '@/lib/store/board'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import { afterClosing } from './after-closing'
import {
  addEmptyGroup,
  addNoteAt,
  colorGroup,
  colorNote,
  colorSelection,
  commonColor,
  deleteGroup,
  deleteNote,
  groupSelection,
  removeSelectionFromView,
  ungroupSelection,
} from './annotation-actions'
import { useCanvasStore } from './canvas-context'

const COLOR_NAMES: Readonly<Record<Color, string>> = {
  gray: 'Gray',
  red: 'Red',
  orange: 'Orange',
  yellow: 'Yellow',
  green: 'Green',
  teal: 'Teal',
  blue: 'Blue',
  purple: 'Purple',
  pink: 'Pink',
}

/** A submenu of the palette; `null` is no colour, where there can be none. */
function ColorMenu({
  value,
  canBeNone,
  onPick,
}: {
  readonly value: Color | null | undefined
  readonly canBeNone?: boolean
  onPick(color: Color | null): void
}) {
  const current = value === null ? 'none' : value
  return (
    <ContextMenuSub>
      <ContextMenuSubTrigger icon={<Palette />}>Colour</ContextMenuSubTrigger>
      <ContextMenuSubContent className="nokey">
        <ContextMenuRadioGroup
          {...(current === undefined ? {} : { value: current })}
          onValueChange={(next) => onPick(COLORS.find((color) => color === next) ?? null)}
        >
          {canBeNone && <ContextMenuRadioItem value="none">None</ContextMenuRadioItem>}
          {COLORS.map((color) => (
            <ContextMenuRadioItem key={color} value={color}>
              <span className="canvas-swatch" data-color={color} aria-hidden="true" />
              {COLOR_NAMES[color]}
            </ContextMenuRadioItem>
          ))}
        </ContextMenuRadioGroup>
      </ContextMenuSubContent>
    </ContextMenuSub>
  )
}

/** In the menu of blocks. */
export function BlockAnnotationItems() {
  const store = useFacetStore()
  const blockIds = useFacet(({ selection }) => selection.blockIds)
  const diagram = useFacet(({ document }) => document.diagram)
  const isInView = useFacet((state) => shownBoard(state).view !== null)
  const isGrouped = blockIds.some((id) => groupOfBlock(diagram, id) !== null)
  return (
    <>
      <ContextMenuSeparator />
      <ColorMenu
        value={commonColor(diagram, blockIds)}
        canBeNone
        onPick={(color) => void colorSelection(store, color)}
      />
      <ContextMenuItem
        icon={<GroupIcon />}
        shortcut="g"
        onSelect={afterClosing(() => void groupSelection(store))}
      >
        Group selection
      </ContextMenuItem>
      {isGrouped && (
        <ContextMenuItem icon={<Ungroup />} onSelect={() => void ungroupSelection(store)}>
          Ungroup
        </ContextMenuItem>
      )}
      {isInView && (
        <ContextMenuItem onSelect={() => void removeSelectionFromView(store)}>
          Remove from this view
        </ContextMenuItem>
      )}
    </>
  )
}

/** In the menu of the background. */
export function BackgroundAnnotationItems({ at }: { readonly at: Point }) {
  const store = useFacetStore()
  const isWhole = useFacet((state) => shownBoard(state).kind === 'whole')
  return (
    <>
      <ContextMenuItem icon={<StickyNote />} onSelect={afterClosing(() => addNoteAt(store, at))}>
        Add note here
      </ContextMenuItem>
      {isWhole && (
        <ContextMenuItem
          icon={<GroupIcon />}
          onSelect={afterClosing(() => addEmptyGroup(store, at))}
        >
          Add group here
        </ContextMenuItem>
      )}
    </>
  )
}

export function GroupMenu({ id }: { readonly id: string }) {
  const store = useFacetStore()
  const canvas = useCanvasStore()
  const actions = useActions()
  const group = useFacet(({ document }) => document.diagram.groups.find((each) => each.id === id))
  if (!group) return null
  return (
    <>
      <ContextMenuItem
        icon={<PencilLine />}
        shortcut="f2"
        onSelect={afterClosing(() => actions.editAnnotation({ kind: 'group', id }))}
      >
        Rename
      </ContextMenuItem>
      <ColorMenu value={group.color} onPick={(color) => color && colorGroup(store, id, color)} />
      <ContextMenuItem
        icon={<BoxSelect />}
        disabled={group.blockIds.length === 0}
        onSelect={() => {
          const { rects } = canvas.getState()
          actions.select({ blockIds: group.blockIds.filter((blockId) => rects.has(blockId)) })
        }}
      >
        Select its blocks
      </ContextMenuItem>
      <ContextMenuSeparator />
      <ContextMenuItem icon={<Ungroup />} shortcut="delete" onSelect={() => deleteGroup(store, id)}>
        Ungroup
      </ContextMenuItem>
    </>
  )
}

export function NoteMenu({ id }: { readonly id: string }) {
  const store = useFacetStore()
  const actions = useActions()
  const note = useFacet(({ document }) => document.diagram.notes.find((each) => each.id === id))
  if (!note) return null
  return (
    <>
      <ContextMenuItem
        icon={<PencilLine />}
        shortcut="f2"
        onSelect={afterClosing(() => actions.editAnnotation({ kind: 'note', id }))}
      >
        Edit
      </ContextMenuItem>
      <ColorMenu value={note.color} onPick={(color) => color && colorNote(store, id, color)} />
      <ContextMenuSeparator />
      <ContextMenuItem
        icon={<Trash2 />}
        tone="danger"
        shortcut="delete"
        onSelect={() => deleteNote(store, id)}
      >
        Delete note
      </ContextMenuItem>
    </>
  )
}
