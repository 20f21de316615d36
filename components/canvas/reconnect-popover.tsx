'use client'

import { type FormEvent, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover'
import type { BlockId, Relation } from '@/lib/schema/graph'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import { commandContext } from '@/lib/store/store'
import { useCanvas, useCanvasStore } from './canvas-context'
import { type RelationSide, reconnect, reconnectionTo } from './reconnect'
import { focusLineSoon } from './relation-focus'

/** Asks which end of a relation is to go where: what dragging an end does, by keyboard. */
export function ReconnectPopover() {
  const canvas = useCanvasStore()
  const request = useCanvas((state) => state.reconnect)
  const relation = useFacet(({ document }) =>
    document.graph.relations.find(({ id }) => id === request?.relationId),
  )
  if (!request || !relation) return null
  const close = () => {
    canvas.setState({ reconnect: null })
    focusLineSoon(request.relationId)
  }
  return (
    <Popover open onOpenChange={(open) => open || close()}>
      <PopoverAnchor asChild>
        <span className="fixed size-0" style={{ left: request.at.x, top: request.at.y }} />
      </PopoverAnchor>
      <PopoverContent
        aria-label="Reconnect relation"
        className="w-80"
        onCloseAutoFocus={(event) => event.preventDefault()}
      >
        <ReconnectForm relation={relation} onClose={close} />
      </PopoverContent>
    </Popover>
  )
}

const BLOCK_ITSELF = ''

function ReconnectForm({ relation, onClose }: { readonly relation: Relation; onClose(): void }) {
  const store = useFacetStore()
  const document = useFacet((state) => state.document)
  const { graph } = document
  const [end, setEnd] = useState<RelationSide>('to')
  const [blockId, setBlockId] = useState<BlockId | null>(null)
  const [fieldId, setFieldId] = useState(BLOCK_ITSELF)
  const name = (id: BlockId) => graph.blockById.get(id)?.name ?? ''
  const block = graph.blockById.get(blockId ?? '')
  const found = useMemo(
    () =>
      blockId === null
        ? null
        : reconnectionTo(
            commandContext(document),
            relation,
            end,
            blockId,
            fieldId === BLOCK_ITSELF ? null : fieldId,
          ),
    [document, relation, end, blockId, fieldId],
  )

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (found?.args && reconnect(store, found.args)) onClose()
  }
  const ends: readonly (readonly [RelationSide, string])[] = [
    ['to', `The end at ${name(relation.toBlockId)}`],
    ['from', `The end at ${name(relation.fromBlockId)}`],
  ]
  return (
    <form className="flex flex-col gap-3" onSubmit={submit}>
      <fieldset className="canvas-kinds">
        <legend className="sr-only">End to move</legend>
        {ends.map(([value, label]) => (
          <label key={value} className="canvas-kind-choice">
            <input
              type="radio"
              name="relation-end"
              value={value}
              checked={end === value}
              // biome-ignore lint/a11y/noAutofocus: The popover was opened to choose this.
              autoFocus={value === 'to'}
              onChange={() => setEnd(value)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <Combobox
        label="New end"
        placeholder="Choose a model…"
        monospace
        value={blockId ?? undefined}
        options={graph.blocks
          .filter(({ kind }) => kind === 'model')
          .map(({ id, name: label }) => ({ value: id, label }))}
        onValueChange={(id) => {
          setBlockId(id)
          setFieldId(BLOCK_ITSELF)
        }}
      />
      {block && relation.kind !== 'many-to-many' && (
        <Combobox
          label={end === 'to' ? 'Key it refers to' : 'Foreign key'}
          monospace
          value={fieldId}
          options={[
            { value: BLOCK_ITSELF, label: end === 'to' ? 'Its primary key' : 'As it is' },
            ...block.fields
              .filter(({ typeKind, arity }) => typeKind === 'scalar' && arity !== 'list')
              .map(({ id, name: label }) => ({ value: id, label })),
          ]}
          onValueChange={setFieldId}
        />
      )}
      {found && (
        <p
          role={found.args ? undefined : 'alert'}
          className={found.args ? 'text-sm text-muted' : 'text-sm text-danger'}
        >
          {found.hint}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={onClose}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" type="submit" disabled={!found?.args}>
          Reconnect
        </Button>
      </div>
    </form>
  )
}
