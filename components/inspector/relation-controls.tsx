'use client'

import { useState } from 'react'
import { Field as FormField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { SwitchRow } from '@/components/ui/switch-row'
import { hasForeignKeys } from '@/lib/commands/providers'
import { defaultAction, validActions } from '@/lib/commands/referential-actions'
import type { Relation, SchemaGraph } from '@/lib/schema/graph'
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { CommitInput } from './commit-input'
import {
  parallelRelations,
  type RelationSides,
  relationSides,
  relationTitle,
} from './relation-choice'
import { RelationKeyEditor } from './relation-key-editor'
import { RelationKindField } from './relation-kind'
import { useRelationChange } from './use-relation-change'

const selectGraph = (state: FacetState): SchemaGraph => state.document.graph

/** Everything that can be said of a relation; for the relation's panel and those of its fields. */
export function RelationControls({ relation }: { relation: Relation }) {
  const graph = useFacet(selectGraph)
  const sides = relationSides(graph, relation)
  if (!sides) return null
  const disabled = sides.from.isBroken || sides.to?.isBroken === true
  const hasKey = relation.fields.length > 0 && relation.kind !== 'many-to-many'
  const part = { relation, sides, disabled }
  return (
    <div className="flex flex-col gap-2.5">
      <Ends relation={relation} />
      <RelationKindField key={relation.id} {...part} />
      <Names {...part} />
      {hasKey ? (
        <>
          <Optional {...part} />
          <p className="-mb-1 font-medium text-muted text-sm">Foreign key</p>
          <RelationKeyEditor {...part} />
          <ActionField {...part} event="onDelete" label="On delete" />
          <ActionField {...part} event="onUpdate" label="On update" />
          <ConstraintField {...part} />
        </>
      ) : null}
    </div>
  )
}

interface PartProps {
  relation: Relation
  sides: RelationSides
  disabled: boolean
}

/** Both ends as links to their fields, and what else there is between the same models. */
function Ends({ relation }: { relation: Relation }) {
  const graph = useFacet(selectGraph)
  const { select } = useActions()
  const { from, to, fromBlockId, toBlockId } = relation
  const end = (blockId: string, fieldId: string, fieldName: string) => (
    <button
      type="button"
      className="max-w-full truncate rounded-sm text-left font-mono text-accent hover:underline"
      onClick={() => select({ blockIds: [blockId], memberId: fieldId })}
    >
      {graph.blockById.get(blockId)?.name}.{fieldName}
    </button>
  )
  const others = parallelRelations(graph, relation)
  return (
    <div className="flex flex-col gap-1 text-sm">
      <div className="flex flex-wrap items-baseline gap-x-1.5">
        {end(fromBlockId, from.fieldId, from.fieldName)}
        <span className="text-faint">{relation.kind === 'many-to-many' ? '↔' : '→'}</span>
        {to ? (
          end(toBlockId, to.fieldId, to.fieldName)
        ) : (
          <span className="text-muted">
            {graph.blockById.get(toBlockId)?.name} has no field for it
          </span>
        )}
      </div>
      {others.length > 0 ? (
        <div className="text-faint">
          <p>Also between them:</p>
          <ul className="flex flex-col">
            {others.map((other) => (
              <li key={other.id} className="truncate">
                <button
                  type="button"
                  className="max-w-full truncate rounded-sm font-mono text-accent underline decoration-transparent hover:decoration-current"
                  title={relationTitle(graph, other)}
                  onClick={() => select({ relationId: other.id })}
                >
                  {relationTitle(graph, other)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}

function Names({ relation, sides, disabled }: PartProps) {
  const change = useRelationChange(relation)
  return (
    <>
      <CommitInput
        label="Relation name"
        value={relation.name ?? ''}
        placeholder="None"
        disabled={disabled}
        onCommit={(name) => change({ name: name === '' ? null : name })}
      />
      <CommitInput
        label={sides.fromLabel}
        value={relation.from.fieldName}
        disabled={disabled}
        monospace
        onCommit={(fromName) => change({ fromName })}
      />
      {relation.to ? (
        <CommitInput
          label={sides.toLabel}
          value={relation.to.fieldName}
          disabled={disabled}
          monospace
          onCommit={(toName) => change({ toName })}
        />
      ) : null}
    </>
  )
}

function Optional({ relation, sides, disabled }: PartProps) {
  const change = useRelationChange(relation)
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <div>
      <SwitchRow
        label="Required"
        hint={`Each ${sides.from.name} must have a ${relation.from.fieldName}.`}
        checked={relation.from.arity === 'required'}
        disabled={disabled}
        onCheckedChange={(isRequired) => setProblem(change({ optional: !isRequired }))}
      />
      {problem ? (
        <p role="alert" className="text-danger text-sm">
          {problem}
        </p>
      ) : null}
    </div>
  )
}

interface ActionFieldProps extends PartProps {
  event: 'onDelete' | 'onUpdate'
  label: string
}

/** What happens to what refers when what it refers to goes or gets another key. */
function ActionField({ relation, disabled, event, label }: ActionFieldProps) {
  const graph = useFacet(selectGraph)
  const change = useRelationChange(relation)
  const [problem, setProblem] = useState<string | null>(null)
  const current = relation[event] ?? ''
  const offered: readonly string[] = validActions(graph, event, relation)
  const usual = defaultAction(graph, event, relation.from.arity === 'optional')
  return (
    <FormField label={label} error={problem}>
      {(control) => (
        <Select
          {...control}
          value={current}
          disabled={disabled}
          onChange={({ target: { value } }) =>
            setProblem(change({ [event]: value === '' ? null : value }))
          }
        >
          <option value="">Default ({usual})</option>
          {offered.map((action) => (
            <option key={action} value={action}>
              {action}
            </option>
          ))}
          {current !== '' && !offered.includes(current) ? (
            <option value={current}>{current}: not valid here</option>
          ) : null}
        </Select>
      )}
    </FormField>
  )
}

/** The name of the foreign key, where the database gives it one. */
function ConstraintField({ relation, disabled }: PartProps) {
  const graph = useFacet(selectGraph)
  const change = useRelationChange(relation)
  const isNamed = hasForeignKeys(graph) && graph.provider !== 'sqlite'
  if (!isNamed && relation.map === null) return null
  return (
    <CommitInput
      label="Name of the constraint"
      value={relation.map ?? ''}
      placeholder="Prisma’s choice"
      disabled={disabled}
      monospace
      onCommit={(map) => change({ map: map === '' ? null : map })}
    />
  )
}
