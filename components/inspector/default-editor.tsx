'use client'

/** The default of a field: first how it is said, then what it is. */

import { useState } from 'react'
import { Field as FormField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { readDefault } from '@/lib/commands/defaults'
import { setDefault } from '@/lib/commands/set-default'
import type { Block, Field } from '@/lib/schema/graph'
import { quoteString } from '@/lib/schema/value'
import { useActions, useFacet } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { CommitInput } from './commit-input'
import {
  callArgument,
  type DefaultWay,
  defaultChoices,
  defaultConstraint,
  defaultWay,
  writtenDefault,
} from './default-choice'
import { DefaultList } from './default-list'
import { LiteralEditor } from './literal-editor'
import { useRunOrRefuse } from './run-or-refuse'
import { SequenceEditor } from './sequence-editor'

/** What is written when a way is chosen; the others ask first. */
const WRITTEN_AT_ONCE: Readonly<Partial<Record<DefaultWay, string>>> = {
  list: '[]',
  nanoid: 'nanoid()',
  sequence: 'sequence()',
}

const selectGraph = (state: FacetState) => state.document.graph

interface DefaultEditorProps {
  block: Block
  field: Field
}

export function DefaultEditor({ block, field }: DefaultEditorProps) {
  const run = useRunOrRefuse()
  const graph = useFacet(selectGraph)
  const commit = useSetDefault(block, field)
  /** A way that was chosen and still lacks what it says. */
  const [chosen, setChosen] = useState<DefaultWay | null>(null)
  const current = defaultWay(graph, block, field)
  const way = chosen ?? current
  const firstValue = graph.blockByName.get(field.typeName)?.values[0]?.name

  const choose = (next: DefaultWay) => {
    const text = next === 'literal' ? firstLiteral(field, firstValue) : atOnce(next)
    if (next === current || text === undefined) {
      setChosen(next === current ? null : next)
      return
    }
    const target = { blockId: block.id, fieldId: field.id }
    if (run(setDefault, { ...target, value: text }, `${block.name}.${field.name}`)) setChosen(null)
  }
  const set = (text: string) => {
    const problem = commit(text)
    if (problem === null) setChosen(null)
    return problem
  }
  const isNew = chosen !== null
  return (
    <>
      <FormField label="Default">
        {(control) => (
          <Select
            {...control}
            value={way}
            disabled={block.isBroken}
            onChange={({ target: { value } }) => choose(value as DefaultWay)}
          >
            {defaultChoices(graph, block, field).map(({ way, label, reason }) => (
              <option key={way} value={way} disabled={reason !== undefined}>
                {reason ? `${label}: ${reason}` : label}
              </option>
            ))}
          </Select>
        )}
      </FormField>
      <WayEditor key={way} way={way} block={block} field={field} isNew={isNew} onSet={set} />
      {current !== 'none' ? <ConstraintField block={block} field={field} /> : null}
    </>
  )
}

interface WayEditorProps extends DefaultEditorProps {
  way: DefaultWay
  /** Whether nothing is written yet in this way. */
  isNew: boolean
  /** Sets the default as written; gives the reason, as a sentence, when it cannot. */
  onSet(text: string): string | null
}

function WayEditor({ way, block, field, isNew, onSet }: WayEditorProps) {
  const { isBroken } = block
  const value = isNew ? null : field.default
  const shared = { disabled: isBroken, isNew, monospace: true }
  switch (way) {
    case 'literal':
      return (
        <LiteralEditor
          label="Default value"
          type={field.typeName}
          value={value}
          isNew={isNew}
          disabled={isBroken}
          onSet={onSet}
        />
      )
    case 'list':
      return <DefaultList block={block} field={field} onSet={onSet} />
    case 'nanoid':
      return (
        <CommitInput
          {...shared}
          label="Length"
          value={callArgument(value)}
          placeholder="21"
          onCommit={(typed) => {
            const length = Number(typed)
            const isGood = typed === '' || (/^\d+$/.test(typed) && length >= 2 && length <= 255)
            return isGood ? onSet(`nanoid(${typed})`) : 'The length is between 2 and 255.'
          }}
        />
      )
    case 'sequence':
      return <SequenceEditor value={value} disabled={isBroken} onSet={onSet} />
    case 'dbgenerated':
      return (
        <CommitInput
          {...shared}
          label="SQL expression"
          value={callArgument(value)}
          placeholder="gen_random_uuid()"
          hint="Kept as it is: the database evaluates it."
          onCommit={(typed) =>
            onSet(typed === '' ? 'dbgenerated()' : `dbgenerated(${quoteString(typed)})`)
          }
        />
      )
    case 'written':
      return (
        <CommitInput
          {...shared}
          label="As written"
          value={writtenDefault(block, field)}
          hint="What stands between the parentheses of @default."
          onCommit={(typed) =>
            readDefault(typed) ? onSet(typed) : 'This is not one value of the schema language.'
          }
        />
      )
    default:
      return null
  }
}

/** The name of the constraint, where the database gives it one. */
function ConstraintField({ block, field }: DefaultEditorProps) {
  const actions = useActions()
  const provider = useFacet(selectGraph).provider
  const map = defaultConstraint(block, field)
  if (provider !== 'sqlserver' && map === null) return null
  return (
    <CommitInput
      label="Name of the default’s constraint"
      value={map ?? ''}
      placeholder="Prisma’s choice"
      disabled={block.isBroken}
      monospace
      onCommit={(typed) =>
        actions.run(setDefault, {
          blockId: block.id,
          fieldId: field.id,
          value: writtenDefault(block, field),
          map: typed === '' ? null : typed,
        })
          ? null
          : `${typed} cannot be its name.`
      }
    />
  )
}

/** Sets the default; gives the reason, as a sentence, when it cannot be. */
function useSetDefault(block: Block, field: Field): (text: string) => string | null {
  const actions = useActions()
  return (value) =>
    actions.run(setDefault, { blockId: block.id, fieldId: field.id, value })
      ? null
      : `${value} is no default value that ${field.name} can have.`
}

/** `null` removes the default; `undefined` asks first. */
function atOnce(way: DefaultWay): string | null | undefined {
  if (way === 'none') return null
  return way.includes('(') ? way : WRITTEN_AT_ONCE[way]
}

function firstLiteral({ typeName, typeKind }: Field, firstValue: string | undefined) {
  if (typeKind === 'enum') return firstValue
  return typeName === 'Boolean' ? 'false' : undefined
}
