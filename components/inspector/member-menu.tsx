'use client'

import { ArrowDown, ArrowUp, EllipsisVertical, Trash2 } from 'lucide-react'
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { deleteEnumValue } from '@/lib/commands/delete-enum-value'
import { deleteFields } from '@/lib/commands/delete-fields'
import { setFieldArity } from '@/lib/commands/set-field-arity'
import { toggleId } from '@/lib/commands/toggle-id'
import { toggleUnique } from '@/lib/commands/toggle-unique'
import type { Arity, BlockId, EnumValue, Field } from '@/lib/schema/graph'
import { useFacetStore } from '@/lib/store/provider'
import { isColumn, keepingSelection, useRunOrRefuse } from './run-or-refuse'

interface MemberMenuProps {
  blockId: BlockId
  member: Field | EnumValue
  /** Whether it is in the primary key. */
  isKey: boolean
  isBroken: boolean
  /** Left out at the ends of the list. */
  onMoveUp?(): void
  onMoveDown?(): void
}

/** The quick changes to a field or value in a list of them. */
export function MemberMenu({
  blockId,
  member,
  isKey,
  isBroken,
  onMoveUp,
  onMoveDown,
}: MemberMenuProps) {
  const store = useFacetStore()
  const run = useRunOrRefuse()
  const field = 'typeName' in member ? member : null
  const target = { blockId, fieldId: member.id }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton
          label={`Change ${member.name}`}
          size="sm"
          side="right"
          disabled={isBroken}
          className="opacity-0 focus-visible:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100"
        >
          <EllipsisVertical />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {field && isColumn(field) ? (
          <>
            <DropdownMenuCheckboxItem
              checked={isKey}
              onSelect={() =>
                void keepingSelection(store, () => run(toggleId, target, member.name))
              }
            >
              Primary key (@id)
            </DropdownMenuCheckboxItem>
            <DropdownMenuCheckboxItem
              checked={field.isUnique}
              onSelect={() =>
                void keepingSelection(store, () => run(toggleUnique, target, member.name))
              }
            >
              Unique (@unique)
            </DropdownMenuCheckboxItem>
            <DropdownMenuSeparator />
          </>
        ) : null}
        {field ? (
          <>
            <DropdownMenuRadioGroup
              value={field.arity}
              onValueChange={(arity) =>
                void keepingSelection(store, () =>
                  run(setFieldArity, { ...target, arity: arity as Arity }, member.name),
                )
              }
            >
              <DropdownMenuRadioItem value="required">Required</DropdownMenuRadioItem>
              <DropdownMenuRadioItem value="optional">Optional</DropdownMenuRadioItem>
              <DropdownMenuRadioItem value="list">List</DropdownMenuRadioItem>
            </DropdownMenuRadioGroup>
            <DropdownMenuSeparator />
          </>
        ) : null}
        {onMoveUp ? (
          <DropdownMenuItem icon={<ArrowUp />} shortcut="alt+arrowup" onSelect={onMoveUp}>
            Move up
          </DropdownMenuItem>
        ) : null}
        {onMoveDown ? (
          <DropdownMenuItem icon={<ArrowDown />} shortcut="alt+arrowdown" onSelect={onMoveDown}>
            Move down
          </DropdownMenuItem>
        ) : null}
        {onMoveUp || onMoveDown ? <DropdownMenuSeparator /> : null}
        <DropdownMenuItem
          icon={<Trash2 />}
          tone="danger"
          onSelect={() => {
            keepingSelection(store, () =>
              field
                ? run(deleteFields, { blockId, fieldIds: [member.id] }, member.name)
                : run(deleteEnumValue, { blockId, valueId: member.id }, member.name),
            )
          }}
        >
          Delete
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
