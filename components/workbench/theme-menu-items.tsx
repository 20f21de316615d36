'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import type { ReactElement } from 'react'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { type ThemeChoice, useTheme } from '@/components/ui/theme-provider'

export function ThemeMenuItems({ trigger }: { trigger: ReactElement }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="min-w-36">
        <ThemeItems />
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

/** The three choices, for a menu. */
export function ThemeItems() {
  const { choice, setChoice } = useTheme()
  return (
    <DropdownMenuRadioGroup
      value={choice}
      onValueChange={(value) => setChoice(value as ThemeChoice)}
    >
      <DropdownMenuRadioItem value="system" icon={<Monitor />}>
        System
      </DropdownMenuRadioItem>
      <DropdownMenuRadioItem value="light" icon={<Sun />}>
        Light
      </DropdownMenuRadioItem>
      <DropdownMenuRadioItem value="dark" icon={<Moon />}>
        Dark
      </DropdownMenuRadioItem>
    </DropdownMenuRadioGroup>
  )
}
