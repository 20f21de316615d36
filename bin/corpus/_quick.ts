import { findSchemas } from '@/bin/corpus/find-schemas'
import { checkSchema } from '@/bin/corpus/check-schema'
const dir = process.argv[2]!
const only = process.argv[3]
const v: Record<string, number> = {}
let failed = 0, n = 0
const counts: Record<string, number> = {}
for (const s of findSchemas(dir)) {
  if (only && !s.label.includes(only)) continue
  const t = performance.now()
  const r = checkSchema(s, { seed: 1, rounds: 20 })
  n++
  v[String(r.version)] = (v[String(r.version)] ?? 0) + 1
  const ms = performance.now() - t
  if (ms > 3000) console.log('slow', s.label, ms | 0)
  if (r.failures.length) failed++
  for (const f of r.failures) { counts[f.check] = (counts[f.check] ?? 0) + 1; console.log(s.label.slice(dir.length), f.check, f.reason.slice(0, 500)) }
}
console.log(v, counts, n - failed, failed)
