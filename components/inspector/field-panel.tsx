'use client'

import { ChevronLeft, Code, Trash2 } from 'lucide-react'
import { useId, useMemo } from 'react'
import { renamePart, retypeField } from '@/components/canvas/editing'
import { deleteSelection, showInCode } from '@/components/canvas/selection-actions'
import { typeOptions } from '@/components/canvas/type-text'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Combobox } from '@/components/ui/combobox'
import { Field as FormField } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/select'
import { setDefault } from '@/lib/commands/set-default'
import { setFieldArity } from '@/lib/commands/set-field-arity'
import { toggleId } from '@/lib/commands/toggle-id'
import { toggleUnique } from '@/lib/commands/toggle-unique'
import { type Arity, type Block, type Field, primaryKeyFields } from '@/lib/schema/graph'
import { valueText } from '@/lib/schema/value'
import { useActions, useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { CommitInput } from './commit-input'
import { Actions, BrokenNote, Documentation, Facts } from './panel-parts'
import { isColumn, useRunOrRefuse } from './run-or-refuse'

const selectGraph = (state: FacetState) => state.document.graph

/** A field: each of its controls is a command on the schema. */
export function FieldPanel({ block, field }: { block: Block; field: Field }) {
  const store = useFacetStore()
  const actions = useActions()
  const run = useRunOrRefuse()
  const { isBroken } = block
  const name = `${block.name}.${field.name}`
  const target = { blockId: block.id, fieldId: field.id }

  return (
    <div className="flex flex-col gap-3">
      <BackToBlock block={block} />
      <BrokenNote block={block} />
      <CommitInput
        label="Name"
        value={field.name}
        disabled={isBroken}
        monospace
        onCommit={(next) => renamePart(store, block.id, field.id, next)}
      />
      <div className="grid grid-cols-2 gap-2">
        <TypeField block={block} field={field} />
        <FormField label="Arity">
          {(control) => (
            <Select
              {...control}
              value={field.arity}
              disabled={isBroken}
              onChange={({ target: { value } }) =>
                run(setFieldArity, { ...target, arity: value as Arity }, name)
              }
            >
              <option value="required">Required</option>
              <option value="optional">Optional</option>
              <option value="list">List</option>
            </Select>
          )}
        </FormField>
      </div>
      {isColumn(field) ? (
        <>
          <div className="flex gap-4">
            <Choice
              label="@id"
              isChecked={primaryKeyFields(block).includes(field.name)}
              isDisabled={isBroken}
              onToggle={() => run(toggleId, target, name)}
            />
            <Choice
              label="@unique"
              isChecked={field.isUnique}
              isDisabled={isBroken}
              onToggle={() => run(toggleUnique, target, name)}
            />
          </div>
          <CommitInput
            label="Default value"
            value={field.default ? valueText(field.default) : ''}
            placeholder="None"
            hint="As in the schema: now(), 0, &quot;text&quot;"
            disabled={isBroken}
            monospace
            onCommit={(value) =>
              actions.run(setDefault, { ...target, value: value === '' ? null : value })
                ? null
                : `${value} is not a default value that ${field.name} can have.`
            }
          />
        </>
      ) : null}
      <Facts
        facts={[
          ['In the database', field.databaseName],
          [
            'Native type',
            field.nativeType &&
              `@${field.nativeType.prefix}.${field.nativeType.name}${
                field.nativeType.args.length > 0 ? `(${field.nativeType.args.join(', ')})` : ''
              }`,
          ],
        ]}
      />
      <Documentation text={field.documentation} />
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

/** Leads from a field or value to the block that it is in. */
export function BackToBlock({ block }: { block: Block }) {
  const actions = useActions()
  return (
    <Button
      variant="ghost"
      size="sm"
      className="-ml-1.5 max-w-full justify-start self-start px-1.5"
      onClick={() => actions.select({ blockIds: [block.id] })}
    >
      <ChevronLeft className="size-3.5" />
      <span className="truncate font-mono">{block.name}</span>
    </Button>
  )
}

function TypeField({ block, field }: { block: Block; field: Field }) {
  const store = useFacetStore()
  const actions = useActions()
  const graph = useFacet(selectGraph)
  const options = useMemo(
    () => typeOptions(graph, block).map(({ label, group }) => ({ value: label, label, group })),
    [graph, block],
  )
  const change = (name: string) => {
    const problem = retypeField(store, block.id, field, { name, arity: field.arity })
    if (problem) actions.notify({ kind: 'error', text: `${problem} Nothing was changed.` })
  }
  return (
    <FormField label="Type">
      {({ id }) => (
        <Combobox
          id={id}
          label="Type"
          options={options}
          value={field.typeName}
          disabled={block.isBroken || field.typeKind === 'unsupported'}
          monospace
          onValueChange={change}
        />
      )}
    </FormField>
  )
}

interface ChoiceProps {
  label: string
  isChecked: boolean
  isDisabled: boolean
  onToggle(): void
}

function Choice({ label, isChecked, isDisabled, onToggle }: ChoiceProps) {
  const id = useId()
  return (
    <span className="flex items-center gap-2">
      <Checkbox id={id} checked={isChecked} disabled={isDisabled} onCheckedChange={onToggle} />
      <label htmlFor={id} className="select-none font-mono text-sm">
        {label}
      </label>
    </span>
  )
}
