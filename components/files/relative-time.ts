const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, ms: number])[] = [
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
]

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const date = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' })

/** When something was, as one would say it: "just now", "2 hours ago", "3 Mar 2026". */
export function relativeTime(then: number, now: number): string {
  const age = now - then
  if (age < 60_000) return 'just now'
  if (age >= 7 * 86_400_000) return date.format(then)
  const [unit, length] = STEPS.findLast(([, ms]) => age >= ms) ?? ['minute', 60_000]
  return relative.format(-Math.floor(age / length), unit)
}
