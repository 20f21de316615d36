'use client'

/** The changes of a relation that take something away: what they will do is shown first. */

import { ArrowRightLeft, Merge, Split } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field as FormField } from '@/components/ui/field'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Select } from '@/components/ui/select'
import type { NewRelationKind } from '@/lib/commands/arguments'
import type { Command, CommandContext } from '@/lib/commands/command'
import { checkJoinModel, removeJoinModel } from '@/lib/commands/remove-join-model'
import { checkReversal, reverseRelation } from '@/lib/commands/reverse-relation'
import { checkRelationKind, setRelationKind } from '@/lib/commands/set-relation-kind'
import type { Relation } from '@/lib/schema/graph'
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { commandContext } from '@/lib/store/store'
import { ChangePreview } from './change-preview'
import { joinModels, type RelationSides } from './relation-choice'
import { useRunOnRelation } from './use-relation-change'

const KINDS: readonly (readonly [NewRelationKind, string])[] = [
  ['one-to-many', 'One-to-many'],
  ['one-to-one', 'One-to-one'],
  ['many-to-many', 'Many-to-many'],
  ['many-to-many-explicit', 'Many-to-many with a model'],
]

type Owner = 'from' | 'to'

/** A change that waits for the person's word. */
type Pending =
  | { readonly what: 'kind'; readonly kind: NewRelationKind; readonly owner: Owner }
  | { readonly what: 'reverse' }
  | { readonly what: 'join'; readonly blockId: string }

interface Attempt {
  /** Runs a command with the arguments of this change. */
  with<Result>(use: <Args>(command: Command<Args>, args: Args) => Result): Result
  /** Why it cannot be, as a sentence. */
  problem(ctx: CommandContext): string | null
}

function attemptOf({ id: relationId }: Relation, pending: Pending): Attempt {
  switch (pending.what) {
    case 'kind': {
      const args = { relationId, kind: pending.kind, owner: pending.owner }
      return {
        with: (use) => use(setRelationKind, args),
        problem: (ctx) => checkRelationKind(ctx, args),
      }
    }
    case 'reverse':
      return {
        with: (use) => use(reverseRelation, { relationId }),
        problem: (ctx) => checkReversal(ctx, { relationId }),
      }
    case 'join': {
      const args = { blockId: pending.blockId }
      return {
        with: (use) => use(removeJoinModel, args),
        problem: (ctx) => checkJoinModel(ctx, args),
      }
    }
  }
}

const selectDocument = (state: FacetState) => state.document

interface RelationKindProps {
  relation: Relation
  sides: RelationSides
  disabled: boolean
}

export function RelationKindField({ relation, sides, disabled }: RelationKindProps) {
  const actions = useActions()
  const run = useRunOnRelation(relation)
  const document = useFacet(selectDocument)
  const selectRef = useRef<HTMLSelectElement>(null)
  const [pending, setPending] = useState<Pending | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const ctx = useMemo(() => commandContext(document), [document])
  const joins = useMemo(() => joinModels(ctx, relation), [ctx, relation])
  const isMany = relation.kind === 'many-to-many'
  const preview =
    pending && attemptOf(relation, pending).with((command, args) => command.run(ctx, args))

  const apply = (change: Pending) => {
    setPending(null)
    if (attemptOf(relation, change).with(run)) focusKindSoon(selectRef.current)
    else setProblem('This is not possible as the schema is now. Nothing was changed.')
  }
  const ask = (change: Pending) => {
    const attempt = attemptOf(relation, change)
    const reason = attempt.problem(ctx)
    setProblem(reason)
    const result = attempt.with((command, args) => command.run(ctx, args))
    const notes = result?.notes ?? []
    if (reason !== null || !result) setPending(null)
    else if (notes.length === 0) apply(change)
    else {
      setPending(change)
      const text = [`${result.label}?`, ...notes].join(' ')
      actions.notify({ kind: 'status', text, isQuiet: true })
    }
  }
  const kind = pending?.what === 'kind' ? pending.kind : relation.kind
  const cancel = () => {
    setPending(null)
    selectRef.current?.focus()
  }
  return (
    <>
      <FormField label="Kind" error={problem}>
        {(control) => (
          <Select
            {...control}
            ref={selectRef}
            data-relation-kind
            value={kind}
            disabled={disabled}
            onChange={({ target: { value } }) => {
              const next = value as NewRelationKind
              if (next === relation.kind) setPending(null)
              else ask({ what: 'kind', kind: next, owner: 'from' })
            }}
          >
            {KINDS.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </FormField>
      {pending && preview ? (
        <ChangePreview result={preview} onApply={() => apply(pending)} onCancel={cancel}>
          {pending.what === 'kind' && isMany && pending.kind.startsWith('one') ? (
            <OwnerChoice
              relation={relation}
              sides={sides}
              owner={pending.owner}
              onChange={(owner) => setPending({ ...pending, owner })}
            />
          ) : null}
        </ChangePreview>
      ) : (
        <div className="flex flex-wrap gap-2">
          {isMany ? null : (
            <Button size="sm" disabled={disabled} onClick={() => ask({ what: 'reverse' })}>
              <ArrowRightLeft />
              Reverse direction
            </Button>
          )}
          {isMany ? (
            <Button
              size="sm"
              disabled={disabled}
              onClick={() => ask({ what: 'kind', kind: 'many-to-many-explicit', owner: 'from' })}
            >
              <Split />
              Make join model
            </Button>
          ) : null}
          {joins.map(({ id, name }) => (
            <Button
              key={id}
              size="sm"
              disabled={disabled}
              className="max-w-full"
              title={`Turn ${name} into a many-to-many relation`}
              onClick={() => ask({ what: 'join', blockId: id })}
            >
              <Merge />
              <span className="truncate">Turn {name} into many-to-many</span>
            </Button>
          ))}
        </div>
      )}
    </>
  )
}

interface OwnerChoiceProps {
  relation: Relation
  sides: RelationSides
  owner: Owner
  onChange(owner: Owner): void
}

/** Which side of what was many-to-many is to hold the foreign key. */
function OwnerChoice({ relation, sides, owner, onChange }: OwnerChoiceProps) {
  const isSelf = sides.from === sides.to
  const name = (blockName: string | undefined, fieldName: string | undefined) =>
    isSelf ? fieldName : blockName
  return (
    <div className="flex flex-col gap-1">
      <p className="text-muted text-sm">Foreign key on</p>
      <SegmentedControl
        label="Foreign key on"
        value={owner}
        options={[
          { value: 'from', label: name(sides.from.name, relation.from.fieldName) },
          { value: 'to', label: name(sides.to?.name, relation.to?.fieldName) },
        ]}
        onValueChange={onChange}
      />
    </div>
  )
}

/** The relation may be another now, with another panel: what was pressed is gone by then. */
function focusKindSoon(select: HTMLSelectElement | null): void {
  const panel = select?.closest('[data-inspector]') ?? document
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    panel.querySelector<HTMLElement>('[data-relation-kind]')?.focus()
  })
}
