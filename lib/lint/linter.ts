/**
 * Runs the rules over a design, again after every change, and looks again only at blocks that are
 * another object than before, or of which a fact changed that a rule reads. It can be done in
 * pieces, for the first time over a large schema takes longer than a frame.
 */

import type { BlockNode, SyntaxFile } from '@/lib/psl/syntax'
import type { Block, BlockId, SchemaGraph } from '@/lib/schema/graph'
import { FactFinder, type LintFacts } from './facts'
import type { BlockFinding, Finding, Rule } from './rule'
import { RULES } from './rules'
import { ALL_ON, isSilent, type LintSwitches } from './switches'

/** The design as the linter sees it; a `CommandContext` is one. */
export interface LintContext {
  readonly graph: SchemaGraph
  readonly files: ReadonlyMap<string, SyntaxFile>
}

interface Kept {
  readonly block: Block
  /** Those under which the rules find the same; after a run that was left off, not all are alike. */
  facts: LintFacts
  /** For each rule, in its place. */
  readonly found: readonly (readonly BlockFinding[])[]
  /** What was reported, with the block's place in its file and the switches of the time. */
  reported: { start: number; switches: LintSwitches; findings: readonly Finding[] } | null
}

const NOTHING: readonly BlockFinding[] = []

export class Linter {
  private readonly factFinder = new FactFinder()
  private kept = new Map<BlockId, Kept>()

  constructor(private readonly rules: readonly Rule[] = RULES) {}

  /** What the rules find, in the order of the text. Nothing is said of blocks that are broken. */
  run(ctx: LintContext, switches: LintSwitches = ALL_ON): Finding[] {
    const pieces = this.inPieces(ctx, switches)
    for (;;) {
      const { done, value } = pieces.next()
      if (done) return value
    }
  }

  /**
   * As `run`, but yields between pieces of work that take a fraction of a millisecond each. It may
   * be left off for another run at any of them: what it has looked at by then is not lost.
   */
  *inPieces(ctx: LintContext, switches: LintSwitches = ALL_ON): Generator<undefined, Finding[]> {
    const facts = yield* this.factFinder.find(ctx.graph)
    const kept = new Map<BlockId, Kept>()
    const findings: Finding[] = []
    const starts = new BlockStarts(ctx.files)
    for (const block of ctx.graph.blocks) {
      const checked = this.checkBlock(block, facts)
      kept.set(block.id, checked)
      this.kept.set(block.id, checked)
      yield
      if (checked.found.every((found) => found.length === 0)) continue
      for (const finding of this.report(checked, switches, starts.of(block))) findings.push(finding)
    }
    // Without the blocks that are gone.
    this.kept = kept
    return findings
  }

  private checkBlock(block: Block, facts: LintFacts): Kept {
    const before = this.kept.get(block.id)
    const old = before?.block === block ? before : null
    const hasSameFacts = facts.shared === old?.facts.shared
    let isSame = old !== null
    const found: (readonly BlockFinding[])[] = []
    for (let index = 0; index < this.rules.length; index++) {
      const rule = this.rules[index] as Rule
      const isKnown =
        old !== null &&
        ((hasSameFacts && !rule.readsOtherBlocks) || rule.isSame(block, old.facts, facts))
      const known = isKnown ? old.found[index] : null
      if (known) {
        found.push(known)
      } else {
        isSame = false
        found.push(block.isBroken ? NOTHING : rule.check(block, facts))
      }
    }
    if (!isSame || !old) return { block, facts, found, reported: null }
    old.facts = facts
    return old
  }

  private report(kept: Kept, switches: LintSwitches, start: number): readonly Finding[] {
    const { block, reported } = kept
    if (reported?.start === start && reported.switches === switches) return reported.findings
    const findings: Finding[] = []
    for (const [index, rule] of this.rules.entries()) {
      for (const { memberId, range, message, fixes } of kept.found[index] ?? NOTHING) {
        if (isSilent(switches, rule.id, block.id, memberId)) continue
        findings.push({
          rule: rule.id,
          severity: 'hint',
          blockId: block.id,
          memberId,
          path: block.path,
          from: start + range.from,
          to: start + range.to,
          message,
          fixes,
        })
      }
    }
    findings.sort((a, b) => a.from - b.from || a.to - b.to)
    kept.reported = { start, switches, findings }
    return findings
  }
}

/** Where blocks start in their files; a file is gone through once, and only when asked for. */
class BlockStarts {
  private readonly byPath = new Map<string, ReadonlyMap<BlockNode, number>>()

  constructor(private readonly files: ReadonlyMap<string, SyntaxFile>) {}

  of({ path, syntax, name }: Block): number {
    let starts = this.byPath.get(path)
    if (!starts) {
      starts = this.startsIn(path)
      this.byPath.set(path, starts)
    }
    const start = starts.get(syntax)
    if (start === undefined) throw new Error(`Block ${name} does not stand in ${path}`)
    return start
  }

  private startsIn(path: string): ReadonlyMap<BlockNode, number> {
    const starts = new Map<BlockNode, number>()
    const file = this.files.get(path)
    for (const [index, item] of file?.items.entries() ?? []) {
      if (item.kind === 'block') starts.set(item, file?.starts[index] as number)
    }
    return starts
  }
}
