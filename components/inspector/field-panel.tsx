'use client'

import { Code, Trash2 } from 'lucide-react'
import { renamePart } from '@/components/canvas/editing'
import { showInCode } from '@/components/canvas/selected-blocks'
import { deleteSelection } from '@/components/canvas/selection-actions'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { SwitchRow } from '@/components/ui/switch-row'
import { setIgnored } from '@/lib/commands/set-ignored'
import { setUpdatedAt } from '@/lib/commands/set-updated-at'
import type { Block, Field, Relation } from '@/lib/schema/graph'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { ArityField } from './arity-field'
import { CommitInput } from './commit-input'
import { DefaultEditor } from './default-editor'
import { EngineNotes } from './engine-notes'
import { FieldKeys } from './field-keys'
import { NativeTypeField } from './native-type-field'
import { Actions, BrokenNote } from './panel-parts'
import { PanelSection } from './panel-section'
import { DatabaseNameField, DocumentationField } from './part-fields'
import { RelationControls } from './relation-controls'
import { isColumn, useRunOrRefuse } from './run-or-refuse'
import { TypeField } from './type-field'

interface FieldPanelProps {
  block: Block
  field: Field
}

/** A field: each of its controls is a command on the schema. */
export function FieldPanel({ block, field }: FieldPanelProps) {
  const store = useFacetStore()
  const relation = useFacet(selectRelationOf(field.id))
  const { isBroken } = block
  return (
    <div className="flex flex-col gap-3">
      <EngineNotes blockId={block.id} memberId={field.id} />
      <BrokenNote block={block} />
      <CommitInput
        label="Name"
        value={field.name}
        disabled={isBroken}
        monospace
        onCommit={(next) => renamePart(store, block.id, field.id, next)}
      />
      <TypeField block={block} field={field} />
      <ArityField block={block} field={field} />
      <DocumentationField
        blockId={block.id}
        memberId={field.id}
        text={field.documentation}
        disabled={isBroken}
      />
      {relation ? (
        <PanelSection name="relation" title="Relation" summary={relation.name}>
          <RelationControls relation={relation} />
        </PanelSection>
      ) : null}
      {isColumn(field) ? <Column block={block} field={field} /> : null}
      <InDatabase block={block} field={field} />
      <InClient block={block} field={field} />
      <Actions>
        <IconButton
          label="Show in code"
          variant="secondary"
          size="sm"
          onClick={() => showInCode(store, block.id, field.id)}
        >
          <Code />
        </IconButton>
        <Button size="sm" aria-disabled={isBroken} onClick={() => void deleteSelection(store)}>
          <Trash2 />
          Delete field
        </Button>
      </Actions>
    </div>
  )
}

/** What only a field with a value of its own has. */
function Column({ block, field }: FieldPanelProps) {
  const run = useRunOrRefuse()
  const isTable = block.kind !== 'type'
  const canBeUpdatedAt = isTable && field.typeName === 'DateTime' && field.arity !== 'list'
  return (
    <>
      {isTable ? (
        <PanelSection name="field-keys" title="Keys">
          <FieldKeys block={block} field={field} />
        </PanelSection>
      ) : null}
      <PanelSection name="field-default" title="Value of new records">
        <DefaultEditor block={block} field={field} />
        {canBeUpdatedAt || field.isUpdatedAt ? (
          <SwitchRow
            label="Updated by itself (@updatedAt)"
            hint="Prisma sets it whenever the record changes."
            checked={field.isUpdatedAt}
            disabled={block.isBroken}
            onCheckedChange={(isUpdatedAt) =>
              void run(
                setUpdatedAt,
                { blockId: block.id, fieldId: field.id, isUpdatedAt },
                `${block.name}.${field.name}`,
              )
            }
          />
        ) : null}
      </PanelSection>
    </>
  )
}

/** A relation field has no column and so nothing to say here. */
function InDatabase({ block, field }: FieldPanelProps) {
  if (!isColumn(field) && field.typeKind !== 'type') return null
  return (
    <PanelSection name="field-database" title="In the database">
      {field.typeKind === 'scalar' || field.nativeType ? (
        <NativeTypeField block={block} field={field} />
      ) : null}
      <DatabaseNameField
        blockId={block.id}
        memberId={field.id}
        name={field.databaseName}
        placeholder={field.name}
        disabled={block.isBroken}
      />
    </PanelSection>
  )
}

/** Composite types have no fields that are left out. */
function InClient({ block, field }: FieldPanelProps) {
  const run = useRunOrRefuse()
  if (block.kind === 'type' && !field.isIgnored) return null
  return (
    <SwitchRow
      label="Leave out of Prisma Client (@ignore)"
      checked={field.isIgnored}
      disabled={block.isBroken}
      onCheckedChange={(isIgnored) =>
        void run(
          setIgnored,
          { blockId: block.id, memberId: field.id, isIgnored },
          `${block.name}.${field.name}`,
        )
      }
    />
  )
}

/** The relation that the field is an end of. */
function selectRelationOf(fieldId: string): (state: FacetState) => Relation | null {
  return ({ document }) =>
    document.graph.relations.find(
      ({ from, to }) => from.fieldId === fieldId || to?.fieldId === fieldId,
    ) ?? null
}
