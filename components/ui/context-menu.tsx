'use client'

import { Check, ChevronRight, Circle } from 'lucide-react'
import * as ContextMenuPrimitive from 'radix-ui/context-menu'
import type { ComponentProps } from 'react'
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

export const ContextMenuTrigger = ContextMenuPrimitive.Trigger
export const ContextMenuGroup = ContextMenuPrimitive.Group
export const ContextMenuSub = ContextMenuPrimitive.Sub
export const ContextMenuRadioGroup = ContextMenuPrimitive.RadioGroup

/**
 * Not modal, so that one press elsewhere both closes the menu and does what it says, and the page
 * behind stays readable for assistive technology.
 */
export function ContextMenu(props: ComponentProps<typeof ContextMenuPrimitive.Root>) {
  return <ContextMenuPrimitive.Root modal={false} {...props} />
}

export function ContextMenuContent({
  className,
  ...props
}: ComponentProps<typeof ContextMenuPrimitive.Content>) {
  return (
    <ContextMenuPrimitive.Portal>
      <ContextMenuPrimitive.Content
        data-slot="context-menu"
        collisionPadding={8}
        className={cn(menuContentClass, className)}
        {...props}
      />
    </ContextMenuPrimitive.Portal>
  )
}

interface ContextMenuItemProps
  extends ComponentProps<typeof ContextMenuPrimitive.Item>,
    MenuItemExtras {
  tone?: 'normal' | 'danger'
}

export function ContextMenuItem({
  icon,
  shortcut,
  tone,
  className,
  children,
  ...props
}: ContextMenuItemProps) {
  const platform = usePlatform()
  return (
    <ContextMenuPrimitive.Item
      data-slot="context-menu-item"
      className={cn(menuItemVariants({ tone }), className)}
      aria-keyshortcuts={shortcut ? ariaKeyShortcuts(shortcut, platform) : undefined}
      {...props}
    >
      <MenuItemBody icon={icon} shortcut={shortcut}>
        {children}
      </MenuItemBody>
    </ContextMenuPrimitive.Item>
  )
}

export function ContextMenuCheckboxItem({
  icon,
  shortcut,
  className,
  children,
  ...props
}: ComponentProps<typeof ContextMenuPrimitive.CheckboxItem> & MenuItemExtras) {
  const platform = usePlatform()
  return (
    <ContextMenuPrimitive.CheckboxItem
      data-slot="context-menu-checkbox-item"
      className={cn(menuItemVariants({ checkable: true }), className)}
      aria-keyshortcuts={shortcut ? ariaKeyShortcuts(shortcut, platform) : undefined}
      {...props}
    >
      <span className={menuIndicatorClass}>
        <ContextMenuPrimitive.ItemIndicator>
          <Check />
        </ContextMenuPrimitive.ItemIndicator>
      </span>
      <MenuItemBody icon={icon} shortcut={shortcut}>
        {children}
      </MenuItemBody>
    </ContextMenuPrimitive.CheckboxItem>
  )
}

export function ContextMenuRadioItem({
  icon,
  className,
  children,
  ...props
}: ComponentProps<typeof ContextMenuPrimitive.RadioItem> & Pick<MenuItemExtras, 'icon'>) {
  return (
    <ContextMenuPrimitive.RadioItem
      data-slot="context-menu-radio-item"
      className={cn(menuItemVariants({ checkable: true }), className)}
      {...props}
    >
      <span className={menuIndicatorClass}>
        <ContextMenuPrimitive.ItemIndicator>
          <Circle className="size-2 fill-current" />
        </ContextMenuPrimitive.ItemIndicator>
      </span>
      <MenuItemBody icon={icon}>{children}</MenuItemBody>
    </ContextMenuPrimitive.RadioItem>
  )
}

/** The item that opens a submenu. */
export function ContextMenuSubTrigger({
  icon,
  shortcut,
  className,
  children,
  ...props
}: ComponentProps<typeof ContextMenuPrimitive.SubTrigger> & MenuItemExtras) {
  const platform = usePlatform()
  return (
    <ContextMenuPrimitive.SubTrigger
      data-slot="context-menu-sub-trigger"
      className={cn(menuItemVariants(), 'pr-1', className)}
      aria-keyshortcuts={shortcut ? ariaKeyShortcuts(shortcut, platform) : undefined}
      {...props}
    >
      <MenuItemBody icon={icon} shortcut={shortcut}>
        {children}
      </MenuItemBody>
      <ChevronRight />
    </ContextMenuPrimitive.SubTrigger>
  )
}

export function ContextMenuSubContent({
  className,
  ...props
}: ComponentProps<typeof ContextMenuPrimitive.SubContent>) {
  return (
    <ContextMenuPrimitive.Portal>
      <ContextMenuPrimitive.SubContent
        data-slot="context-menu-sub"
        sideOffset={2}
        alignOffset={-5}
        collisionPadding={8}
        className={cn(menuContentClass, className)}
        {...props}
      />
    </ContextMenuPrimitive.Portal>
  )
}

export function ContextMenuLabel({
  className,
  ...props
}: ComponentProps<typeof ContextMenuPrimitive.Label>) {
  return <ContextMenuPrimitive.Label className={cn(menuLabelClass, className)} {...props} />
}

export function ContextMenuSeparator({
  className,
  ...props
}: ComponentProps<typeof ContextMenuPrimitive.Separator>) {
  return <ContextMenuPrimitive.Separator className={cn(menuSeparatorClass, className)} {...props} />
}
