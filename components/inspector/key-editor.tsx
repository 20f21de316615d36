'use client'

import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { KeySpec } from '@/lib/commands/attribute-arguments'
import type { Block, SchemaGraph } from '@/lib/schema/graph'
import { type KeyKind, keyKinds, keyOptions } from '@/lib/schema/key-options'
import { CommitInput } from './commit-input'
import { KeyFields } from './key-fields'
import { fieldsText, KEY_TITLES, withKind } from './key-specs'

interface KeyEditorProps {
  graph: SchemaGraph
  version: 6 | 7
  block: Block
  /** The key as it is. */
  spec: KeySpec
  /** What prevents a condition, as a sentence; `null` when nothing does. */
  whereHint: string | null
  /** It begins with the focus where the next field is added. */
  isNew: boolean
  /** Gives the reason, as a sentence, when the key cannot become that. */
  onChange(to: KeySpec): string | null
  onDelete(): void
}

/**
 * Everything that one key says. What the database does not support is not offered, but what is
 * written all the same is shown, so that it can be taken out.
 */
export function KeyEditor({
  graph,
  version,
  block,
  spec,
  whereHint,
  isNew,
  onChange,
  onDelete,
}: KeyEditorProps) {
  const { provider } = graph
  const options = keyOptions(provider, version, block.kind, spec.kind)
  const hasId = block.keys.some(({ kind }) => kind === 'id')
  const kinds = keyKinds(provider, block.kind).filter((kind) => kind !== 'id' || !hasId)
  const shownKinds = kinds.includes(spec.kind) ? kinds : [spec.kind, ...kinds]
  const text = (name: 'name' | 'map') => (value: string) =>
    onChange({ ...spec, [name]: value === '' ? null : value })
  /** Why the last choice was refused; what is typed says so itself. */
  const [problem, setProblem] = useState<string | null>(null)
  const choose = (to: KeySpec) => setProblem(onChange(to))

  return (
    <div className="flex flex-col gap-2.5 rounded-md border bg-sunken p-2">
      <Field label="Kind">
        {(control) => (
          <Select
            {...control}
            value={spec.kind}
            onChange={({ target }) => {
              const kind = target.value as KeyKind
              choose(withKind(spec, kind, keyOptions(provider, version, block.kind, kind)))
            }}
          >
            {shownKinds.map((kind) => (
              <option key={kind} value={kind}>
                {KEY_TITLES[kind]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <KeyFields
        graph={graph}
        block={block}
        spec={spec}
        options={options}
        isNew={isNew}
        onChange={(fields) => choose({ ...spec, fields })}
      />
      {options.types.length > 0 || spec.type !== null ? (
        <Field label="Index type">
          {(control) => (
            <Select
              {...control}
              value={spec.type ?? ''}
              onChange={({ target }) => {
                const type = target.value === '' ? null : target.value
                // Operator classes belong to a type of index.
                const fields = spec.fields.map((field) => ({ ...field, ops: null }))
                choose({ ...spec, type, fields })
              }}
            >
              <option value="">Default</option>
              {[...new Set([...options.types, ...(spec.type ? [spec.type] : [])])].map((type) => (
                <option key={type} value={type}>
                  {type}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      {options.clustered || spec.clustered !== null ? (
        <Field label="Clustered">
          {(control) => (
            <Select
              {...control}
              value={spec.clustered === null ? '' : String(spec.clustered)}
              onChange={({ target: { value } }) =>
                choose({ ...spec, clustered: value === '' ? null : value === 'true' })
              }
            >
              <option value="">Default</option>
              <option value="true">Yes</option>
              <option value="false">No</option>
            </Select>
          )}
        </Field>
      ) : null}
      {(options.name && spec.fields.length > 1) || spec.name !== null ? (
        <CommitInput
          label="Name in Prisma Client"
          value={spec.name ?? ''}
          placeholder={spec.fields.map(({ path }) => path).join('_')}
          monospace
          onCommit={text('name')}
        />
      ) : null}
      {options.map || spec.map !== null ? (
        <CommitInput
          label="Name in the database"
          value={spec.map ?? ''}
          placeholder="Prisma’s own"
          monospace
          onCommit={text('map')}
        />
      ) : null}
      {(options.where && whereHint === null) || spec.where !== null ? (
        <CommitInput
          label="Only rows where"
          value={spec.where ?? ''}
          placeholder="{ active: true }"
          hint="Or in SQL: raw(&quot;deleted_at IS NULL&quot;)"
          monospace
          onCommit={(value) => onChange({ ...spec, where: value === '' ? null : value })}
        />
      ) : options.where ? (
        <p className="text-faint text-sm">{whereHint}</p>
      ) : null}
      {problem ? (
        <p role="alert" className="text-danger text-sm">
          {problem}
        </p>
      ) : null}
      <Button
        size="sm"
        variant="ghost"
        className="self-start text-danger"
        aria-label={`Delete ${KEY_TITLES[spec.kind].toLowerCase()} on ${fieldsText(spec.fields)}`}
        onClick={onDelete}
      >
        <Trash2 />
        Delete
      </Button>
    </div>
  )
}
