'use client'

/** What each context menu offers. */

import {
  ArrowRightLeft,
  Code,
  Copy,
  ListPlus,
  Maximize,
  PencilLine,
  Plus,
  SquarePlus,
  TextCursorInput,
  Trash2,
} from 'lucide-react'
import { MoveToFileMenu } from '@/components/explorer/move-to-file-menu'
import {
  ContextMenuCheckboxItem,
  ContextMenuItem,
  ContextMenuRadioGroup,
  ContextMenuRadioItem,
  ContextMenuSeparator,
} from '@/components/ui/context-menu'
import { setFieldArity } from '@/lib/commands/set-field-arity'
import { toggleId } from '@/lib/commands/toggle-id'
import { toggleUnique } from '@/lib/commands/toggle-unique'
import type { Point } from '@/lib/document/design'
import type { Arity, BlockId, FieldId } from '@/lib/schema/graph'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import { afterClosing } from './after-closing'
import { BackgroundAnnotationItems, BlockAnnotationItems } from './annotation-menus'
import { useCanvasStore } from './canvas-context'
import { ArrangeMenu, RelationItems } from './menu-groups'
import { ClipboardItems, InspectorItem, MoveItems, PasteItem } from './menu-items'
import { ReadingItems } from './reading-items'
import { relateFrom } from './relation-focus'
import { selectAll, showInCode } from './selected-blocks'
import { addBlockAt, deleteSelection, duplicateSelection } from './selection-actions'
import { startDraft, startEdit, startLineEdit } from './start-editing'

export function BlockMenu({ blockId }: { readonly blockId: BlockId }) {
  const store = useFacetStore()
  const canvas = useCanvasStore()
  const block = useFacet(({ document }) => document.graph.blockById.get(blockId))
  const count = useFacet(({ selection }) => selection.blockIds.length)
  if (!block) return null
  const isOne = count < 2
  const canEdit = isOne && !block.isBroken
  return (
    <>
      <ContextMenuItem
        icon={<PencilLine />}
        shortcut="f2"
        disabled={!canEdit}
        onSelect={afterClosing(() => startEdit(store, blockId, null))}
      >
        Rename
      </ContextMenuItem>
      <ContextMenuItem
        icon={<ListPlus />}
        disabled={!canEdit}
        onSelect={afterClosing(() => startDraft(store, canvas, blockId))}
      >
        {block.kind === 'enum' ? 'Add value' : 'Add field'}
      </ContextMenuItem>
      {block.kind === 'model' && (
        <ContextMenuItem
          icon={<ArrowRightLeft />}
          shortcut="r"
          disabled={!canEdit}
          onSelect={afterClosing(() => relateFrom(canvas, blockId, null))}
        >
          Relate to…
        </ContextMenuItem>
      )}
      <ContextMenuItem
        icon={<Copy />}
        shortcut="mod+d"
        onSelect={() => void duplicateSelection(store)}
      >
        Duplicate
      </ContextMenuItem>
      <ClipboardItems />
      {!isOne && <ArrangeMenu />}
      <MoveToFileMenu blockId={blockId} />
      <ContextMenuSeparator />
      <InspectorItem />
      <ContextMenuItem
        icon={<Code />}
        disabled={!isOne}
        onSelect={afterClosing(() => showInCode(store, blockId, null))}
      >
        Show in code
      </ContextMenuItem>
      <BlockAnnotationItems />
      <ReadingItems blockId={blockId} />
      <ContextMenuSeparator />
      <DeleteItem>{isOne ? 'Delete' : `Delete ${count} blocks`}</DeleteItem>
    </>
  )
}

const ARITIES: readonly (readonly [Arity, string])[] = [
  ['required', 'Required'],
  ['optional', 'Optional'],
  ['list', 'List'],
]

