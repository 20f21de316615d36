/**
 * The syntax tree of Prisma's schema language.
 *
 * A file is a sequence of items (blocks, comments, blank lines, lines that are none of these)
 * whose texts joined are the file: nothing is ever lost. An item does not know where in the file
 * it stands: every offset inside it counts from its own start, in UTF-16 code units. So an item
 * that an edit did not touch stays the same object, whatever happens before it.
 *
 * The tree always exists. Where the text is broken, nodes are missing (`null`) and the block says
 * so in its `problems`.
 */

/** Offsets from the start of the item; `to` is exclusive. */
export interface Range {
  readonly from: number
  readonly to: number
}

export interface NameNode extends Range {
  readonly text: string
}

export interface SyntaxProblem extends Range {
  readonly message: string
}

// ── Expressions ──────────────────────────────────────────────────────────────────────────────

export interface StringNode extends Range {
  readonly kind: 'string'
  /** What stands between the quotes, with the escapes as written. */
  readonly raw: string
}

export interface NumberNode extends Range {
  readonly kind: 'number'
  readonly text: string
}

/** A bare name: a field, an enum value, `true`, `Cascade`, or a dotted path. */
export interface PathNode extends Range {
  readonly kind: 'path'
  readonly text: string
}

export interface CallNode extends Range {
  readonly kind: 'call'
  readonly name: NameNode
  readonly args: ArgumentList
}

export interface ArrayNode extends Range {
  readonly kind: 'array'
  readonly items: readonly Expression[]
}

/** `{ active: true }`, in the `where` of a partial index. */
export interface ObjectNode extends Range {
  readonly kind: 'object'
  readonly entries: readonly Argument[]
}

export type Expression = StringNode | NumberNode | PathNode | CallNode | ArrayNode | ObjectNode

/** `value`, `name: value`, or while it is being typed `name:`. */
export interface Argument extends Range {
  readonly name: NameNode | null
  readonly value: Expression | null
}

/** From `(` to `)`, both included; not `closed` when the `)` is missing. */
export interface ArgumentList extends Range {
  readonly items: readonly Argument[]
  readonly closed: boolean
}

/** `@id`, `@db.VarChar(10)`, `@@index([a])`. The name is without the `@`s. */
export interface AttributeNode extends Range {
  readonly name: NameNode
  readonly args: ArgumentList | null
}

// ── Members: what stands in a block, line by line ────────────────────────────────────────────

/**
 * Members tile the body of a block: each begins where the one before ended. `lineFrom` is the
 * start of its line and `lineTo` the start of the next, so removing that range removes it whole;
 * `from` and `to` enclose what is written, without indentation and a trailing comment.
 */
interface MemberLine extends Range {
  readonly lineFrom: number
  readonly lineTo: number
}

interface DeclarationLine extends MemberLine {
  /** A comment at the end of the line, slashes included. */
  readonly comment: NameNode | null
}

export type TypeSuffix = '' | '?' | '[]' | '[]?' | '!'

export interface TypeNode extends Range {
  /** The name, `Unsupported` for `Unsupported("…")`. */
  readonly name: NameNode
  /** The database's type in `Unsupported("…")`. */
  readonly unsupported: StringNode | null
  readonly suffix: TypeSuffix
  /** Where the suffix is, or would be. */
  readonly suffixFrom: number
  /** The list syntax of Prisma 1, `[Post]`. */
  readonly legacyList: boolean
}

export interface FieldNode extends DeclarationLine {
  readonly kind: 'field'
  readonly name: NameNode
  readonly type: TypeNode | null
  readonly attributes: readonly AttributeNode[]
}

export interface EnumValueNode extends DeclarationLine {
  readonly kind: 'value'
  readonly name: NameNode
  readonly attributes: readonly AttributeNode[]
}

/** `provider = "postgresql"`, in a datasource or a generator. */
export interface PropertyNode extends DeclarationLine {
  readonly kind: 'property'
  readonly name: NameNode
  readonly value: Expression | null
}

export interface BlockAttributeNode extends DeclarationLine {
  readonly kind: 'attribute'
  readonly attribute: AttributeNode
}

export interface CommentNode extends MemberLine {
  readonly kind: 'comment'
  /** `line` is `//`, `doc` is `///`, `block` is an enclosed comment. */
  readonly style: 'line' | 'doc' | 'block'
}

/** One or more lines with nothing but white space. */
export interface BlankNode extends MemberLine {
  readonly kind: 'blank'
}

/** A line that is none of the above. */
export interface StrayNode extends MemberLine {
  readonly kind: 'stray'
}

export type MemberNode =
  | FieldNode
  | EnumValueNode
  | PropertyNode
  | BlockAttributeNode
  | CommentNode
  | BlankNode
  | StrayNode

// ── Items: what stands in a file ─────────────────────────────────────────────────────────────

export const BLOCK_KINDS = ['model', 'view', 'type', 'enum', 'datasource', 'generator'] as const

/** `unknown` is any other word before a brace; its body is kept whole, not parsed. */
export type BlockKind = (typeof BLOCK_KINDS)[number] | 'unknown'

interface ItemText {
  readonly text: string
  /**
   * How far the parser looked to know that this is the item, as an offset from its start
   * (`Infinity` when it looked beyond the end of the file). An edit at or after it cannot change
   * the item.
   */
  readonly reach: number
}

export interface BlockNode extends ItemText {
  readonly kind: 'block'
  readonly blockKind: BlockKind
  readonly keyword: NameNode
  readonly name: NameNode | null
  /** Comment lines directly above the block belong to it. */
  readonly comments: readonly CommentNode[]
  /** Offset of `{`, or `null` while it is missing. */
  readonly open: number | null
  /** Offset of `}`, or `null` while it is missing. */
  readonly close: number | null
  readonly members: readonly MemberNode[]
  readonly problems: readonly SyntaxProblem[]
}

/** Text between blocks: free comments, blank lines, lines that make no sense. */
export interface TriviaNode extends ItemText {
  readonly kind: 'comment' | 'blank' | 'stray'
}

export type ItemNode = BlockNode | TriviaNode

export interface SyntaxFile {
  readonly text: string
  readonly items: readonly ItemNode[]
  /** The offset in the file at which each item starts. */
  readonly starts: readonly number[]
}
