'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Combobox } from '@/components/ui/combobox'
import { IconButton } from '@/components/ui/icon-button'
import { ReorderList } from '@/components/ui/reorder-list'
import { Select } from '@/components/ui/select'
import type { KeySpec } from '@/lib/commands/attribute-arguments'
import type { Block, KeyField, SchemaGraph } from '@/lib/schema/graph'
import { type KeyOptions, operatorClasses } from '@/lib/schema/key-options'
import { CommitInput } from './commit-input'
import { fieldAt, keyCandidates, keyField, moveKeyField } from './key-specs'

interface KeyFieldsProps {
  graph: SchemaGraph
  block: Block
  spec: KeySpec
  options: KeyOptions
  /** It begins with the focus where the next field is added. */
  isNew?: boolean
  onChange(fields: readonly KeyField[]): void
}

/** The fields of a key in their order, each with what it may say of itself. */
export function KeyFields({ graph, block, spec, options, isNew, onChange }: KeyFieldsProps) {
  const { fields } = spec
  const candidates = keyCandidates(graph, block, spec)
  const change = (index: number, next: Partial<KeyField>) =>
    onChange(fields.map((field, at) => (at === index ? { ...field, ...next } : field)))

  return (
    <div className="flex flex-col gap-1">
      {fields.length > 0 ? (
        <ReorderList
          label="Fields of the key"
          items={fields}
          keyOf={({ path }) => path}
          nameOf={({ path }) => path}
          className="-ml-1 gap-1"
          onMove={(from, before) => onChange(moveKeyField(fields, from, before))}
        >
          {(field, index, handle) => (
            <KeyFieldRow
              field={field}
              handle={handle}
              options={options}
              classes={classesOf(graph, block, spec, field)}
              canRemove={fields.length > 1}
              onChange={(next) => change(index, next)}
              onRemove={() => onChange(fields.filter((_, at) => at !== index))}
            />
          )}
        </ReorderList>
      ) : null}
      {candidates.length > 0 ? (
        <Combobox
          label="Add a field to the key"
          placeholder={fields.length > 0 ? 'Add a field…' : 'Choose the first field…'}
          options={candidates.map(({ path, field }) => ({
            value: path,
            label: path,
            hint: field.typeName,
          }))}
          value=""
          monospace
          autoFocus={isNew}
          onValueChange={(path) => onChange([...fields, keyField(path)])}
        />
      ) : null}
    </div>
  )
}

/** The operator classes to choose from; `null` where there can be none. */
function classesOf(
  graph: SchemaGraph,
  block: Block,
  { type }: KeySpec,
  { path }: KeyField,
): readonly string[] | null {
  const field = fieldAt(graph, block, path)
  return type === null || type === 'Hash' || !field ? null : operatorClasses(type, field)
}

interface KeyFieldRowProps {
  field: KeyField
  handle: ReactNode
  options: KeyOptions
  classes: readonly string[] | null
  canRemove: boolean
  onChange(next: Partial<KeyField>): void
  onRemove(): void
}

function KeyFieldRow({
  field,
  handle,
  options,
  classes,
  canRemove,
  onChange,
  onRemove,
}: KeyFieldRowProps) {
  const { path, sort, length, ops } = field
  const hasDetails = options.length || length !== null || (options.ops && classes) || ops !== null
  return (
    <div className="flex flex-col gap-1">
      <div className="flex min-h-7 items-center gap-1">
        {handle}
        <span className="min-w-0 flex-1 truncate font-mono text-sm" title={path}>
          {path}
        </span>
        {options.sort || sort !== null ? (
          <Select
            aria-label={`Order of ${path}`}
            className="h-6.5 w-22 shrink-0 text-sm"
            value={sort ?? ''}
            onChange={({ target: { value } }) =>
              onChange({ sort: value === 'Asc' || value === 'Desc' ? value : null })
            }
          >
            <option value="">Default</option>
            <option value="Asc">Asc</option>
            <option value="Desc">Desc</option>
          </Select>
        ) : null}
        <IconButton
          label={`Take ${path} out of the key`}
          size="sm"
          side="right"
          disabled={!canRemove}
          onClick={onRemove}
        >
          <X />
        </IconButton>
      </div>
      {hasDetails ? (
        <div className="flex flex-col gap-1.5 pl-5">
          {options.length || length !== null ? (
            <CommitInput
              label={`Length of ${path}`}
              value={length === null ? '' : String(length)}
              placeholder="Whole value"
              onCommit={(next) => {
                if (next !== '' && !/^[1-9]\d{0,8}$/.test(next)) return 'A whole number is needed.'
                onChange({ length: next === '' ? null : Number(next) })
                return null
              }}
            />
          ) : null}
          {(options.ops && classes) || ops !== null ? (
            <Combobox
              label={`Operator class of ${path}`}
              placeholder="Default operator class"
              options={[
                { value: '', label: 'Default operator class' },
                ...(classes ?? []).map((name) => ({ value: name, label: name })),
              ]}
              value={ops ?? ''}
              monospace
              searchPlaceholder="Name in PostgreSQL…"
              offerTyped={(typed) => `Use raw("${typed}")`}
              onValueChange={(next) => onChange({ ops: next === '' ? null : next })}
            />
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