export function RowMenu({
  blockId,
  memberId,
}: {
  readonly blockId: BlockId
  readonly memberId: FieldId
}) {
  const store = useFacetStore()
  const canvas = useCanvasStore()
  const { run } = useActions()
  const block = useFacet(({ document }) => document.graph.blockById.get(blockId))
  const field = block?.fields.find(({ id }) => id === memberId)
  if (!block) return null
  const isBroken = block.isBroken
  const target = { blockId, fieldId: memberId }
  const isColumn = field?.typeKind === 'scalar' || field?.typeKind === 'enum'
  return (
    <>
      <ContextMenuItem
        icon={<PencilLine />}
        shortcut="f2"
        disabled={isBroken}
        onSelect={afterClosing(() => startEdit(store, blockId, memberId))}
      >
        Rename
      </ContextMenuItem>
      {field && (
        <ContextMenuItem
          icon={<TextCursorInput />}
          disabled={isBroken}
          onSelect={afterClosing(() => startEdit(store, blockId, memberId, 'type'))}
        >
          Change type
        </ContextMenuItem>
      )}
      {field && (
        <ContextMenuItem
          icon={<TextCursorInput />}
          shortcut="="
          disabled={isBroken}
          onSelect={afterClosing(() => startLineEdit(store, blockId, memberId))}
        >
          Edit line
        </ContextMenuItem>
      )}
      {block.kind === 'model' && isColumn && (
        <ContextMenuItem
          icon={<ArrowRightLeft />}
          shortcut="r"
          disabled={isBroken}
          onSelect={afterClosing(() => relateFrom(canvas, blockId, memberId))}
        >
          Relate to…
        </ContextMenuItem>
      )}
      {field && block.kind === 'model' && isColumn && (
        <>
          <ContextMenuSeparator />
          <ContextMenuCheckboxItem
            checked={block.keys.some(
              ({ kind, fields }) => kind === 'id' && fields.some(({ path }) => path === field.name),
            )}
            disabled={isBroken}
            onSelect={() => void run(toggleId, target)}
          >
            Primary key
          </ContextMenuCheckboxItem>
          <ContextMenuCheckboxItem
            checked={field.isUnique}
            disabled={isBroken}
            onSelect={() => void run(toggleUnique, target)}
          >
            Unique
          </ContextMenuCheckboxItem>
        </>
      )}
      {field && (
        <>
          <ContextMenuSeparator />
          <ContextMenuRadioGroup
            value={field.arity}
            onValueChange={(arity) => void run(setFieldArity, { ...target, arity: arity as Arity })}
          >
            {ARITIES.map(([arity, label]) => (
              <ContextMenuRadioItem key={arity} value={arity} disabled={isBroken}>
                {label}
              </ContextMenuRadioItem>
            ))}
          </ContextMenuRadioGroup>
        </>
      )}
      <ContextMenuSeparator />
      <MoveItems block={block} memberId={memberId} />
      <ContextMenuItem
        icon={<ListPlus />}
        disabled={isBroken}
        onSelect={afterClosing(() => startDraft(store, canvas, blockId))}
      >
        {block.kind === 'enum' ? 'Add value' : 'Add field'}
      </ContextMenuItem>
      <InspectorItem />
      <ContextMenuItem
        icon={<Code />}
        onSelect={afterClosing(() => showInCode(store, blockId, memberId))}
      >
        Show in code
      </ContextMenuItem>
      <ContextMenuSeparator />
      <DeleteItem>{block.kind === 'enum' ? 'Delete value' : 'Delete field'}</DeleteItem>
    </>
  )
}

export function RelationMenu({ relationId }: { readonly relationId: string }) {
  const store = useFacetStore()
  const relation = useFacet(({ document }) =>
    document.graph.relations.find(({ id }) => id === relationId),
  )
  if (!relation) return null
  const { fromBlockId, from } = relation
  return (
    <>
      <RelationItems relation={relation} />
      <ContextMenuSeparator />
      <ContextMenuItem
        icon={<Code />}
        onSelect={afterClosing(() => showInCode(store, fromBlockId, from.fieldId))}
      >
        Show in code
      </ContextMenuItem>
      <ContextMenuSeparator />
      <DeleteItem>Delete relation</DeleteItem>
    </>
  )
}

export function BackgroundMenu({ at }: { readonly at: Point }) {
  const store = useFacetStore()
  const { show } = useActions()
  const isMongo = useFacet(({ document }) => document.graph.provider === 'mongodb')
  return (
    <>
      <ContextMenuItem
        icon={<SquarePlus />}
        shortcut="m"
        onSelect={afterClosing(() => addBlockAt(store, 'model', at))}
      >
        Add model here
      </ContextMenuItem>
      <ContextMenuItem
        icon={<Plus />}
        shortcut="e"
        onSelect={afterClosing(() => addBlockAt(store, 'enum', at))}
      >
        Add enum here
      </ContextMenuItem>
      <BackgroundAnnotationItems at={at} />
      <ContextMenuItem icon={<Plus />} onSelect={afterClosing(() => addBlockAt(store, 'view', at))}>
        Add view here
      </ContextMenuItem>
      {isMongo && (
        <ContextMenuItem
          icon={<Plus />}
          onSelect={afterClosing(() => addBlockAt(store, 'type', at))}
        >
          Add composite type here
        </ContextMenuItem>
      )}
      <ContextMenuSeparator />
      <PasteItem at={at} />
      <ContextMenuItem shortcut="mod+a" onSelect={() => selectAll(store)}>
        Select all
      </ContextMenuItem>
      <ContextMenuItem icon={<Maximize />} onSelect={() => show({ view: 'diagram' })}>
        Zoom to fit
      </ContextMenuItem>
    </>
  )
}

function DeleteItem({ children }: { readonly children: string }) {
  const store = useFacetStore()
  return (
    <ContextMenuItem
      icon={<Trash2 />}
      tone="danger"
      shortcut="delete"
      onSelect={() => void deleteSelection(store)}
    >
      {children}
    </ContextMenuItem>
  )
}
