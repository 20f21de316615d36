'use client'

import { SunMoon } from 'lucide-react'
import { MENUS } from '@/components/menus/menu-chunk'
import { Button } from '@/components/ui/button'
import { LateDropdownMenu } from '@/components/ui/late-menu'

/** Light, dark, or as the system is. */
export function ThemeMenu({ className }: { className?: string }) {
  return (
    <LateDropdownMenu
      late={MENUS}
      render={({ ThemeMenuItems }, trigger) => <ThemeMenuItems trigger={trigger} />}
    >
      <Button variant="ghost" size="icon" aria-label="Theme" title="Theme" className={className}>
        <SunMoon />
      </Button>
    </LateDropdownMenu>
  )
}
