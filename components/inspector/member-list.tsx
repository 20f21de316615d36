'use client'

import { KeyRound } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { addValue, checkName } from '@/components/canvas/editing'
import { putBefore } from '@/components/canvas/row-order'
import { ReorderList } from '@/components/ui/reorder-list'
import { addFieldLine } from '@/lib/commands/add-field-line'
import { parseField } from '@/lib/commands/names'
import {
  type Block,
  type EnumValue,
  type Field,
  primaryKeyFields,
  typeText,
} from '@/lib/schema/graph'
import { useFacetStore } from '@/lib/store/provider'
import type { FacetStore } from '@/lib/store/store'
import { AddLine } from './add-line'
import { MemberMenu } from './member-menu'
import { PanelSection } from './panel-section'
import { keepingSelection } from './run-or-refuse'

/** The fields or values of a block: to put in order, to add to, to go to. */
export function MemberList({ block }: { block: Block }) {
  const store = useFacetStore()
  const isEnum = block.kind === 'enum'
  const members: readonly (Field | EnumValue)[] = isEnum ? block.values : block.fields
  const keys = primaryKeyFields(block)

  const move = (from: number, before: number) => {
    const member = members[from]
    if (member)
      keepingSelection(store, () => putBefore(store, block, member.id, members[before]?.id ?? null))
  }
  return (
    <PanelSection
      name="members"
      title={isEnum ? 'Values' : 'Fields'}
      summary={String(members.length)}
    >
      {members.length > 0 ? (
        <ReorderList
          label={isEnum ? 'Values' : 'Fields'}
          items={members}
          keyOf={idOf}
          nameOf={nameOf}
          disabled={block.isBroken}
          className="-mx-1.5"
          onMove={move}
        >
          {(member, index, handle) => (
            <MemberItem
              blockId={block.id}
              member={member}
              handle={handle}
              isKey={keys.includes(member.name)}
              isBroken={block.isBroken}
              onMove={(step) => move(index, step < 0 ? index - 1 : index + 2)}
              isFirst={index === 0}
              isLast={index === members.length - 1}
            />
          )}
        </ReorderList>
      ) : null}
      {isEnum ? (
        <AddLine
          label="Add a value"
          placeholder="NAME"
          disabled={block.isBroken}
          onAdd={(name) => keepingSelection(store, () => addValue(store, block.id, name))}
        />
      ) : (
        <AddLine
          label="Add a field"
          placeholder="email String? @unique"
          disabled={block.isBroken}
          onAdd={(line) => keepingSelection(store, () => addLine(store, block, line))}
        />
      )}
    </PanelSection>
  )
}

const idOf = ({ id }: Field | EnumValue) => id
const nameOf = ({ name }: Field | EnumValue) => name

/** Adds the field that one line says; gives the reason when it cannot. */
function addLine(store: FacetStore, block: Block, line: string): string | null {
  const name = parseField(line)?.name.text ?? line.split(/\s/)[0] ?? ''
  const problem = checkName(store, block.id, 'new', name)
  if (problem) return problem
  const { run } = store.getState().actions
  if (run(addFieldLine, { blockId: block.id, line })) return null
  return `This is no field that ${block.name} can have. Write it as in a schema: name String?`
}

interface MemberItemProps {
  blockId: string
  member: Field | EnumValue
  handle: ReactNode
  isKey: boolean
  isBroken: boolean
  isFirst: boolean
  isLast: boolean
  onMove(step: 1 | -1): void
}

const MemberItem = memo(function MemberItem({
  blockId,
  member,
  handle,
  isKey,
  isBroken,
  isFirst,
  isLast,
  onMove,
}: MemberItemProps) {
  const store = useFacetStore()
  const select = () => store.getState().actions.select({ blockIds: [blockId], memberId: member.id })
  return (
    <div className="flex h-6.5 items-center rounded-sm hover:bg-hover">
      <span className="opacity-0 focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
        {handle}
      </span>
      <button
        type="button"
        onClick={select}
        className="flex h-full min-w-0 flex-1 items-center gap-1.5 rounded-sm pr-1 text-left font-mono text-sm focus-visible:-outline-offset-2"
      >
        <span className="truncate">{member.name}</span>
        {isKey ? (
          <KeyRound aria-hidden="true" className="size-3 shrink-0 text-key-primary" />
        ) : null}
        <span className="ml-auto max-w-1/2 shrink-0 truncate pl-2 text-faint">
          {detailOf(member)}
        </span>
      </button>
      <MemberMenu
        blockId={blockId}
        member={member}
        isKey={isKey}
        isBroken={isBroken}
        onMoveUp={isFirst ? undefined : () => onMove(-1)}
        onMoveDown={isLast ? undefined : () => onMove(1)}
      />
    </div>
  )
})

/** The type of a field; the name in the database of a value that has one. */
function detailOf(member: Field | EnumValue): string {
  if ('typeName' in member) return typeText(member)
  return member.databaseName === null ? '' : `"${member.databaseName}"`
}
