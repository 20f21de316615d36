'use client'

import { ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react'
import { KindIcon } from '@/components/explorer/kind-icon'
import {
  Command,
  CommandEmpty,
  CommandFooter,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
} from '@/components/ui/command'
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { useReturnFocus } from '@/components/workbench/use-return-focus'
import { runAction, useWorkbench } from '@/components/workbench/workbench-context'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'
import { indexSchema, itemKey, type PaletteItem, paletteGroups } from './palette-items'

interface PaletteProps {
  open: boolean
  onOpenChange(open: boolean): void
}

/** Everything by name or by what is said of it: what can be done, and where everything is. */
export function Palette({ open, onOpenChange }: PaletteProps) {
  const returnFocus = useReturnFocus(open)
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        placement="top"
        hideClose
        className="overflow-hidden"
        onCloseAutoFocus={returnFocus}
      >
        <DialogTitle className="sr-only">Search</DialogTitle>
        <DialogDescription className="sr-only">
          Find a command by its name, and a block or a field by whatever the schema says of it.
        </DialogDescription>
        <PaletteList onClose={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  )
}

const selectBlocks = (state: FacetState) => state.document.graph.blocks

function PaletteList({ onClose }: { onClose(): void }) {
  const store = useFacetStore()
  const { app } = useWorkbench()
  const blocks = useFacet(selectBlocks)
  const schema = useMemo(() => indexSchema(blocks), [blocks])
  const [query, setQuery] = useState('')
  const search = useDeferredValue(query)
  const groups = useMemo(
    () => paletteGroups(schema, store.getState(), search),
    [schema, store, search],
  )
  // The best match is the one that Enter takes, until the arrow keys choose another.
  const first = groups[0]?.items[0]
  const best = first ? itemKey(first) : ''
  const [highlight, setHighlight] = useState({ search: '', key: '' })
  const active = highlight.search === search && highlight.key !== '' ? highlight.key : best

  const choose = (item: PaletteItem) => {
    onClose()
    if (item.kind === 'action') {
      runAction(item.action, app)
      return
    }
    const { actions } = store.getState()
    const blockIds = [item.block.id]
    actions.select({ blockIds, memberId: item.kind === 'member' ? item.memberId : null })
    actions.show({ view: 'diagram', blockIds })
  }

  // Whoever types fast presses Enter before the list has caught up, and means what they typed.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    const found = search === query ? groups : paletteGroups(schema, store.getState(), query)
    const items = found.flatMap((group) => group.items)
    const isHighlighted = (item: PaletteItem) =>
      highlight.search === query && itemKey(item) === highlight.key
    const item = items.find(isHighlighted) ?? items[0]
    if (item) choose(item)
  }

  return (
    <Command
      label="Search"
      onKeyDown={onKeyDown}
      shouldFilter={false}
      value={active}
      onValueChange={(key) => setHighlight({ search, key })}
      loop
      className="[&_[data-slot=command-input]]:h-11"
    >
      <CommandInput
        value={query}
        onValueChange={setQuery}
        placeholder="Search commands, names, types, @attributes, tables…"
      />
      <CommandList label="Results" className="h-[min(26rem,60dvh)]">
        <CommandEmpty>
          Nothing is called or says that. Try a name, a type such as Role, @unique, or a table name.
        </CommandEmpty>
        {groups.map(({ heading, items }) => (
          <CommandGroup key={heading} heading={heading}>
            {items.map((item) => (
              <PaletteRow key={itemKey(item)} item={item} onChoose={() => choose(item)} />
            ))}
          </CommandGroup>
        ))}
      </CommandList>
      <CommandFooter>
        <span className="flex items-center gap-1.5">
          <Kbd shortcut="arrowup" />
          <Kbd shortcut="arrowdown" /> choose
        </span>
        <span className="flex items-center gap-1.5">
          <Kbd shortcut="enter" /> run or go there
        </span>
      </CommandFooter>
    </Command>
  )
}

function PaletteRow({ item, onChoose }: { item: PaletteItem; onChoose(): void }) {
  if (item.kind === 'action') {
    return (
      <CommandItem
        value={itemKey(item)}
        icon={<ChevronRight />}
        shortcut={item.action.shortcut}
        onSelect={onChoose}
      >
        {item.action.title}
      </CommandItem>
    )
  }
  const { block } = item
  return (
    <CommandItem
      value={itemKey(item)}
      icon={
        <span className="flex">
          <KindIcon kind={block.kind} />
        </span>
      }
      hint={item.reason ?? (item.kind === 'member' ? item.type : block.kind)}
      onSelect={onChoose}
      className="font-mono"
    >
      {item.kind === 'member' ? (
        <>
          <span className="text-faint">{block.name}.</span>
          {item.name}
        </>
      ) : (
        block.name
      )}
    </CommandItem>
  )
}
