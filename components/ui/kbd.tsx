'use client'

import type { ComponentProps } from 'react'
import { cn } from './cn'
import { shortcutKeys } from './shortcut'
import { usePlatform } from './use-platform'

interface KbdProps extends Omit<ComponentProps<'kbd'>, 'children'> {
  /** Written as `mod+shift+z`, where `mod` is ⌘ on Apple platforms and Ctrl elsewhere. */
  shortcut: string
  /** `caps` draws each key in its box; `plain` is for menus, where boxes would shout. */
  variant?: 'caps' | 'plain'
}

/** A keyboard shortcut in the platform's own signs. */
export function Kbd({ shortcut, variant = 'caps', className, ...props }: KbdProps) {
  const platform = usePlatform()
  const keys = shortcutKeys(shortcut, platform)
  if (variant === 'plain') {
    return (
      <kbd
        data-slot="kbd"
        className={cn('font-sans text-sm whitespace-nowrap text-faint', className)}
        {...props}
      >
        {keys.join(platform === 'apple' ? '' : '+')}
      </kbd>
    )
  }
  return (
    <kbd
      data-slot="kbd"
      className={cn('inline-flex gap-0.5 font-sans text-xs text-muted', className)}
      {...props}
    >
      {keys.map((key) => (
        <span
          key={key}
          className="inline-flex h-[1.125rem] min-w-[1.125rem] items-center justify-center rounded-sm border bg-sunken px-1"
        >
          {key}
        </span>
      ))}
    </kbd>
  )
}
