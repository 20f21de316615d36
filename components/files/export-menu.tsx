'use client'

import { MENUS } from '@/components/menus/menu-chunk'
import { Button } from '@/components/ui/button'
import { LateDropdownMenu } from '@/components/ui/late-menu'

/** Ways to take the schema out of Facet. */
export function ExportMenu({ className }: { className?: string }) {
  return (
    <LateDropdownMenu
      late={MENUS}
      render={({ ExportMenuItems }, trigger) => <ExportMenuItems trigger={trigger} />}
    >
      <Button className={className}>Export</Button>
    </LateDropdownMenu>
  )
}
