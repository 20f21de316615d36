'use client'

/** Items that several context menus have. */

import {
  ArrowDown,
  ArrowUp,
  ClipboardCopy,
  ClipboardPaste,
  FolderInput,
  Scissors,
  SlidersHorizontal,
} from 'lucide-react'
import { announce } from '@/components/ui/announcer'
import {
  ContextMenuItem,
  ContextMenuSub,
  ContextMenuSubContent,
  ContextMenuSubTrigger,
} from '@/components/ui/context-menu'
import { checkFieldMove } from '@/lib/commands/move-field-to-block'
import type { Point } from '@/lib/document/design'
import { type Block, type FieldId, hasFields } from '@/lib/schema/graph'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import { commandContext } from '@/lib/store/store'
import { afterClosing } from './after-closing'
import { pasteFields } from './line-editing'
import { focusInspectorSoon } from './relation-focus'
import { moveToBlock } from './row-move'
import { moveRow } from './row-order'
import { selectedText } from './selected-blocks'
import { deleteSelection, pasteText } from './selection-actions'

/** Puts the focus on what the inspector can change of the selection. */
export function InspectorItem() {
  const { setExplorerOpen } = useActions()
  return (
    <ContextMenuItem
      icon={<SlidersHorizontal />}
      onSelect={afterClosing(() => {
        setExplorerOpen(true)
        focusInspectorSoon()
      })}
    >
      Edit in inspector
    </ContextMenuItem>
  )
}

/** Copy and cut of the selected blocks as schema text. */
export function ClipboardItems() {
  const store = useFacetStore()
  const copy = async (): Promise<boolean> => {
    const text = selectedText(store)
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      refuseClipboard(store)
      return false
    }
    const count = store.getState().selection.blockIds.length
    announce(count === 1 ? 'Copied block' : `Copied ${count} blocks`)
    return true
  }
  return (
    <>
      <ContextMenuItem icon={<ClipboardCopy />} shortcut="mod+c" onSelect={() => void copy()}>
        Copy as schema text
      </ContextMenuItem>
      <ContextMenuItem
        icon={<Scissors />}
        shortcut="mod+x"
        onSelect={() => void copy().then((isCopied) => isCopied && deleteSelection(store))}
      >
        Cut
      </ContextMenuItem>
    </>
  )
}

/** Blocks, or fields for the selected block, from the clipboard. */
export function PasteItem({ at }: { readonly at: Point }) {
  const store = useFacetStore()
  const paste = async () => {
    try {
      const text = await navigator.clipboard.readText()
      if (!pasteFields(store, text)) pasteText(store, text, at)
    } catch {
      refuseClipboard(store)
    }
  }
  return (
    <ContextMenuItem icon={<ClipboardPaste />} shortcut="mod+v" onSelect={() => void paste()}>
      Paste
    </ContextMenuItem>
  )
}

function refuseClipboard(store: ReturnType<typeof useFacetStore>): void {
  const text = 'The browser did not give access to the clipboard. Use the keys for it instead.'
  store.getState().actions.notify({ kind: 'error', text })
}

/** Moving a row within its block, and a field to another block: what dragging does, by keyboard. */
export function MoveItems({
  block,
  memberId,
}: {
  readonly block: Block
  readonly memberId: FieldId
}) {
  const store = useFacetStore()
  const members = [...block.fields, ...block.values]
  const row = members.findIndex(({ id }) => id === memberId)
  return (
    <>
      <ContextMenuItem
        icon={<ArrowUp />}
        shortcut="alt+arrowup"
        disabled={block.isBroken || row <= 0}
        onSelect={afterClosing(() => moveRow(store, block.id, memberId, -1))}
      >
        Move up
      </ContextMenuItem>
      <ContextMenuItem
        icon={<ArrowDown />}
        shortcut="alt+arrowdown"
        disabled={block.isBroken || row === members.length - 1}
        onSelect={afterClosing(() => moveRow(store, block.id, memberId, 1))}
      >
        Move down
      </ContextMenuItem>
      {block.fields.length > 0 && (
        <ContextMenuSub>
          <ContextMenuSubTrigger icon={<FolderInput />} disabled={block.isBroken}>
            Move to
          </ContextMenuSubTrigger>
          <ContextMenuSubContent className="nokey max-h-80 overflow-y-auto">
            <MoveTargets block={block} fieldId={memberId} />
          </ContextMenuSubContent>
        </ContextMenuSub>
      )}
    </>
  )
}

function MoveTargets({ block, fieldId }: { readonly block: Block; readonly fieldId: FieldId }) {
  const store = useFacetStore()
  const document = useFacet((state) => state.document)
  const ctx = commandContext(document)
  const others = document.graph.blocks.filter(({ id, kind }) => id !== block.id && hasFields(kind))
  if (others.length === 0)
    return <ContextMenuItem disabled>No other block has fields</ContextMenuItem>
  return others.map((other) => {
    const args = { blockId: block.id, fieldId, toBlockId: other.id, before: null }
    return (
      <ContextMenuItem
        key={other.id}
        className="font-mono"
        disabled={checkFieldMove(ctx, args) !== null}
        onSelect={() => moveToBlock(store, block, fieldId, { blockId: other.id, before: null })}
      >
        {other.name}
      </ContextMenuItem>
    )
  })
}
