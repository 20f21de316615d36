/**
 * Syntax of earlier Prismas, as guides and old projects have it: what it was, what is written
 * instead, and where that can be done without loss, the edits.
 *
 * Sources: Prisma 1's "Datamodel" pages (v1 and v1.1); the release notes of Prisma 2 from
 * 2.0.0-beta.1 on; the engines of 6.19 and 7.10 for what is refused today.
 */

import { findAttribute, propertyNodes } from '@/lib/psl/access'
import type { BlockNode, SyntaxFile } from '@/lib/psl/syntax'
import { type Block, hasFields } from '@/lib/schema/graph'
import type { CommandContext } from './command'
import { fieldPlaces } from './lookup'
import { freshName } from './names'
import { nativeTypeNames } from './native-types'
import { headerLines } from './old-headers'
import { isPrisma1 } from './prisma-1-blocks'
import { rewriteField } from './prisma-1-fields'

export interface PlacedEdit {
  readonly path: string
  /** In UTF-16 code units of the file's text. */
  readonly from: number
  readonly to: number
  readonly insert: string
}

export interface OldSyntax {
  /** The block it stands in; `null` outside of blocks. */
  readonly blockId: string | null
  readonly path: string
  readonly from: number
  readonly to: number
  /** What it was, and what to write instead. */
  readonly message: string
  /** `null` where it takes a person to decide. */
  readonly edits: readonly PlacedEdit[] | null
}

/** Whether to look at what stands there; offsets are UTF-16 code units of the file's text. */
export type IsAsked = (path: string, from: number, to: number) => boolean

/** Everything old in the blocks and lines that are asked about, in the order of the text. */
export function oldSyntax(ctx: CommandContext, isAsked: IsAsked = () => true): OldSyntax[] {
  const found: OldSyntax[] = []
  const starts = startsOf(ctx.files)
  for (const [path, file] of ctx.files) found.push(...headerLines(ctx, path, file, isAsked))
  for (const block of ctx.graph.blocks) {
    const start = starts.get(block.syntax)
    if (start === undefined || !isAsked(block.path, start, start + block.syntax.text.length)) {
      continue
    }
    found.push(...new Reader(ctx, block, start).read())
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.from - b.from))
}

function startsOf(files: ReadonlyMap<string, SyntaxFile>): ReadonlyMap<BlockNode, number> {
  const starts = new Map<BlockNode, number>()
  for (const { items, starts: offsets } of files.values()) {
    for (const [index, item] of items.entries()) {
      if (item.kind === 'block') starts.set(item, offsets[index] as number)
    }
  }
  return starts
}

class Reader {
  private readonly found: OldSyntax[] = []

  constructor(
    private readonly ctx: CommandContext,
    private readonly block: Block,
    private readonly start: number,
  ) {}

  read(): readonly OldSyntax[] {
    const { kind } = this.block
    if (kind === 'datasource' || kind === 'generator') this.settings(kind)
    else if (hasFields(kind) && isPrisma1(this.block)) this.prisma1()
    else if (hasFields(kind)) this.fields()
    return this.found
  }

  private add(
    range: { readonly from: number; readonly to: number },
    message: string,
    edits: readonly { from: number; to: number; insert: string }[] | null,
  ): void {
    const { block, start } = this
    const { path } = block
    this.found.push({
      blockId: block.id,
      path,
      from: start + range.from,
      to: start + range.to,
      message,
      edits:
        edits?.map(({ from, to, insert }) => ({
          path,
          from: start + from,
          to: start + to,
          insert,
        })) ?? null,
    })
  }

