'use client'

import { useMemo, useState } from 'react'
import { retypeField } from '@/components/canvas/editing'
import { typeOptions } from '@/components/canvas/type-text'
import { Combobox } from '@/components/ui/combobox'
import { Field as FormField } from '@/components/ui/field'
import type { Block, Field } from '@/lib/schema/graph'
import { quoteString } from '@/lib/schema/value'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { CommitInput } from './commit-input'

/** No type can be called this: it is a word of the language. */
const UNSUPPORTED = 'Unsupported'

const selectGraph = (state: FacetState) => state.document.graph

/** A field's type: one that the schema knows, or the database's own in `Unsupported("…")`. */
export function TypeField({ block, field }: { block: Block; field: Field }) {
  const store = useFacetStore()
  const graph = useFacet(selectGraph)
  /** `Unsupported` was chosen, and it is not said yet what it is. */
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const options = useMemo(
    () => [
      ...typeOptions(graph, block).map(({ label, group }) => ({ value: label, label, group })),
      { value: UNSUPPORTED, label: 'Unsupported("…")', group: 'Of the database' },
    ],
    [graph, block],
  )
  const isUnsupported = field.typeKind === 'unsupported'

  const change = (name: string) => {
    setAsking(name === UNSUPPORTED && !isUnsupported)
    if (name === UNSUPPORTED) setProblem(null)
    else setProblem(retypeField(store, block.id, field, { name, arity: field.arity }))
  }
  const setDatabaseType = (text: string) => {
    if (text === '') return 'Write the type as the database calls it.'
    const name = `Unsupported(${quoteString(text)})`
    const reason = retypeField(store, block.id, field, { name, arity: field.arity })
    if (reason === null) setAsking(false)
    return reason
  }

  return (
    <>
      <FormField label="Type" error={problem}>
        {({ id, ...control }) => (
          <Combobox
            {...control}
            id={id}
            label="Type"
            options={options}
            value={isAsking || isUnsupported ? UNSUPPORTED : field.typeName}
            disabled={block.isBroken}
            monospace
            onValueChange={change}
          />
        )}
      </FormField>
      {isAsking || isUnsupported ? (
        <CommitInput
          key={String(isAsking)}
          label="Type in the database"
          value={isUnsupported ? field.typeName : ''}
          placeholder="circle"
          disabled={block.isBroken}
          isNew={isAsking}
          monospace
          onCommit={setDatabaseType}
        />
      ) : null}
    </>
  )
}
