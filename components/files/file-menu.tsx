'use client'

import { ChevronDown } from 'lucide-react'
import { MENUS } from '@/components/menus/menu-chunk'
import { Button } from '@/components/ui/button'
import { LateDropdownMenu } from '@/components/ui/late-menu'

/** Designs as wholes: new, open, keep, take away. */
export function FileMenu() {
  return (
    <LateDropdownMenu
      late={MENUS}
      render={({ FileMenuItems }, trigger) => <FileMenuItems trigger={trigger} />}
    >
      <Button variant="ghost" className="gap-1 px-2">
        File
        <ChevronDown className="size-3.5 max-[480px]:hidden" />
      </Button>
    </LateDropdownMenu>
  )
}
