/** What the commands are told that mend a schema, or bring it to another version. See `arguments.ts`. */

import type { ConnectionSettings } from '@/lib/schema/connection'
import type { BlockId, FieldId } from '@/lib/schema/graph'

/** Adds the field on the other side of a relation field that has none. */
export interface AddBackRelationArguments {
  readonly blockId: BlockId
  readonly fieldId: FieldId
  /** What a list becomes. Default: one-to-many, with the foreign key on the new side. */
  readonly kind?: 'one-to-many' | 'many-to-many'
}

/** Gives a relation field what is missing of its foreign key. */
export interface AddForeignKeyArguments {
  readonly blockId: BlockId
  readonly fieldId: FieldId
}

/** Declares the type that a field has and that nothing is called. */
export interface DeclareTypeArguments {
  readonly blockId: BlockId
  readonly fieldId: FieldId
  readonly kind: 'model' | 'enum'
}

/** Gives names to the relations between two models, or of one with itself, that have the same. */
export interface NameRelationsArguments {
  readonly blockId: BlockId
  readonly otherId: BlockId
}

/** Replaces a word that means nothing where it stands by one that does. */
export interface CorrectSpellingArguments {
  readonly path: string
  /** Where the word stands, in UTF-16 code units of the file's text. */
  readonly from: number
  readonly to: number
  readonly word: string
}

export interface BackToPrisma6Arguments {
  /** As `prisma.config.ts` has it. Default: what the design keeps of that, or `env("DATABASE_URL")`. */
  readonly connection?: ConnectionSettings
}

/** Writes old syntax anew. */
export interface ModernizeSyntaxArguments {
  /** `null` for the whole schema. */
  readonly blockId: BlockId | null
}

/** For commands that need to be told nothing. */
export type NoArguments = Readonly<Record<never, never>>
