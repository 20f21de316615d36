'use client'

import { ArrowRightLeft } from 'lucide-react'
import { type FormEvent, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Combobox } from '@/components/ui/combobox'
import { IconButton } from '@/components/ui/icon-button'
import { Label } from '@/components/ui/label'
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover'
import { addRelation, describeRelation } from '@/lib/commands/add-relation'
import type { NewRelationKind } from '@/lib/commands/arguments'
import { kindOfKey } from '@/lib/commands/relation-plan'
import type { BlockId } from '@/lib/schema/graph'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import { commandContext } from '@/lib/store/store'
import { useCanvas, useCanvasStore } from './canvas-context'
import type { RelateRequest } from './canvas-store'
import { focusSoon } from './focus'
import { keyCandidate, relateArguments, relateSentence, startsSwapped } from './relate-arguments'

const KINDS: readonly (readonly [NewRelationKind, string])[] = [
  ['one-to-many', 'One-to-many'],
  ['one-to-one', 'One-to-one'],
  ['many-to-many', 'Many-to-many'],
  ['many-to-many-explicit', 'Many-to-many with a model between'],
]

/** Asks what kind of relation two blocks are to have, and says what it will add. */
export function RelatePopover() {
  const canvas = useCanvasStore()
  const request = useCanvas((state) => state.relate)
  if (!request) return null
  const close = () => {
    canvas.setState({ relate: null })
    focusSoon(request.fromId, request.fromMemberId)
  }
  const { at, fromId, toId } = request
  return (
    <Popover
      key={`${fromId} ${toId} ${at.x} ${at.y}`}
      open
      onOpenChange={(open) => open || close()}
    >
      <PopoverAnchor asChild>
        <span className="fixed size-0" style={{ left: at.x, top: at.y }} />
      </PopoverAnchor>
      <PopoverContent
        aria-label="New relation"
        className="w-96"
        onCloseAutoFocus={(event) => event.preventDefault()}
      >
        <RelateForm request={request} onClose={close} />
      </PopoverContent>
    </Popover>
  )
}

function RelateForm({ request, onClose }: { readonly request: RelateRequest; onClose(): void }) {
  const store = useFacetStore()
  const document = useFacet((state) => state.document)
  const { graph } = document
  const { fromId, fromMemberId } = request
  const [toId, setToId] = useState<BlockId | null>(request.toId)
  // `null` until somebody says: then they are what the fields that are there make of them.
  const [chosenKind, setKind] = useState<NewRelationKind | null>(null)
  const [chosenSwap, setSwapped] = useState<boolean | null>(null)
  const [isOptional, setOptional] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  const ctx = useMemo(() => commandContext(document), [document])
  const isSwapped = useMemo(
    () => chosenSwap ?? startsSwapped(ctx, fromId, fromMemberId, toId),
    [chosenSwap, ctx, fromId, fromMemberId, toId],
  )
  const args = useMemo(() => {
    if (toId === null) return null
    const choice = {
      fromId,
      toId,
      fromMemberId: keyCandidate(ctx.graph, fromId, fromMemberId),
      isSwapped,
      isOptional,
    }
    const kind = chosenKind ?? kindOfKey(ctx, relateArguments({ ...choice, kind: 'one-to-one' }))
    return relateArguments({ ...choice, kind })
  }, [ctx, chosenKind, fromId, toId, fromMemberId, isSwapped, isOptional])
  const kind = args?.kind ?? chosenKind ?? 'one-to-many'
  const description = useMemo(() => args && describeRelation(ctx, args), [ctx, args])
  const name = (id: BlockId | null) => graph.blockById.get(id ?? '')?.name ?? '…'
  const [from, to] = isSwapped ? [name(toId), name(fromId)] : [name(fromId), name(toId)]
  const problem = failure ?? (description && 'problem' in description ? description.problem : null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!args || problem !== null) return
    if (store.getState().actions.run(addRelation, args)) onClose()
    else setFailure('This relation cannot be added.')
  }

  return (
    <form className="flex flex-col gap-3" onSubmit={submit}>
      {request.toId === null && (
        <Combobox
          label="Relate to"
          placeholder="Relate to…"
          monospace
          value={toId ?? undefined}
          options={graph.blocks
            .filter((block) => block.kind === 'model')
            .map((block) => ({ value: block.id, label: block.name }))}
          onValueChange={(id) => {
            setToId(id)
            setFailure(null)
          }}
        />
      )}
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 truncate font-mono text-sm">
          {from} → {to}
        </p>
        <IconButton
          label="Swap direction"
          size="sm"
          onClick={() => setSwapped(!isSwapped)}
          disabled={kind.startsWith('many')}
        >
          <ArrowRightLeft />
        </IconButton>
      </div>
      <fieldset className="canvas-kinds">
        <legend className="sr-only">Kind of relation</legend>
        {KINDS.map(([value, label]) => (
          <label key={value} className="canvas-kind-choice">
            <input
              type="radio"
              name="relation-kind"
              value={value}
              checked={kind === value}
              // biome-ignore lint/a11y/noAutofocus: The popover was opened to choose this.
              autoFocus={kind === value && request.toId !== null}
              onChange={() => {
                setKind(value)
                setFailure(null)
              }}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {toId !== null && <p className="text-sm text-muted">{relateSentence(kind, from, to)}</p>}
      {!kind.startsWith('many') && (
        <Label className="flex items-center gap-2 text-sm font-normal">
          <Checkbox
            checked={isOptional}
            onCheckedChange={(checked) => setOptional(checked === true)}
          />
          {to} may be missing
        </Label>
      )}
      {problem !== null ? (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      ) : (
        description && 'adds' in description && <Additions adds={description.adds} />
      )}
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={onClose}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" type="submit" disabled={!args || problem !== null}>
          Add relation
        </Button>
      </div>
    </form>
  )
}

/** The lines that will be added, under the models they go to. */
function Additions({ adds }: { readonly adds: readonly { block: string; line: string }[] }) {
  const blocks = [...new Set(adds.map(({ block }) => block))]
  return (
    <ul aria-label="Fields that will be added" className="canvas-additions">
      {blocks.map((block) => (
        <li key={block}>
          <span className="canvas-addition-block">{block}</span>
          {adds
            .filter((addition) => addition.block === block)
            .map(({ line }) => (
              <code key={line}>{line.trim().replace(/\s+/g, ' ')}</code>
            ))}
        </li>
      ))}
    </ul>
  )
}
