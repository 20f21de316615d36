'use client'

import { useState } from 'react'
import { Combobox } from '@/components/ui/combobox'
import { Field as FormField } from '@/components/ui/field'
import { setNativeType } from '@/lib/commands/set-native-type'
import type { NativeType as OfferedType } from '@/lib/engines/prisma-schema/shared'
import type { Block, Field } from '@/lib/schema/graph'
import type { EngineFacts } from '@/lib/store/engine-facts'
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { CommitInput } from './commit-input'
import { EngineListNote } from './engine-list-note'
import {
  argumentNames,
  argumentProblem,
  defaultNativeType,
  nativeTypeText,
  typesFor,
} from './native-type-choice'
import { useEngineList } from './use-engine-list'

/** No native type is called this. */
const NONE = 'none'

const selectProvider = (state: FacetState) => state.document.graph.provider
const askNativeTypes = (engine: EngineFacts, version: 6 | 7, provider: string) =>
  engine.nativeTypes(version, provider)

interface NativeTypeFieldProps {
  block: Block
  field: Field
}

/** The database's type of a scalar field, of those that the official engine allows for it. */
export function NativeTypeField({ block, field }: NativeTypeFieldProps) {
  const actions = useActions()
  const provider = useFacet(selectProvider)
  const list = useEngineList(askNativeTypes)
  /** A type that was chosen and still lacks arguments. */
  const [asking, setAsking] = useState<OfferedType | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { nativeType } = field
  const offered = typesFor(list.items, field.typeName)
  if (list.state === 'ready' && offered.length === 0 && !nativeType) return null

  const type = asking ?? offered.find(({ name }) => name === nativeType?.name) ?? null
  const set = (type: { name: string; args: readonly string[] } | null) => {
    const target = { blockId: block.id, fieldId: field.id }
    if (actions.run(setNativeType, { ...target, type })) {
      setAsking(null)
      return null
    }
    const name = type ? nativeTypeText(type) : 'This'
    return `${name} cannot be the native type of ${field.name}.`
  }
  const choose = (name: string) => {
    const next = offered.find((type) => type.name === name) ?? null
    const mustAsk = next !== null && next.requiredArguments > 0 && next.name !== nativeType?.name
    setAsking(mustAsk ? next : null)
    const isSame = name === nativeType?.name
    setProblem(mustAsk || isSame ? null : set(next && { name: next.name, args: [] }))
  }

  const usual = defaultNativeType(provider, field.typeName)
  const isUnknown = nativeType !== null && !offered.some(({ name }) => name === nativeType.name)
  const options = [
    { value: NONE, label: usual ? `Default (${usual})` : 'Default of the provider' },
    ...offered.map(({ name }) => ({ value: name, label: name })),
    ...(isUnknown
      ? [{ value: nativeType.name, label: nativeTypeText(nativeType), group: 'As written' }]
      : []),
  ]
  return (
    <>
      <FormField label="Native type" error={problem}>
        {({ id, ...control }) => (
          <Combobox
            {...control}
            id={id}
            label="Native type"
            options={options}
            value={asking?.name ?? nativeType?.name ?? NONE}
            disabled={block.isBroken}
            monospace={type !== null || isUnknown}
            onValueChange={choose}
          />
        )}
      </FormField>
      {type && argumentNames(type).length > 0 ? (
        <NativeArguments
          key={`${type.name} ${asking !== null}`}
          type={type}
          args={asking ? [] : (nativeType?.args ?? [])}
          isNew={asking !== null}
          disabled={block.isBroken}
          provider={provider ?? ''}
          onSet={(args) => set({ name: type.name, args })}
        />
      ) : null}
      <EngineListNote list={list} what="the native types" />
    </>
  )
}

interface NativeArgumentsProps {
  type: OfferedType
  args: readonly string[]
  isNew: boolean
  disabled: boolean
  provider: string
  /** Gives the reason, as a sentence, when it cannot be. */
  onSet(args: readonly string[]): string | null
}

/** The arguments of a native type: `VarChar(80)`, `Decimal(10, 2)`. */
function NativeArguments(props: NativeArgumentsProps) {
  const { type, isNew, disabled, provider, onSet } = props
  const names = argumentNames(type)
  const args = names.map((_, index) => props.args[index] ?? '')
  const commit = (typed: string, index: number) => {
    const next = args.map((arg, at) => (at === index ? typed : arg))
    // Without the first argument there are no others.
    const kept = next[0] === '' ? next.map(() => '') : next
    const tried = index === 0 ? kept : next
    return argumentProblem(type, tried, provider) ?? onSet(tried.filter((arg) => arg !== ''))
  }
  return (
    <div className="grid grid-cols-2 gap-2">
      {names.map((name, index) => (
        <CommitInput
          key={name}
          label={name}
          value={args[index] ?? ''}
          placeholder={index < type.requiredArguments ? 'Needed' : 'Default'}
          disabled={disabled}
          monospace
          isNew={isNew && index === 0}
          onCommit={(typed) => commit(typed, index)}
        />
      ))}
    </div>
  )
}
