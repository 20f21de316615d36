'use client'

import { Code, CopyPlus, KeyRound, Trash2 } from 'lucide-react'
import { memo } from 'react'
import { renamePart } from '@/components/canvas/editing'
import {
  deleteSelection,
  duplicateSelection,
  showInCode,
} from '@/components/canvas/selection-actions'
import { KindIcon } from '@/components/explorer/kind-icon'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import {
  type Block,
  type EnumValue,
  type Field,
  primaryKeyFields,
  typeText,
} from '@/lib/schema/graph'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { CommitInput } from './commit-input'
import { MemberMenu } from './member-menu'
import { Actions, BrokenNote, Documentation, Facts } from './panel-parts'

const selectHasFiles = (state: FacetState) => state.document.files.size > 1

/** A block: its name, what it is, and its fields or values. */
export function BlockPanel({ block }: { block: Block }) {
  const store = useFacetStore()
  const hasFiles = useFacet(selectHasFiles)
  const keys = primaryKeyFields(block)
  return (
    <div className="flex flex-col gap-3">
      <BrokenNote block={block} />
      <CommitInput
        label="Name"
        value={block.name}
        disabled={block.isBroken}
        monospace
        onCommit={(name) => renamePart(store, block.id, null, name)}
      />
      <Facts
        facts={[
          [
            'Kind',
            <span key="kind" className="flex items-center gap-1.5">
              <KindIcon kind={block.kind} />
              {block.kind}
            </span>,
          ],
          ['File', hasFiles ? block.path : null],
          ['In the database', block.databaseName],
          ['Database schema', block.databaseSchema],
        ]}
      />
      <Documentation text={block.documentation} />
      <Members block={block} keys={keys} />
      <Actions>
        <IconButton
          label="Show in code"
          variant="secondary"
          size="sm"
          onClick={() => showInCode(store, block.id, null)}
        >
          <Code />
        </IconButton>
        <Button size="sm" onClick={() => void duplicateSelection(store)}>
          <CopyPlus />
          Duplicate
        </Button>
        <Button size="sm" onClick={() => void deleteSelection(store)}>
          <Trash2 />
          Delete
        </Button>
      </Actions>
    </div>
  )
}

function Members({ block, keys }: { block: Block; keys: readonly string[] }) {
  const members = [...block.fields, ...block.values]
  if (members.length === 0) return null
  return (
    <section aria-label={block.kind === 'enum' ? 'Values' : 'Fields'} className="-mx-1.5">
      <ul className="flex flex-col">
        {members.map((member) => (
          <MemberItem
            key={member.id}
            blockId={block.id}
            member={member}
            isKey={keys.includes(member.name)}
            isBroken={block.isBroken}
          />
        ))}
      </ul>
    </section>
  )
}

interface MemberItemProps {
  blockId: string
  member: Field | EnumValue
  isKey: boolean
  isBroken: boolean
}

const MemberItem = memo(function MemberItem({ blockId, member, isKey, isBroken }: MemberItemProps) {
  const store = useFacetStore()
  const select = () => store.getState().actions.select({ blockIds: [blockId], memberId: member.id })
  return (
    <li className="group flex h-6.5 items-center rounded-sm hover:bg-hover">
      <button
        type="button"
        onClick={select}
        className="flex h-full min-w-0 flex-1 items-center gap-1.5 rounded-sm pl-1.5 text-left font-mono text-sm focus-visible:-outline-offset-2"
      >
        <span className="w-3.5 shrink-0">
          {isKey ? <KeyRound className="size-3 text-key-primary" /> : null}
        </span>
        <span className="truncate">{member.name}</span>
        {'typeName' in member ? (
          <span className="ml-auto max-w-1/2 shrink-0 truncate pl-2 text-faint">
            {typeText(member)}
          </span>
        ) : null}
      </button>
      <MemberMenu blockId={blockId} member={member} isKey={isKey} isBroken={isBroken} />
    </li>
  )
})
