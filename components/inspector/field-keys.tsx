'use client'

/** Whether a field is a key by itself, and the arguments of that. */

import { Field as FormField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { SwitchRow } from '@/components/ui/switch-row'
import type { KeySpec } from '@/lib/commands/attribute-arguments'
import { changeKey } from '@/lib/commands/change-key'
import { keySpec } from '@/lib/commands/key-places'
import { toggleId } from '@/lib/commands/toggle-id'
import { toggleUnique } from '@/lib/commands/toggle-unique'
import { type Block, type Field, type Key, primaryKeyFields } from '@/lib/schema/graph'
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { prismaVersionOf } from '@/lib/store/validation'
import { CommitInput } from './commit-input'
import {
  type FieldKeyArgument,
  fieldKeyArguments,
  ownKeyIndex,
  withFieldArgument,
} from './field-key'
import { useRunOrRefuse } from './run-or-refuse'

const selectProvider = (state: FacetState) => state.document.graph.provider

export function FieldKeys({ block, field }: { block: Block; field: Field }) {
  const run = useRunOrRefuse()
  const target = { blockId: block.id, fieldId: field.id }
  const name = `${block.name}.${field.name}`
  const keys = primaryKeyFields(block)
  const isInKey = keys.includes(field.name)
  const isUnique = field.isUnique || isUniqueByBlock(block, field)
  const others = keys.filter((key) => key !== field.name)
  return (
    <>
      <SwitchRow
        label="Primary key (@id)"
        hint={isInKey && others.length > 0 ? `Together with ${others.join(', ')}.` : undefined}
        checked={isInKey}
        disabled={block.isBroken}
        onCheckedChange={() => void run(toggleId, target, name)}
      />
      <KeyArguments block={block} field={field} kind="id" />
      <SwitchRow
        label="Unique (@unique)"
        checked={isUnique}
        disabled={block.isBroken}
        onCheckedChange={() => void run(toggleUnique, target, name)}
      />
      <KeyArguments block={block} field={field} kind="unique" />
    </>
  )
}

/** By a `@@unique` of this field alone. */
function isUniqueByBlock({ keys }: Block, { name }: Field): boolean {
  return keys.some(
    ({ kind, on, fields }) =>
      kind === 'unique' && on === 'block' && fields.length === 1 && fields[0]?.path === name,
  )
}

interface KeyArgumentsProps {
  block: Block
  field: Field
  kind: 'id' | 'unique'
}

/** What the field's own `@id` or `@unique` says in its parentheses, as the database has it. */
function KeyArguments({ block, field, kind }: KeyArgumentsProps) {
  const actions = useActions()
  const provider = useFacet(selectProvider)
  const version = useFacet(prismaVersionOf)
  const index = ownKeyIndex(block, field, kind)
  const key = index === null ? undefined : block.keys[index]
  if (index === null || !key) return null
  const names = fieldKeyArguments(provider, version, block, key)
  if (names.length === 0) return null
  const change = (to: KeySpec) =>
    actions.run(changeKey, { blockId: block.id, key: index, to })
      ? null
      : `@${kind} of ${field.name} cannot have this.`
  const title = kind === 'id' ? 'Arguments of @id' : 'Arguments of @unique'
  return (
    <fieldset
      aria-label={title}
      className="flex min-w-0 flex-col gap-2 border-l-2 pl-2.5"
      disabled={block.isBroken}
    >
      {names.map((name) => (
        <KeyArgument key={name} name={name} of={key} onChange={change} />
      ))}
    </fieldset>
  )
}

interface KeyArgumentProps {
  name: FieldKeyArgument
  of: Key
  onChange(to: KeySpec): string | null
}

function KeyArgument({ name, of: key, onChange }: KeyArgumentProps) {
  const [field] = key.fields
  switch (name) {
    case 'map':
      return (
        <CommitInput
          label="Constraint"
          value={key.map ?? ''}
          placeholder="Default name"
          monospace
          onCommit={(typed) => onChange({ ...keySpec(key), map: typed === '' ? null : typed })}
        />
      )
    case 'length':
      return (
        <CommitInput
          label="Indexed length"
          value={field?.length?.toString() ?? ''}
          placeholder="All of it"
          monospace
          onCommit={(typed) => {
            if (typed !== '' && !/^[1-9]\d{0,8}$/.test(typed)) return 'This is a whole number.'
            return onChange(withFieldArgument(key, { length: typed === '' ? null : Number(typed) }))
          }}
        />
      )
    case 'where':
      return (
        <CommitInput
          label="Condition"
          value={keySpec(key).where ?? ''}
          placeholder="{ active: true }"
          monospace
          onCommit={(typed) => onChange({ ...keySpec(key), where: typed === '' ? null : typed })}
        />
      )
    case 'sort':
      return (
        <Choice
          label="Order"
          value={field?.sort ?? ''}
          options={[
            ['', 'Default'],
            ['Asc', 'Ascending'],
            ['Desc', 'Descending'],
          ]}
          onChange={(sort) => {
            const given = sort === 'Asc' || sort === 'Desc' ? sort : null
            onChange(withFieldArgument(key, { sort: given }))
          }}
        />
      )
    case 'clustered':
      return (
        <Choice
          label="Clustered"
          value={key.clustered === null ? '' : String(key.clustered)}
          options={[
            ['', key.kind === 'id' ? 'Default (yes)' : 'Default (no)'],
            ['true', 'Yes'],
            ['false', 'No'],
          ]}
          onChange={(clustered) =>
            onChange({
              ...keySpec(key),
              clustered: clustered === '' ? null : clustered === 'true',
            })
          }
        />
      )
  }
}

interface ChoiceProps {
  label: string
  value: string
  options: readonly (readonly [value: string, label: string])[]
  onChange(value: string): void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <FormField label={label}>
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </FormField>
  )
}
