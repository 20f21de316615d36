import { findSchemas } from '@/bin/corpus/find-schemas'
import { createRandom } from '@/bin/corpus/random'
import { createDocument, applyStep } from '@/lib/document/document'
import { findDrift } from './document-faults'
import { randomEdits } from './random-edits'
import { pick } from './random'
import { parse, reparse } from '@/lib/psl/parse'
import { findTreeDifference, findTreeFault } from '@/lib/psl/invariants'
import { applyChanges, changeSet, isEmptyChange, type TextEdit } from '@/lib/text/change-set'
const [dir, only] = process.argv.slice(2)
type Case = { text: string; edits: TextEdit[] }
function fails({ text, edits }: Case) {
  try {
    const c = changeSet(text.length, edits)
    const after = applyChanges(text, c)
    const f = findTreeFault(parse(text)) ?? findTreeFault(parse(after))
    const r = reparse(parse(text), c, after)
    return f ?? findTreeDifference(r, parse(after))
  } catch (e) { return 'threw ' + e }
}
function shrink(c: Case): Case {
  let best = c
  for (let progress = true; progress; ) {
    progress = false
    // drop edits
    for (let i = 0; i < best.edits.length && best.edits.length > 1; i++) {
      const n = { text: best.text, edits: best.edits.filter((_, j) => j !== i) }
      if (fails(n)) { best = n; progress = true; i-- }
    }
    for (let i = 0; i < best.edits.length; i++) for (let len = best.edits[i]!.insert.length; len > 0; len = len >> 1) for (let at = 0; at + len <= best.edits[i]!.insert.length; at++) {
      const e = best.edits[i]!
      const n = { text: best.text, edits: best.edits.map((x, j) => j === i ? { ...x, insert: e.insert.slice(0, at) + e.insert.slice(at + len) } : x) }
      if (fails(n)) { best = n; progress = true }
    }
    for (let len = best.text.length >> 1; len > 0; len = len >> 1) for (let at = 0; at + len <= best.text.length; ) {
      const t = best.text.slice(0, at) + best.text.slice(at + len)
      const map = (p: number) => (p <= at ? p : p >= at + len ? p - len : at)
      const n = { text: t, edits: best.edits.map((e) => ({ from: map(e.from), to: map(e.to), insert: e.insert })) }
      if (fails(n)) { best = n; progress = true } else at += Math.max(1, len >> 1)
    }
  }
  return best
}
const found = new Set<string>()
for (const s of findSchemas(dir!)) {
  if (only && !s.label.includes(only)) continue
  for (const f of s.files) {
    const base = Buffer.from(f.bytes).toString('utf8').replace(/\r\n?/g, '\n')
    if (base.length > 20000) continue
    for (let seed = 0; seed < 200; seed++) {
      const random = createRandom(seed, s.label, f.path)
      let text = base
      for (let i = 0; i < 25; i++) {
        const c = randomEdits(random, text)
        const k = { text, edits: [...c.edits] }
        if (c.edits.length && fails(k)) {
          const m = shrink(k)
          const key = JSON.stringify(m)
          if (!found.has(key)) { found.add(key); console.log(s.label, key, '\n   ', String(fails(m)).slice(0, 300)) }
          break
        }
        text = applyChanges(text, c)
      }
      if (found.size > 12) process.exit()
    }
  }
}
