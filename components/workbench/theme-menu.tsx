'use client'

import { Monitor, Moon, Sun, SunMoon } from 'lucide-react'
import { Button } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { type ThemeChoice, useTheme } from '@/components/ui/theme-provider'

/** Light, dark, or as the system is. */
export function ThemeMenu({ className }: { className?: string }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon" aria-label="Theme" title="Theme" className={className}>
          <SunMoon />
        </Button>
      </DropdownMenuTrigger>
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
