/** For the command fuzz: whether a command on attributes did what it was asked for. */

import { expect } from 'vitest'
import type { Block, EnumValue, Field, SchemaGraph } from '@/lib/schema/graph'
import type { PartArguments } from './attribute-arguments'
import type { CommandCall } from './command-call'
import { keySpec } from './key-places'

export function expectAttributeDone(
  { command, args }: CommandCall,
  before: SchemaGraph,
  after: SchemaGraph,
): void {
  const block = (graph: SchemaGraph, id: string) => graph.blockById.get(id) as Block
  switch (command) {
    case 'setDocumentation': {
      const lines = args.text.trim().split('\n')
      const documentation = partIn(after, args).documentation.split('\n')
      const trimmed = (text: string) => text.trim()
      expect(documentation.map(trimmed)).toEqual(lines.map(trimmed))
      break
    }
    case 'setDatabaseName': {
      const part = partIn(after, args)
      expect(part.databaseName).toBe(args.name === part.name ? null : args.name)
      break
    }
    case 'setDatabaseSchema':
      for (const id of args.blockIds) {
        const { kind, databaseSchema } = block(after, id)
        if (kind === 'model' || kind === 'enum') expect(databaseSchema).toBe(args.schema)
      }
      break
    case 'setIgnored':
      expect((partIn(after, args) as Block | Field).isIgnored).toBe(args.isIgnored)
      break
    case 'setUpdatedAt':
      expect(fieldIn(after, args).isUpdatedAt).toBe(args.isUpdatedAt)
      break
    case 'setNativeType':
      expect(fieldIn(after, args).nativeType).toEqual(
        args.type && { prefix: after.datasource?.name, ...args.type },
      )
      break
    case 'addKey':
      expect(block(after, args.blockId).keys.map(keySpec)).toContainEqual(
        expect.objectContaining({ ...args.key, where: expectedWhere(args.key.where) }),
      )
      break
    case 'changeKey': {
      const { keys } = block(after, args.blockId)
      expect(keys).toHaveLength(block(before, args.blockId).keys.length)
      expect(keys.map(keySpec)).toContainEqual({
        ...args.to,
        where: expectedWhere(args.to.where),
      })
      break
    }
    case 'deleteKey':
      expect(block(after, args.blockId).keys).toHaveLength(
        block(before, args.blockId).keys.length - 1,
      )
      break
    default:
      throw new Error(`${command} is no command on attributes`)
  }
}

function expectedWhere(where: string | null): unknown {
  return where === null ? null : where.trim()
}

function partIn(graph: SchemaGraph, { blockId, memberId }: PartArguments) {
  const block = graph.blockById.get(blockId) as Block
  const members: readonly (Field | EnumValue)[] = [...block.fields, ...block.values]
  return members.find(({ id }) => id === memberId) ?? block
}

function fieldIn(graph: SchemaGraph, args: { blockId: string; fieldId: string }): Field {
  return graph.blockById.get(args.blockId)?.fields.find(({ id }) => id === args.fieldId) as Field
}
