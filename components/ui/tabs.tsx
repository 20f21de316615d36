'use client'

import * as TabsPrimitive from 'radix-ui/tabs'
import type { ComponentProps } from 'react'
import { cn } from './cn'

export function Tabs({ className, ...props }: ComponentProps<typeof TabsPrimitive.Root>) {
  return (
    <TabsPrimitive.Root
      data-slot="tabs"
      className={cn('flex min-h-0 flex-col', className)}
      {...props}
    />
  )
}

interface TabsListProps extends ComponentProps<typeof TabsPrimitive.List> {
  /** `line` heads a pane; `segmented` is a small choice inside one. */
  variant?: 'line' | 'segmented'
}

export function TabsList({ variant = 'line', className, ...props }: TabsListProps) {
  return (
    <TabsPrimitive.List
      data-slot="tabs-list"
      data-variant={variant}
      className={cn(
        'group/tabs flex shrink-0 items-stretch',
        variant === 'line' && 'h-9 gap-4 border-b px-3',
        variant === 'segmented' && 'h-7.5 w-fit gap-0.5 rounded-md bg-sunken p-0.5',
        className,
      )}
      {...props}
    />
  )
}

export function TabsTrigger({ className, ...props }: ComponentProps<typeof TabsPrimitive.Trigger>) {
  return (
    <TabsPrimitive.Trigger
      data-slot="tabs-trigger"
      className={cn(
        'relative inline-flex select-none items-center gap-1.5 font-medium whitespace-nowrap text-muted transition-colors',
        'rounded-sm hover:text-fg focus-visible:outline-offset-0 disabled:opacity-45 data-[state=active]:text-fg',
        // The line of the chosen tab covers the hairline under the list.
        'group-data-[variant=line]/tabs:after:absolute group-data-[variant=line]/tabs:after:inset-x-0 group-data-[variant=line]/tabs:after:-bottom-px group-data-[variant=line]/tabs:after:h-0.5',
        'group-data-[variant=line]/tabs:data-[state=active]:after:bg-accent',
        'group-data-[variant=segmented]/tabs:px-2.5 group-data-[variant=segmented]/tabs:text-sm',
        'group-data-[variant=segmented]/tabs:data-[state=active]:bg-raised group-data-[variant=segmented]/tabs:data-[state=active]:shadow-control',
        className,
      )}
      {...props}
    />
  )
}

export function TabsContent({ className, ...props }: ComponentProps<typeof TabsPrimitive.Content>) {
  return (
    <TabsPrimitive.Content
      data-slot="tabs-content"
      className={cn('min-h-0 flex-1 focus-visible:-outline-offset-2', className)}
      {...props}
    />
  )
}
