'use client'

import { ChevronRight, KeyRound, ListOrdered, Plus, Search, Sparkle } from 'lucide-react'
import { useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { addKey } from '@/lib/commands/add-key'
import type { KeySpec } from '@/lib/commands/attribute-arguments'
import { changeKey } from '@/lib/commands/change-key'
import { checkKey } from '@/lib/commands/check-key'
import { deleteKey } from '@/lib/commands/delete-key'
import { keySpec } from '@/lib/commands/key-places'
import { hasPreviewFeature } from '@/lib/commands/providers'
import type { Block, SchemaGraph } from '@/lib/schema/graph'
import { type KeyKind, keyKinds, keyOptions, PARTIAL_INDEXES } from '@/lib/schema/key-options'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { commandContext } from '@/lib/store/store'
import { prismaVersionOf } from '@/lib/store/validation'
import { KeyEditor } from './key-editor'
import { KeyFields } from './key-fields'
import { emptySpec, fieldsText, findKey, KEY_TITLES } from './key-specs'
import { PanelSection } from './panel-section'
import { keepingSelection, useRunOrRefuse } from './run-or-refuse'

const ICONS = { id: KeyRound, unique: Sparkle, index: ListOrdered, fulltext: Search }

const selectGraph = (state: FacetState): SchemaGraph => state.document.graph

/** The keys and indexes of a model or view, those of its fields too: to add, change and delete. */
export function KeysSection({ block }: { block: Block }) {
  const store = useFacetStore()
  const graph = useFacet(selectGraph)
  const version = useFacet(prismaVersionOf)
  const run = useRunOrRefuse()
  /** Which key is unfolded. */
  const [opened, setOpened] = useState<number | null>(null)
  const [draft, setDraft] = useState<KeyKind | null>(null)
  /** Whether the unfolded key was a draft until now, whose place it takes, focus included. */
  const [isAdded, setAdded] = useState(false)

  const draftRef = useRef<HTMLFieldSetElement>(null)
  /** When the menu has closed: on to the first field of what was chosen. */
  const focusDraft = (event: Event) => {
    const control = draftRef.current?.querySelector('button')
    if (!control) return
    event.preventDefault()
    control.focus()
  }

  const hasId = block.keys.some(({ kind }) => kind === 'id')
  const kinds = keyKinds(graph.provider, block.kind).filter((kind) => kind !== 'id' || !hasId)

  const open = (index: number, spec: KeySpec) => {
    const now = store.getState().document.graph.blockById.get(block.id)
    const found = now ? findKey(now, index, spec) : -1
    setOpened(found < 0 ? null : found)
  }
  const add = (spec: KeySpec) => {
    const isDone = keepingSelection(store, () =>
      run(addKey, { blockId: block.id, key: spec }, block.name),
    )
    if (!isDone) return
    setDraft(null)
    setAdded(true)
    open(block.keys.length, spec)
  }
  const change = (index: number, to: KeySpec): string | null => {
    const { actions, document } = store.getState()
    if (JSON.stringify(to) === JSON.stringify(keyAt(block, index))) return null
    const problem = checkKey(commandContext(document), block, to, index)
    if (problem) return problem
    const result = keepingSelection(store, () =>
      actions.run(changeKey, { blockId: block.id, key: index, to }),
    )
    if (!result) return `This is not possible for this key of ${block.name}.`
    open(index, to)
    return null
  }
  const remove = (index: number) => {
    const args = { blockId: block.id, key: index }
    if (keepingSelection(store, () => run(deleteKey, args, block.name))) setOpened(null)
  }

  return (
    <PanelSection
      name="keys"
      title="Keys and indexes"
      summary={String(block.keys.length)}
      actions={
        <AddKeyMenu
          kinds={kinds}
          isDisabled={block.isBroken}
          onAdd={setDraft}
          onClose={focusDraft}
        />
      }
    >
      {block.keys.length === 0 && draft === null ? (
        <p className="text-faint text-sm">
          {block.kind === 'view' ? 'No unique fields yet.' : 'No keys or indexes yet.'}
        </p>
      ) : null}
      <ul aria-label="Keys and indexes" className="flex flex-col gap-1">
        {block.keys.map((key, index) => {
          const spec = keySpec(key)
          const isOpen = opened === index
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: A key has no other identity.
            <li key={index} className="flex flex-col gap-1">
              <KeyRow
                spec={spec}
                isOpen={isOpen}
                isDisabled={block.isBroken}
                onToggle={() => {
                  setAdded(false)
                  setOpened(isOpen ? null : index)
                }}
              />
              {isOpen && !block.isBroken ? (
                <KeyEditor
                  graph={graph}
                  version={version}
                  block={block}
                  spec={spec}
                  whereHint={whereHint(graph)}
                  isNew={isAdded}
                  onChange={(to) => change(index, to)}
                  onDelete={() => remove(index)}
                />
              ) : null}
            </li>
          )
        })}
      </ul>
      {draft !== null && !block.isBroken ? (
        <fieldset
          ref={draftRef}
          aria-label={`New ${KEY_TITLES[draft].toLowerCase()}`}
          className="flex flex-col gap-1.5 rounded-md border border-dashed p-2"
        >
          <p className="font-medium text-muted text-sm">New {KEY_TITLES[draft].toLowerCase()}</p>
          <KeyFields
            graph={graph}
            block={block}
            spec={emptySpec(draft)}
            options={keyOptions(graph.provider, version, block.kind, draft)}
            onChange={(fields) => add({ ...emptySpec(draft), fields })}
          />
        </fieldset>
      ) : null}
    </PanelSection>
  )
}

