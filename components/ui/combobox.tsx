'use client'

import { ChevronsUpDown } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { cn } from './cn'
import { ComboboxList, type ComboboxListProps } from './combobox-list'
import { controlClass } from './control'
import { Popover, PopoverContent, PopoverTrigger } from './popover'

interface ComboboxProps
  extends Omit<ComboboxListProps, 'onSelect' | 'search' | 'onSearchChange' | 'inputRef'> {
  onValueChange(value: string): void
  /** Shown while nothing is chosen. */
  placeholder?: string
  disabled?: boolean
  autoFocus?: boolean
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  className?: string
}

/**
 * A choice among many things, found by typing. `label` is its accessible name. Typing on the closed
 * control opens it with what was typed; the arrow keys open it too.
 */
export function Combobox({
  label,
  options,
  value,
  onValueChange,
  placeholder = 'Choose…',
  monospace,
  disabled,
  autoFocus,
  id,
  className,
  'aria-describedby': describedBy,
  'aria-invalid': invalid,
  ...list
}: ComboboxProps) {
  const [open, setOpen] = useState(false)
  const [search, setSearch] = useState('')
  const inputRef = useRef<HTMLInputElement>(null)
  const controlRef = useRef<HTMLButtonElement>(null)
  const chosen = options.find((option) => option.value === value)
  const shown = chosen?.label ?? value

  const changeOpen = (next: boolean) => {
    if (next) setSearch('')
    setOpen(next)
  }

  const openByKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const arrow = event.key === 'ArrowDown' || event.key === 'ArrowUp'
    const types = event.key.length === 1 && event.key !== ' '
    if (!arrow && !types) return
    if (arrow) event.preventDefault()
    // Opened and focused before this key takes effect, so that its letter goes to the search box.
    flushSync(() => changeOpen(true))
    inputRef.current?.focus()
  }

  return (
    <Popover open={open} onOpenChange={changeOpen}>
      <PopoverTrigger asChild>
        <button
          ref={controlRef}
          type="button"
          role="combobox"
          aria-expanded={open}
          aria-label={label}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          id={id}
          disabled={disabled}
          // biome-ignore lint/a11y/noAutofocus: Asked for where the control takes another's place.
          autoFocus={autoFocus}
          data-slot="combobox"
          className={cn(
            controlClass,
            'inline-flex items-center gap-2 pr-1.5 text-left',
            monospace && 'font-mono',
            className,
          )}
          onKeyDown={openByKey}
        >
          {chosen?.icon}
          <span className={cn('min-w-0 flex-1 truncate', !shown && 'text-faint')}>
            {shown || placeholder}
          </span>
          <ChevronsUpDown className="size-3.5 text-faint" />
        </button>
      </PopoverTrigger>
      <PopoverContent
        aria-label={`${label} options`}
        className="w-auto max-w-[min(24rem,calc(100vw-1rem))] min-w-[max(12rem,var(--radix-popover-trigger-width))] overflow-hidden p-0"
        sideOffset={4}
        onOpenAutoFocus={(event) => {
          // By default the text would be selected, and the second letter would replace the first.
          event.preventDefault()
          inputRef.current?.focus()
        }}
      >
        <ComboboxList
          {...list}
          label={label}
          options={options}
          value={value}
          monospace={monospace}
          search={search}
          onSearchChange={setSearch}
          inputRef={inputRef}
          onSelect={(next) => {
            setOpen(false)
            // At once and not when the list has vanished, so that the next key, however quick, goes
            // to where the person is by then.
            controlRef.current?.focus()
            onValueChange(next)
          }}
        />
      </PopoverContent>
    </Popover>
  )
}
