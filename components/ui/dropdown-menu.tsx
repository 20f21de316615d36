'use client'

import { Check, ChevronRight, Circle } from 'lucide-react'
import * as DropdownMenuPrimitive from 'radix-ui/dropdown-menu'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import {
  MenuItemBody,
  type MenuItemExtras,
  menuContentClass,
  menuIndicatorClass,
  menuItemVariants,
  menuLabelClass,
  menuSeparatorClass,
} from './menu-item'
import { ariaKeyShortcuts } from './shortcut'
import { usePlatform } from './use-platform'

export const DropdownMenuTrigger = DropdownMenuPrimitive.Trigger
export const DropdownMenuGroup = DropdownMenuPrimitive.Group
export const DropdownMenuSub = DropdownMenuPrimitive.Sub
export const DropdownMenuRadioGroup = DropdownMenuPrimitive.RadioGroup

/**
 * Not modal, so that one press elsewhere both closes the menu and does what it says, and the page
 * behind stays readable for assistive technology.
 */
export function DropdownMenu(props: ComponentProps<typeof DropdownMenuPrimitive.Root>) {
  return <DropdownMenuPrimitive.Root modal={false} {...props} />
}

export function DropdownMenuContent({
  className,
  ...props
}: ComponentProps<typeof DropdownMenuPrimitive.Content>) {
  return (
    <DropdownMenuPrimitive.Portal>
      <DropdownMenuPrimitive.Content
        data-slot="dropdown-menu"
        sideOffset={4}
        align="start"
        collisionPadding={8}
        className={cn(menuContentClass, className)}
        {...props}
      />
    </DropdownMenuPrimitive.Portal>
  )
}

interface DropdownMenuItemProps
  extends ComponentProps<typeof DropdownMenuPrimitive.Item>,
    MenuItemExtras {
  tone?: 'normal' | 'danger'
}

export function DropdownMenuItem({
  icon,
  shortcut,
  tone,
  className,
  children,
  ...props
}: DropdownMenuItemProps) {
  const platform = usePlatform()
  return (
    <DropdownMenuPrimitive.Item
      data-slot="dropdown-menu-item"
      className={cn(menuItemVariants({ tone }), className)}
      aria-keyshortcuts={shortcut ? ariaKeyShortcuts(shortcut, platform) : undefined}
      {...props}
    >
      <MenuItemBody icon={icon} shortcut={shortcut}>
        {children}
      </MenuItemBody>
    </DropdownMenuPrimitive.Item>
  )
}

export function DropdownMenuCheckboxItem({
  icon,
  shortcut,
  className,
  children,
  ...props
}: ComponentProps<typeof DropdownMenuPrimitive.CheckboxItem> & MenuItemExtras) {
  const platform = usePlatform()
  return (
    <DropdownMenuPrimitive.CheckboxItem
      data-slot="dropdown-menu-checkbox-item"
      className={cn(menuItemVariants({ checkable: true }), className)}
      aria-keyshortcuts={shortcut ? ariaKeyShortcuts(shortcut, platform) : undefined}
      {...props}
    >
      <span className={menuIndicatorClass}>
        <DropdownMenuPrimitive.ItemIndicator>
          <Check />
        </DropdownMenuPrimitive.ItemIndicator>
      </span>
      <MenuItemBody icon={icon} shortcut={shortcut}>
        {children}
      </MenuItemBody>
    </DropdownMenuPrimitive.CheckboxItem>
  )
}

export function DropdownMenuRadioItem({
  icon,
  className,
  children,
  ...props
}: ComponentProps<typeof DropdownMenuPrimitive.RadioItem> & Pick<MenuItemExtras, 'icon'>) {
  return (
    <DropdownMenuPrimitive.RadioItem
      data-slot="dropdown-menu-radio-item"
      className={cn(menuItemVariants({ checkable: true }), className)}
      {...props}
    >
      <span className={menuIndicatorClass}>
        <DropdownMenuPrimitive.ItemIndicator>
          <Circle className="size-2 fill-current" />
        </DropdownMenuPrimitive.ItemIndicator>
      </span>
      <MenuItemBody icon={icon}>{children}</MenuItemBody>
    </DropdownMenuPrimitive.RadioItem>
  )
}

/** The item that opens a submenu. */
export function DropdownMenuSubTrigger({
  icon,
  className,
  children,
  ...props
}: ComponentProps<typeof DropdownMenuPrimitive.SubTrigger> & { icon?: ReactNode }) {
  return (
    <DropdownMenuPrimitive.SubTrigger
      data-slot="dropdown-menu-sub-trigger"
      className={cn(menuItemVariants(), 'pr-1', className)}
      {...props}
    >
      <MenuItemBody icon={icon}>{children}</MenuItemBody>
      <ChevronRight />
    </DropdownMenuPrimitive.SubTrigger>
  )
}

export function DropdownMenuSubContent({
  className,
  ...props
}: ComponentProps<typeof DropdownMenuPrimitive.SubContent>) {
  return (
    <DropdownMenuPrimitive.Portal>
      <DropdownMenuPrimitive.SubContent
        data-slot="dropdown-menu-sub"
        sideOffset={2}
        alignOffset={-5}
        collisionPadding={8}
        className={cn(menuContentClass, className)}
        {...props}
      />
    </DropdownMenuPrimitive.Portal>
  )
}

export function DropdownMenuLabel({
  className,
  ...props
}: ComponentProps<typeof DropdownMenuPrimitive.Label>) {
  return <DropdownMenuPrimitive.Label className={cn(menuLabelClass, className)} {...props} />
}

export function DropdownMenuSeparator({
  className,
  ...props
}: ComponentProps<typeof DropdownMenuPrimitive.Separator>) {
  return (
    <DropdownMenuPrimitive.Separator className={cn(menuSeparatorClass, className)} {...props} />
  )
}