function keyAt(block: Block, index: number): KeySpec | null {
  const key = block.keys[index]
  return key ? keySpec(key) : null
}

/** What must be done before a key can have a condition. */
function whereHint(graph: SchemaGraph): string | null {
  if (hasPreviewFeature(graph, PARTIAL_INDEXES)) return null
  return `A condition on the rows needs the preview feature ${PARTIAL_INDEXES}, which is among the settings of the generator.`
}

interface KeyRowProps {
  spec: KeySpec
  isOpen: boolean
  isDisabled: boolean
  onToggle(): void
}

function KeyRow({ spec, isOpen, isDisabled, onToggle }: KeyRowProps) {
  const Icon = ICONS[spec.kind]
  const fields = fieldsText(spec.fields)
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-label={`${KEY_TITLES[spec.kind]} on ${fields}`}
      disabled={isDisabled}
      className="-mx-1 flex min-h-6.5 items-center gap-1.5 rounded-sm px-1 py-0.5 text-left text-sm hover:bg-hover focus-visible:-outline-offset-2 disabled:opacity-45"
      onClick={onToggle}
    >
      <ChevronRight
        className={cn('size-3 shrink-0 text-faint transition-transform', isOpen && 'rotate-90')}
      />
      <Icon
        className={cn(
          'size-3.5 shrink-0',
          spec.kind === 'id' && 'text-key-primary',
          spec.kind === 'unique' && 'text-key-unique',
          (spec.kind === 'index' || spec.kind === 'fulltext') && 'text-muted',
        )}
      />
      <span className="min-w-0 flex-1 truncate font-mono" title={fields}>
        {fields || 'No fields'}
      </span>
      <span className="max-w-2/5 shrink-0 truncate pl-1 text-faint">
        {spec.type ?? spec.map ?? KEY_TITLES[spec.kind]}
      </span>
    </button>
  )
}

interface AddKeyMenuProps {
  kinds: readonly KeyKind[]
  isDisabled: boolean
  onAdd(kind: KeyKind): void
  /** Where the focus goes is decided here. */
  onClose(event: Event): void
}

function AddKeyMenu({ kinds, isDisabled, onAdd, onClose }: AddKeyMenuProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton
          label="Add a key or index"
          size="sm"
          side="right"
          disabled={isDisabled || kinds.length === 0}
        >
          <Plus />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" onCloseAutoFocus={onClose}>
        {kinds.map((kind) => {
          const Icon = ICONS[kind]
          return (
            <DropdownMenuItem key={kind} icon={<Icon />} onSelect={() => onAdd(kind)}>
              {KEY_TITLES[kind]}
            </DropdownMenuItem>
          )
        })}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
