import { cn } from './cn'

/** The facets of the mark from the lit corner to the far one, as tints and shades of the accent. */
const FACETS = [
  { path: 'M9 1h14l-3 8h-8z', tone: 'white 48%' },
  { path: 'M1 9l8-8 3 8-3 3z', tone: 'white 28%' },
  { path: 'M23 1l8 8-8 3-3-3zM1 9l8 3v8l-8 3z', tone: 'white 12%' },
  { path: 'M1 23l8-3 3 3-3 8z', tone: 'black 4%' },
  { path: 'M31 9v14l-8-3v-8zM12 23h8l3 8H9z', tone: 'black 16%' },
  { path: 'M31 23l-8 8-3-8 3-3z', tone: 'black 30%' },
  { path: 'M12 9h8l3 3v8l-3 3h-8l-3-3v-8z', tone: 'white 88%' },
]

/** The mark: an emerald cut from above. Jewellers call its flat top the table. */
export function FacetMark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      aria-hidden="true"
      data-slot="facet-mark"
      className={cn('size-5 shrink-0 text-accent', className)}
    >
      {FACETS.map(({ path, tone }) => (
        <path key={path} d={path} style={{ fill: `color-mix(in oklab, currentColor, ${tone})` }} />
      ))}
    </svg>
  )
}
