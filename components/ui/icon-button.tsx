'use client'

import type { ReactNode } from 'react'
import { Button, type ButtonProps } from './button'
import { cn } from './cn'
import { ariaKeyShortcuts } from './shortcut'
import { Tooltip } from './tooltip'
import { usePlatform } from './use-platform'

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'asChild' | 'aria-label'> {
  /** The accessible name, and the text of the tooltip. */
  label: string
  /** Shown in the tooltip and told to assistive technology, as `mod+z`. */
  shortcut?: string
  /** For a button that stays down; absent for one that merely acts. */
  pressed?: boolean
  side?: 'top' | 'right' | 'bottom' | 'left'
  children: ReactNode
}

/**
 * A button with an icon for a face. When disabled it keeps its focus and its tooltip: an Undo with
 * nothing left to undo must not throw a keyboard's focus out of the toolbar.
 */
export function IconButton({
  label,
  shortcut,
  pressed,
  side,
  size = 'icon',
  variant = 'ghost',
  disabled,
  className,
  'aria-describedby': description,
  children,
  ...props
}: IconButtonProps) {
  const platform = usePlatform()
  return (
    <Tooltip content={label} shortcut={shortcut} side={side}>
      <ButtonWithoutTooltipText
        size={size}
        variant={variant}
        className={cn(size === 'sm' && 'size-6.5 p-0', className)}
        {...props}
        description={description}
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={disabled || undefined}
        aria-keyshortcuts={shortcut ? ariaKeyShortcuts(shortcut, platform) : undefined}
      >
        {children}
      </ButtonWithoutTooltipText>
    </Tooltip>
  )
}

/** The tooltip offers itself as the description, but it only repeats the name; drop it. */
function ButtonWithoutTooltipText({
  description,
  'aria-describedby': _tooltipId,
  ...props
}: ButtonProps & { description: string | undefined }) {
  return <Button {...props} aria-describedby={description} />
}
