'use client'

/** What the menus of several blocks and of a relation have of their own. */

import { AlignStartVertical, ArrowLeftRight, PencilLine, Unplug, Waypoints } from 'lucide-react'
import {
  ContextMenuCheckboxItem,
  ContextMenuItem,
  ContextMenuRadioGroup,
  ContextMenuRadioItem,
  ContextMenuSub,
  ContextMenuSubContent,
  ContextMenuSubTrigger,
} from '@/components/ui/context-menu'
import type { NewRelationKind } from '@/lib/commands/arguments'
import { changeRelation, checkRelationChange } from '@/lib/commands/change-relation'
import { checkReversal, reverseRelation } from '@/lib/commands/reverse-relation'
import { checkRelationKind, setRelationKind } from '@/lib/commands/set-relation-kind'
import type { Relation } from '@/lib/schema/graph'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import { commandContext } from '@/lib/store/store'
import { afterClosing } from './after-closing'
import { ARRANGEMENTS, canArrange } from './align-selection'
import { arrangeSelection } from './arrange-selection'
import { useCanvasStore } from './canvas-context'
import { editRelation, reconnectFrom } from './relation-focus'

/** Lines up the selected blocks. */
export function ArrangeMenu() {
  const store = useFacetStore()
  const canDistribute = useFacet((state) =>
    canArrange(state, { kind: 'distribute', along: 'horizontal' }),
  )
  return (
    <ContextMenuSub>
      <ContextMenuSubTrigger icon={<AlignStartVertical />}>Arrange</ContextMenuSubTrigger>
      <ContextMenuSubContent className="nokey">
        {ARRANGEMENTS.map((entry) => (
          <ContextMenuItem
            key={entry.id}
            disabled={entry.arrangement.kind === 'distribute' && !canDistribute}
            onSelect={() => arrangeSelection(store, entry)}
          >
            {entry.title}
          </ContextMenuItem>
        ))}
      </ContextMenuSubContent>
    </ContextMenuSub>
  )
}

const KINDS: readonly (readonly [NewRelationKind, string])[] = [
  ['one-to-many', 'One-to-many'],
  ['one-to-one', 'One-to-one'],
  ['many-to-many', 'Many-to-many'],
  ['many-to-many-explicit', 'Many-to-many with a model between'],
]

/** What can be changed of a relation. */
export function RelationItems({ relation }: { readonly relation: Relation }) {
  const store = useFacetStore()
  const canvas = useCanvasStore()
  const { run } = useActions()
  const document = useFacet((state) => state.document)
  const ctx = commandContext(document)
  const relationId = relation.id
  const optional = relation.from.arity === 'optional'
  const toggled = { relationId, optional: !optional }
  const isMany = relation.kind === 'many-to-many'
  return (
    <>
      <ContextMenuItem
        icon={<PencilLine />}
        shortcut="enter"
        onSelect={afterClosing(() => editRelation(store, relationId))}
      >
        Edit relation
      </ContextMenuItem>
      <ContextMenuItem
        icon={<Unplug />}
        onSelect={afterClosing(() => reconnectFrom(canvas, relationId))}
      >
        Reconnect…
      </ContextMenuItem>
      <ContextMenuItem
        icon={<ArrowLeftRight />}
        disabled={isMany || checkReversal(ctx, { relationId }) !== null}
        onSelect={() => void run(reverseRelation, { relationId })}
      >
        Reverse direction
      </ContextMenuItem>
      <ContextMenuSub>
        <ContextMenuSubTrigger icon={<Waypoints />}>Kind</ContextMenuSubTrigger>
        <ContextMenuSubContent className="nokey">
          <ContextMenuRadioGroup
            value={relation.kind}
            onValueChange={(kind) =>
              void run(setRelationKind, { relationId, kind: kind as NewRelationKind })
            }
          >
            {KINDS.map(([kind, label]) => (
              <ContextMenuRadioItem
                key={kind}
                value={kind}
                disabled={
                  kind !== relation.kind && checkRelationKind(ctx, { relationId, kind }) !== null
                }
              >
                {label}
              </ContextMenuRadioItem>
            ))}
          </ContextMenuRadioGroup>
        </ContextMenuSubContent>
      </ContextMenuSub>
      {!isMany && (
        <ContextMenuCheckboxItem
          checked={optional}
          disabled={checkRelationChange(ctx, toggled) !== null}
          onSelect={() => void run(changeRelation, toggled)}
        >
          Optional
        </ContextMenuCheckboxItem>
      )}
    </>
  )
}
