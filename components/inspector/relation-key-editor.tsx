'use client'

import { ArrowRight, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/select'
import type { Block, Relation } from '@/lib/schema/graph'
import {
  fieldLabel,
  type KeyPair,
  keyFields,
  keyPairs,
  pairProblem,
  type RelationSides,
} from './relation-choice'
import { useRelationChange } from './use-relation-change'

interface RelationKeyEditorProps {
  relation: Relation
  sides: RelationSides
  disabled: boolean
}

/** The foreign key and what it refers to, pair by pair. */
export function RelationKeyEditor({ relation, sides, disabled }: RelationKeyEditorProps) {
  const change = useRelationChange(relation)
  /** A pair that is not whole yet. */
  const [draft, setDraft] = useState<KeyPair | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const pairs = keyPairs(relation)

  const set = (key: readonly KeyPair[]) => {
    const reason = change({ key })
    setProblem(reason)
    return reason === null
  }
  const setNew = (pair: KeyPair) => {
    const isWhole = pair.field !== '' && pair.references !== ''
    setDraft(isWhole && set([...pairs, pair]) ? null : pair)
  }
  return (
    <div className="flex flex-col gap-2">
      {pairs.map((pair, index) => (
        <PairRow
          key={`${pair.field} ${pair.references}`}
          number={index + 1}
          pair={pair}
          sides={sides}
          disabled={disabled}
          onChange={(next) => void set(pairs.map((other, at) => (at === index ? next : other)))}
          onRemove={
            pairs.length > 1 ? () => void set(pairs.filter((_, at) => at !== index)) : undefined
          }
        />
      ))}
      {draft ? (
        <PairRow
          number={pairs.length + 1}
          pair={draft}
          sides={sides}
          disabled={disabled}
          isNew
          onChange={setNew}
          onRemove={() => {
            setDraft(null)
            setProblem(null)
          }}
        />
      ) : (
        <Button
          variant="ghost"
          size="sm"
          className="-ml-1.5 self-start px-1.5"
          disabled={disabled}
          onClick={() => setDraft({ field: '', references: '' })}
        >
          <Plus />
          Add pair
        </Button>
      )}
      {problem ? (
        <p role="alert" className="text-danger text-sm">
          {problem}
        </p>
      ) : null}
    </div>
  )
}

interface PairRowProps {
  number: number
  pair: KeyPair
  sides: RelationSides
  disabled: boolean
  isNew?: boolean
  onChange(pair: KeyPair): void
  onRemove?: (() => void) | undefined
}

function PairRow({
  number,
  pair,
  sides,
  disabled,
  isNew = false,
  onChange,
  onRemove,
}: PairRowProps) {
  const problem = isNew ? null : pairProblem(sides, pair)
  return (
    <div>
      <div
        className={`grid items-center gap-1 ${onRemove ? 'grid-cols-[auto_minmax(0,1fr)_auto]' : 'grid-cols-[auto_minmax(0,1fr)]'}`}
      >
        <span className="w-3.5" />
        <FieldSelect
          label={`Foreign key field ${number}`}
          block={sides.from}
          value={pair.field}
          disabled={disabled}
          onChange={(field) => onChange({ ...pair, field })}
        />
        {onRemove ? <span /> : null}
        <ArrowRight aria-hidden="true" className="size-3.5 shrink-0 text-faint" />
        <FieldSelect
          label={`Referenced field ${number}`}
          block={sides.to}
          value={pair.references}
          disabled={disabled}
          onChange={(references) => onChange({ ...pair, references })}
        />
        {onRemove ? (
          <IconButton
            label={`Remove pair ${number}`}
            size="sm"
            disabled={disabled}
            onClick={onRemove}
          >
            <X />
          </IconButton>
        ) : null}
      </div>
      {problem ? <p className="pt-1 text-danger text-sm">{problem}</p> : null}
    </div>
  )
}

interface FieldSelectProps {
  label: string
  block: Block | null
  value: string
  disabled: boolean
  onChange(name: string): void
}

function FieldSelect({ label, block, value, disabled, onChange }: FieldSelectProps) {
  const fields = keyFields(block)
  const isUnknown = value !== '' && !fields.some(({ name }) => name === value)
  return (
    <Select
      aria-label={label}
      title={block ? `${block.name}.${value}` : undefined}
      value={value}
      disabled={disabled}
      className="overflow-hidden pl-2 font-mono text-sm whitespace-nowrap"
      onChange={(event) => onChange(event.target.value)}
    >
      {value === '' ? (
        <option value="" disabled>
          Choose…
        </option>
      ) : null}
      {isUnknown ? <option value={value}>{value}</option> : null}
      {fields.map((field) => (
        <option key={field.id} value={field.name}>
          {fieldLabel(field)}
        </option>
      ))}
    </Select>
  )
}