  private settings(kind: 'datasource' | 'generator'): void {
    const { syntax } = this.block
    if (!syntax.name) {
      const taken = new Set(this.ctx.graph.blocks.filter((b) => b.kind === kind).map((b) => b.name))
      const name = freshName(kind === 'datasource' ? 'db' : 'client', (each) => taken.has(each))
      const at = syntax.keyword.to
      this.add(syntax.keyword, `Every ${kind} has a name: write ${kind} ${name} { … }.`, [
        { from: at, to: at, insert: ` ${name}` },
      ])
    }
    for (const { name, value } of propertyNodes(syntax)) {
      if (kind === 'datasource' && name.text === 'provider' && value?.kind === 'array') {
        const first = value.items.find((item) => item.kind === 'string')
        const insert = first ? syntax.text.slice(first.from, first.to) : null
        this.add(
          value,
          'A list of providers is of early Prisma 2; a schema is for one database: write ' +
            `provider = ${insert ?? '"postgresql"'}.`,
          insert === null ? null : [{ from: value.from, to: value.to, insert }],
        )
      }
      const renamed = RENAMED[`${kind}.${name.text}`]
      if (renamed !== undefined && !this.has(renamed)) {
        this.add(name, `${name.text} is called ${renamed} now.`, [
          { from: name.from, to: name.to, insert: renamed },
        ])
      }
    }
  }

  private has(name: string): boolean {
    return this.block.properties.some((property) => property.name === name)
  }

  private prisma1(): void {
    const { syntax, kind } = this.block
    if (kind === 'type') {
      this.add(
        syntax.keyword,
        'In Prisma 1 a type was what a model is now: write model, fields without colons, ' +
          'String instead of String!, String? instead of String, and Post[] instead of [Post!]!.',
        [{ from: syntax.keyword.from, to: syntax.keyword.to, insert: 'model' }],
      )
    }
    for (const { node } of fieldPlaces(this.block)) {
      const rewritten = rewriteField(syntax, node)
      if (rewritten) this.add(node, rewritten.message, [rewritten.edit])
    }
  }

  private fields(): void {
    const { graph } = this.ctx
    for (const { field, node } of fieldPlaces(this.block)) {
      const loose = rewriteField(this.block.syntax, node)
      if (loose) {
        this.add(node, loose.message, [loose.edit])
        continue
      }
      const relation = findAttribute(node.attributes, 'relation')
      const args = relation?.args?.items ?? []
      const references = args.find(({ name }) => name?.text === 'references')
      const isOldList =
        field.arity === 'list' && field.relation?.fields === null && graph.provider !== 'mongodb'
      if (relation && references && isOldList) {
        const rest = args.filter((argument) => argument !== references)
        const texts = rest.map(({ from, to }) => this.block.syntax.text.slice(from, to))
        const before = node.attributes[node.attributes.indexOf(relation) - 1]
        const end = before?.to ?? node.type?.to ?? node.name.to
        this.add(
          relation,
          'References on both sides of a many-to-many relation are of the beta of Prisma 2; ' +
            'write the two lists alone.',
          rest.length > 0
            ? [{ from: relation.from, to: relation.to, insert: `@relation(${texts.join(', ')})` }]
            : [{ from: end, to: relation.to, insert: '' }],
        )
      }
      for (const { name } of node.attributes) this.nativeType(name)
    }
  }

  /** `@pg.Text` and `@db.text`. */
  private nativeType(name: {
    readonly text: string
    readonly from: number
    readonly to: number
  }): void {
    const { datasource, provider } = this.ctx.graph
    const dot = name.text.indexOf('.')
    if (dot < 0 || !datasource?.name) return
    const type = name.text.slice(dot + 1)
    const known = nativeTypeNames(provider).find(
      (each) => each.toLowerCase() === type.toLowerCase(),
    )
    if (known === undefined) return
    const insert = `${datasource.name}.${known}`
    if (insert === name.text) return
    this.add(
      name,
      `A native type begins with the name of the datasource and is spelt ${known}: write @${insert}.`,
      [{ from: name.from, to: name.to, insert }],
    )
  }
}

const RENAMED: Readonly<Record<string, string>> = {
  'datasource.referentialIntegrity': 'relationMode',
  'generator.experimentalFeatures': 'previewFeatures',
}
