'use client'

import type { ReactNode } from 'react'
import { Field as FormField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { SwitchRow } from '@/components/ui/switch-row'
import type { Value } from '@/lib/schema/value'
import { useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { CommitInput } from './commit-input'
import { CommitTextarea } from './commit-textarea'
import { literalText, readLiteral } from './literal-text'

interface LiteralEditorProps {
  label: ReactNode
  /** A scalar type, or the name of an enum. */
  type: string
  value: Value | null
  isNew: boolean
  disabled: boolean
  /** Takes the literal as written; gives the reason, as a sentence, when it cannot. */
  onSet(text: string): string | null
}

const HINTS: Readonly<Record<string, string>> = {
  DateTime: 'In UTC unless it says otherwise.',
  Bytes: 'In Base64.',
}

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  String: 'Empty',
  Int: '0',
  BigInt: '0',
  Float: '0.5',
  Decimal: '0.5',
  DateTime: '2026-01-31T12:00:00Z',
  Bytes: 'aGVsbG8=',
}

/** One value of a type, edited as suits it. */
export function LiteralEditor(props: LiteralEditorProps) {
  const { label, type, value, isNew, disabled, onSet } = props
  const isEnum = useFacet((state: FacetState) => {
    return state.document.graph.blockByName.get(type)?.kind === 'enum'
  })
  if (isEnum) return <EnumEditor {...props} />
  const set = (typed: string) => {
    const read = readLiteral(type, typed, value)
    return 'problem' in read ? read.problem : onSet(read.text)
  }
  if (type === 'Boolean') {
    return (
      <SwitchRow
        label={label}
        hint={literalText(value)}
        checked={literalText(value) === 'true'}
        disabled={disabled}
        onCheckedChange={(isTrue) => void onSet(String(isTrue))}
      />
    )
  }
  if (type === 'Json') {
    return (
      <CommitTextarea
        label={label}
        value={literalText(value)}
        placeholder="{}"
        disabled={disabled}
        monospace
        isNew={isNew}
        onCommit={set}
      />
    )
  }
  return (
    <CommitInput
      label={label}
      value={literalText(value)}
      placeholder={PLACEHOLDERS[type]}
      hint={HINTS[type] ?? (isNew ? 'Not set yet. Enter sets it.' : undefined)}
      disabled={disabled}
      monospace
      isExact={type === 'String'}
      isNew={isNew}
      onCommit={set}
    />
  )
}

function EnumEditor({ label, type, value, disabled, onSet }: LiteralEditorProps) {
  const graph = useFacet((state: FacetState) => state.document.graph)
  const values = graph.blockByName.get(type)?.values ?? []
  return (
    <FormField label={label}>
      {(control) => (
        <Select
          {...control}
          value={literalText(value)}
          disabled={disabled}
          className="font-mono text-sm"
          onChange={(event) => void onSet(event.target.value)}
        >
          {values.map(({ id, name }) => (
            <option key={id} value={name}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </FormField>
  )
}
