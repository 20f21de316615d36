'use client'

import { hearAccepted, switchRule } from '@/components/fixes/hint-actions'
import { Button } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { RULES } from '@/lib/lint/rules'
import { useFacet, useFacetStore } from '@/lib/store/provider'
import type { FacetState } from '@/lib/store/state'

const selectLint = (state: FacetState) => state.document.lint

/** All rules, each to be switched off and on; the menu stays open for several. */
export function RulesMenu() {
  const store = useFacetStore()
  const { off, accepted } = useFacet(selectLint)
  const offCount = RULES.filter(({ id }) => off.has(id)).length
  const acceptedCount = [...accepted.values()].reduce((sum, ids) => sum + ids.size, 0)
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button size="sm" variant="ghost" className="h-7 shrink-0 px-2 text-muted">
          {offCount > 0 ? `Rules (${offCount} off)` : 'Rules'}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" aria-label="Rules" className="max-w-100">
        <DropdownMenuLabel>Rules that give hints</DropdownMenuLabel>
        {RULES.map(({ id, title }) => (
          <DropdownMenuCheckboxItem
            key={id}
            checked={!off.has(id)}
            onCheckedChange={(isOn) => switchRule(store, id, isOn)}
            onSelect={(event) => event.preventDefault()}
          >
            {title}
          </DropdownMenuCheckboxItem>
        ))}
        {acceptedCount > 0 ? (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem onSelect={() => hearAccepted(store)}>
              {acceptedCount === 1
                ? 'Show the accepted hint again'
                : `Show ${acceptedCount} accepted hints again`}
            </DropdownMenuItem>
          </>
        ) : null}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
