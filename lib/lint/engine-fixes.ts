/** The messages of Prisma's engine for which there are fixes, by what is the same in all of them. */

import { DEFAULT_URL } from '@/lib/commands/back-to-prisma-6'
import type { CommandContext } from '@/lib/commands/command'
import type { CommandCall } from '@/lib/commands/command-call'
import { fieldNamed } from '@/lib/commands/lookup'
import { featuresFor } from '@/lib/commands/preview-features'
import { idLine } from '@/lib/commands/providers'
import { quoteString, type Value } from '@/lib/schema/value'
import { blockAt, fieldAt, spellings } from './engine-places'
import { oldSyntaxAt } from './old-syntax-findings'
import type { EngineFinding, QuickFix } from './quick-fixes'
import { indexOf } from './rules/foreign-key-without-index'

interface Fixer {
  readonly pattern: RegExp
  fixes(ctx: CommandContext, finding: EngineFinding, match: RegExpExecArray): QuickFix[]
}

export const FIXERS: readonly Fixer[] = [
  {
    pattern: /is missing an opposite relation field on the model `(\w+)`/,
    fixes(ctx, finding, [, target]) {
      const place = fieldAt(ctx, finding)
      if (!place) return []
      const args = { blockId: place.block.id, fieldId: place.field.id }
      const isList = place.field.arity === 'list'
      return [
        preferred(
          { command: 'addBackRelation', args },
          `Add the missing field to ${target}${isList ? ', with a foreign key' : ''}`,
        ),
        ...(isList
          ? [
              offer(
                { command: 'addBackRelation', args: { ...args, kind: 'many-to-many' } },
                `Add a list to ${target}, for a many-to-many relation`,
              ),
            ]
          : []),
      ]
    },
  },
  {
    pattern:
      /must specify the `(?:fields|references)` argument|do not provide the `(?:fields|references)` argument|argument fields must refer only to existing fields/,
    fixes(ctx, finding) {
      const place = fieldAt(ctx, finding)
      if (!place) return []
      const fix = { blockId: place.block.id, fieldId: place.field.id }
      return [
        ...spellings(ctx, finding).map((spelling) => ({ ...spelling, isPreferred: false })),
        preferred(
          { command: 'addForeignKey', args: fix },
          `Add the foreign key of ${place.block.name}.${place.field.name}`,
        ),
      ]
    },
  },
  {
    pattern: /A one-to-one relation must use unique fields on the defining side/,
    fixes(ctx, finding) {
      const place = fieldAt(ctx, finding)
      const keys = place?.field.relation?.fields ?? []
      const relation = ctx.graph.relations.find(({ from }) => from.fieldId === place?.field.id)
      if (!place || keys.length === 0) return []
      const { block } = place
      const single = keys.length === 1 ? fieldNamed(block, keys[0] ?? '') : null
      const unique: CommandCall = single
        ? { command: 'toggleUnique', args: { blockId: block.id, fieldId: single.field.id } }
        : {
            command: 'addKey',
            args: { blockId: block.id, key: { ...indexOf(keys), kind: 'unique' } },
          }
      return [
        preferred(
          unique,
          single ? `Add @unique to ${keys[0]}` : `Add @@unique([${keys.join(', ')}])`,
        ),
        ...(relation
          ? [
              offer(
                {
                  command: 'setRelationKind',
                  args: { relationId: relation.id, kind: 'one-to-many' },
                },
                'Make it one-to-many',
              ),
            ]
          : []),
      ]
    },
  },
  {
    pattern: /is required\. This is not valid because it's not possible to enforce/,
    fixes(ctx, finding) {
      const place = fieldAt(ctx, finding)
      if (!place) return []
      const args = { blockId: place.block.id, fieldId: place.field.id, arity: 'optional' as const }
      return [preferred({ command: 'setFieldArity', args }, `Make ${place.field.name} optional`)]
    },
  },
  {
    pattern: /With `relationMode = "prisma"`, no foreign keys are used/,
    fixes(ctx, finding) {
      const place = fieldAt(ctx, finding)
      const keys = place?.field.relation?.fields ?? []
      if (!place || keys.length === 0) return []
      const args = { blockId: place.block.id, key: indexOf(keys) }
      return [preferred({ command: 'addKey', args }, `Add @@index([${keys.join(', ')}])`)]
    },
  },
  {
    pattern: /property `\w+` is no longer supported in schema files/,
    fixes: () => [
      preferred(
        { command: 'moveConnectionToConfig', args: {} },
        'Move the connection to prisma.config.ts',
      ),
      offer({ command: 'upgradeToPrisma7', args: {} }, 'Upgrade the whole schema to Prisma 7'),
    ],
  },
  {
    pattern: /Argument "url" is missing in data source block/,
    fixes(ctx, finding) {
      const block = blockAt(ctx, finding)
      if (block?.kind !== 'datasource') return []
      const value = ctx.connection?.url ?? DEFAULT_URL
      const args = { blockId: block.id, name: 'url', value }
      return [
        preferred({ command: 'setProperty', args }, `Add url = ${value}`),
        offer({ command: 'backToPrisma6', args: {} }, 'Bring the whole schema back to Prisma 6'),
      ]
    },
  },
  {
    pattern: /Type "(.+)" is neither a built-in type/,
    fixes(ctx, finding, [, name]) {
      const place = fieldAt(ctx, finding)
      const words = spellings(ctx, finding)
      if (!place) return words
      const args = { blockId: place.block.id, fieldId: place.field.id }
      const isNew = words.length === 0
      const hasNamedDefault = place.field.default?.kind === 'name'
      const model: QuickFix = {
        command: 'declareType',
        args: { ...args, kind: 'model' },
        label: `Create the model ${name}`,
        isPreferred: isNew && !hasNamedDefault,
      }
      const enumeration: QuickFix = {
        command: 'declareType',
        args: { ...args, kind: 'enum' },
        label: `Create the enum ${name}`,
        isPreferred: isNew && hasNamedDefault,
      }
      return [...words, ...(hasNamedDefault ? [enumeration, model] : [model, enumeration])]
    },
  },
  {
    pattern: /Ambiguous (?:self )?relation detected\..* refer to `(\w+)`/,
    fixes(ctx, finding, [, target = '']) {
      const block = blockAt(ctx, finding)
      const other = ctx.graph.blockByName.get(target)
      if (!block || !other) return []
      const args = { blockId: block.id, otherId: other.id }
      return [preferred({ command: 'nameRelations', args }, 'Give each relation a name of its own')]
    },
  },
  {
    pattern:
      /Attribute not known|Unknown function in @default|refers to the unknown fields|must refer only to existing fields in the related model|Native type \w+ is not supported|Property not known|Datasource provider not known|Invalid referential action|No such argument|is not a valid value of the enum|Expected one of: Asc, Desc|Unknown index type|Argument "\w+" is missing in generator/,
    fixes: spellings,
  },
  {
    pattern:
      /Preview feature "\w+" is deprecated|preview feature "\w+" (?:is not known|has been renamed)/,
    fixes(ctx, finding) {
      const block = blockAt(ctx, finding)
      const value = block?.properties.find(({ name }) => name === 'previewFeatures')?.value
      if (!block || !value) return []
      const named = /eature "(\w+)"/.exec(finding.message)?.[1] ?? ''
      const features = textsIn(value)
      const renamed = finding.message.includes('has been renamed')
        ? featuresFor(7, ctx.graph.provider, [named]).kept
        : []
      const kept = features.flatMap((feature) => (feature === named ? renamed : [feature]))
      const list = kept.length > 0 ? `[${kept.map(quoteString).join(', ')}]` : null
      return [
        preferred(
          {
            command: 'setProperty',
            args: { blockId: block.id, name: 'previewFeatures', value: list },
          },
          renamed.length > 0 ? `Change ${named} to ${renamed.join()}` : `Remove ${named}`,
        ),
      ]
    },
  },
  {
    pattern: /An enum must have at least one value/,
    fixes(ctx, finding) {
      const block = blockAt(ctx, finding)
      if (block?.kind !== 'enum') return []
      const args = { blockId: block.id, name: 'VALUE' }
      return [preferred({ command: 'addEnumValue', args }, 'Add a value')]
    },
  },
  {
    pattern: /Each model must have at least one unique criteria/,
    fixes(ctx, finding) {
      const block = blockAt(ctx, finding)
      if (!block) return []
      const id = block.fields.find(({ name }) => name === 'id')
      if (id) {
        const args = { blockId: block.id, fieldId: id.id }
        return [preferred({ command: 'toggleId', args }, 'Make id the primary key')]
      }
      const line = idLine(ctx.graph)
      const args = { blockId: block.id, line, after: null }
      return [preferred({ command: 'addFieldLine', args }, `Add ${line}`)]
    },
  },
  {
    pattern: /is missing an `@@schema` attribute/,
    fixes(ctx, finding) {
      const block = blockAt(ctx, finding)
      const listed = ctx.graph.datasource?.properties.find(({ name }) => name === 'schemas')?.value
      if (!block || !listed) return []
      return textsIn(listed).map((schema, index) => ({
        command: 'setDatabaseSchema',
        args: { blockIds: [block.id], schema },
        label: `Add @@schema(${quoteString(schema)})`,
        isPreferred: index === 0,
      }))
    },
  },
  {
    pattern: /./,
    fixes: modernFixes,
  },
]

/** Where the finding is at old syntax, whatever the engine says of it. */
function modernFixes(ctx: CommandContext, finding: EngineFinding): QuickFix[] {
  const fixes = oldSyntaxAt(ctx, finding)?.fixes ?? []
  return fixes.map((fix, index) => ({ ...fix, isPreferred: index === 0 }))
}

function textsIn(value: Value): string[] {
  const items = value.kind === 'list' ? value.items : [value]
  return items.flatMap((item) => (item.kind === 'string' ? [item.value] : []))
}

function preferred(call: CommandCall, label: string): QuickFix {
  return { ...call, label, isPreferred: true }
}

function offer(call: CommandCall, label: string): QuickFix {
  return { ...call, label, isPreferred: false }
}
