'use client'

import { Check, Plus } from 'lucide-react'
import { type ReactNode, type RefObject, useMemo, useState } from 'react'
import {
  Command,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
} from './command'
import { type Rankable, rankOptions } from './rank'

export interface ComboboxOption extends Rankable {
  /** Unique among the options. */
  value: string
  icon?: ReactNode
  /** A few quiet words on the right. */
  hint?: string
  /** Options of one group stand together under its name. */
  group?: string
  disabled?: boolean
}

export interface ComboboxListProps {
  /** The accessible name of the list of options. */
  label: string
  options: readonly ComboboxOption[]
  /** The option now chosen; it carries the check mark. */
  value: string | undefined
  onSelect(value: string): void
  search: string
  onSearchChange(search: string): void
  searchPlaceholder?: string
  emptyText?: string
  /** Where given, what was typed can be chosen as it is; this is the offer: `Use type “Foo”`. */
  offerTyped?(search: string): string
  /** For names and types of the schema. */
  monospace?: boolean
  inputRef?: RefObject<HTMLInputElement | null>
}

/** How many options are drawn at once; the rest are counted, and found by typing. */
const SHOWN = 60

/** The inside of a `Combobox`: a search box over ranked options. Also for popovers of one's own. */
export function ComboboxList({
  label,
  options,
  value,
  onSelect,
  search,
  onSearchChange,
  searchPlaceholder = 'Search…',
  emptyText = 'Nothing matches.',
  offerTyped,
  monospace = false,
  inputRef,
}: ComboboxListProps) {
  const ranked = useMemo(() => rankOptions(options, search), [options, search])
  const shown = ranked.slice(0, SHOWN)
  const typed = search.trim()
  const canUseTyped =
    offerTyped !== undefined &&
    typed !== '' &&
    !options.some((option) => option.value === typed || option.label === typed)

  // Each change of the search makes the best match the one that Enter takes, until the arrow keys
  // or the pointer choose another. At first it is the option already chosen.
  const [highlight, setHighlight] = useState({ search: '', value: value ?? '' })
  const best = ranked[0]?.value ?? typed
  const active = highlight.search === search ? highlight.value : best

  return (
    <Command
      label="Filter"
      shouldFilter={false}
      value={active}
      onValueChange={(next) => setHighlight({ search, value: next })}
      loop
    >
      <CommandInput
        ref={inputRef}
        value={search}
        onValueChange={onSearchChange}
        placeholder={searchPlaceholder}
        className={monospace ? 'font-mono' : undefined}
      />
      <CommandList label={label} className="max-h-72">
        {canUseTyped ? null : <CommandEmpty>{emptyText}</CommandEmpty>}
        {byGroup(shown).map(([group, members]) => (
          <CommandGroup key={group} heading={group || undefined}>
            {members.map((option) => (
              <CommandItem
                key={option.value}
                value={option.value}
                disabled={option.disabled}
                icon={option.icon}
                hint={option.hint}
                onSelect={() => onSelect(option.value)}
                className={monospace ? 'font-mono' : undefined}
              >
                <span className="flex items-center gap-2">
                  <span className="truncate">{option.label}</span>
                  {option.value === value ? <Check className="ml-auto text-accent" /> : null}
                </span>
              </CommandItem>
            ))}
          </CommandGroup>
        ))}
        {canUseTyped ? (
          <CommandItem value={typed} icon={<Plus />} onSelect={() => onSelect(typed)}>
            {offerTyped(typed)}
          </CommandItem>
        ) : null}
      </CommandList>
      {ranked.length > SHOWN ? (
        <p className="shrink-0 border-t px-3 py-1.5 text-sm text-faint">
          {ranked.length - SHOWN} more: type to narrow them down
        </p>
      ) : null}
    </Command>
  )
}

/** Groups in the order in which their first options come, so that the best match stays on top. */
function byGroup(options: readonly ComboboxOption[]): [string, ComboboxOption[]][] {
  const groups = new Map<string, ComboboxOption[]>()
  for (const option of options) {
    const members = groups.get(option.group ?? '')
    if (members) members.push(option)
    else groups.set(option.group ?? '', [option])
  }
  return [...groups]
}
