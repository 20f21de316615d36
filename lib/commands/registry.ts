/** All commands by name, for whatever runs them by name: the store, the palette, the tests. */

import { addBackRelation } from './add-back-relation'
import { addBlock } from './add-block'
import { addEnumValue } from './add-enum-value'
import { addField } from './add-field'
import { addFieldLine } from './add-field-line'
import { addFieldsToBlocks } from './add-fields-to-blocks'
import { addForeignKey } from './add-foreign-key'
import { addKey } from './add-key'
import { addRelation } from './add-relation'
import { addSettings } from './add-settings'
import type { CommandArguments, CommandName } from './arguments'
import { backToPrisma6 } from './back-to-prisma-6'
import { changeKey } from './change-key'
import { changeRelation } from './change-relation'
import type { Command, CommandContext, CommandResult } from './command'
import { correctSpelling } from './correct-spelling'
import { declareType } from './declare-type'
import { deleteBlocks } from './delete-blocks'
import { deleteEnumValue } from './delete-enum-value'
import { deleteFields } from './delete-fields'
import { deleteKey } from './delete-key'
import { deleteRelation } from './delete-relation'
import { duplicateBlocks } from './duplicate-blocks'
import { mergeSchema } from './merge-schema'
import { modernizeSyntax } from './modernize-syntax'
import { moveBlocksToFile } from './move-blocks-to-file'
import { moveConnectionToConfig } from './move-connection-to-config'
import { moveEnumValue } from './move-enum-value'
import { moveField } from './move-field'
import { moveFieldToBlock } from './move-field-to-block'
import { nameRelations } from './name-relations'
import { pasteBlocks } from './paste-blocks'
import { reconnectRelation } from './reconnect-relation'
import { removeJoinModel } from './remove-join-model'
import { renameBlock } from './rename-block'
import { renameEnumValue } from './rename-enum-value'
import { renameField } from './rename-field'
import { renameInClient } from './rename-in-client'
import { renameToConventions } from './rename-to-conventions'
import { reverseRelation } from './reverse-relation'
import { setDatabaseName } from './set-database-name'
import { setDatabaseSchema } from './set-database-schema'
import { setDefault } from './set-default'
import { setDocumentation } from './set-documentation'
import { setFieldArity } from './set-field-arity'
import { setFieldLine } from './set-field-line'
import { setFieldType } from './set-field-type'
import { setIgnored } from './set-ignored'
import { setNativeType } from './set-native-type'
import { setProperty } from './set-property'
import { setProvider } from './set-provider'
import { setRelationKind } from './set-relation-kind'
import { setUpdatedAt } from './set-updated-at'
import { toggleId } from './toggle-id'
import { toggleUnique } from './toggle-unique'
import { upgradeToPrisma7 } from './upgrade-to-prisma-7'

/** What a command acts on, and so when it can be offered. */
export type CommandSubject = 'design' | 'block' | 'blocks' | 'field' | 'value' | 'relation'

export interface CommandEntry<Args> {
  readonly command: Command<Args>
  /** For menus and the palette. */
  readonly title: string
  readonly subject: CommandSubject
}

export const COMMANDS: {
  readonly [Name in CommandName]: CommandEntry<CommandArguments[Name]>
} = {
  addBlock: { command: addBlock, title: 'Add block', subject: 'design' },
  renameBlock: { command: renameBlock, title: 'Rename', subject: 'block' },
  deleteBlocks: { command: deleteBlocks, title: 'Delete', subject: 'blocks' },
  duplicateBlocks: { command: duplicateBlocks, title: 'Duplicate', subject: 'blocks' },
  pasteBlocks: { command: pasteBlocks, title: 'Paste', subject: 'design' },
  mergeSchema: { command: mergeSchema, title: 'Merge', subject: 'design' },
  addField: { command: addField, title: 'Add field', subject: 'block' },
  renameField: { command: renameField, title: 'Rename field', subject: 'field' },
  deleteFields: { command: deleteFields, title: 'Delete field', subject: 'field' },
  setFieldLine: { command: setFieldLine, title: 'Edit line', subject: 'field' },
  setFieldType: { command: setFieldType, title: 'Change type', subject: 'field' },
  setFieldArity: { command: setFieldArity, title: 'Change arity', subject: 'field' },
  moveField: { command: moveField, title: 'Move field', subject: 'field' },
  toggleId: { command: toggleId, title: 'Toggle @id', subject: 'field' },
  toggleUnique: { command: toggleUnique, title: 'Toggle @unique', subject: 'field' },
  setDefault: { command: setDefault, title: 'Set default value', subject: 'field' },
  addRelation: { command: addRelation, title: 'Add relation', subject: 'blocks' },
  deleteRelation: { command: deleteRelation, title: 'Delete relation', subject: 'relation' },
  addEnumValue: { command: addEnumValue, title: 'Add enum value', subject: 'block' },
  renameEnumValue: { command: renameEnumValue, title: 'Rename enum value', subject: 'value' },
  deleteEnumValue: { command: deleteEnumValue, title: 'Delete enum value', subject: 'value' },
  moveEnumValue: { command: moveEnumValue, title: 'Move enum value', subject: 'value' },
  setDocumentation: { command: setDocumentation, title: 'Set documentation', subject: 'block' },
  setDatabaseName: {
    command: setDatabaseName,
    title: 'Set name in the database',
    subject: 'block',
  },
  setDatabaseSchema: {
    command: setDatabaseSchema,
    title: 'Set database schema',
    subject: 'blocks',
  },
  setIgnored: { command: setIgnored, title: 'Ignore in Prisma Client', subject: 'block' },
  setUpdatedAt: { command: setUpdatedAt, title: 'Toggle @updatedAt', subject: 'field' },
  setNativeType: { command: setNativeType, title: 'Set native type', subject: 'field' },
  addKey: { command: addKey, title: 'Add key or index', subject: 'block' },
  changeKey: { command: changeKey, title: 'Change key or index', subject: 'block' },
  deleteKey: { command: deleteKey, title: 'Delete key or index', subject: 'block' },
  changeRelation: { command: changeRelation, title: 'Change relation', subject: 'relation' },
  setRelationKind: {
    command: setRelationKind,
    title: 'Change kind of relation',
    subject: 'relation',
  },
  reverseRelation: { command: reverseRelation, title: 'Reverse relation', subject: 'relation' },
  reconnectRelation: {
    command: reconnectRelation,
    title: 'Reconnect relation',
    subject: 'relation',
  },
  removeJoinModel: { command: removeJoinModel, title: 'Remove join model', subject: 'block' },
  moveFieldToBlock: {
    command: moveFieldToBlock,
    title: 'Move field to another block',
    subject: 'field',
  },
  setProperty: { command: setProperty, title: 'Change setting', subject: 'design' },
  addSettings: { command: addSettings, title: 'Add datasource or generator', subject: 'design' },
  setProvider: { command: setProvider, title: 'Change provider', subject: 'design' },
  moveBlocksToFile: { command: moveBlocksToFile, title: 'Move to file', subject: 'blocks' },
  addFieldsToBlocks: { command: addFieldsToBlocks, title: 'Add fields to all', subject: 'blocks' },
  addFieldLine: { command: addFieldLine, title: 'Add field', subject: 'block' },
  renameToConventions: {
    command: renameToConventions,
    title: 'Rename to Prisma’s conventions',
    subject: 'design',
  },
  renameInClient: {
    command: renameInClient,
    title: 'Rename in Prisma Client only',
    subject: 'block',
  },
  addBackRelation: { command: addBackRelation, title: 'Add back relation', subject: 'field' },
  addForeignKey: { command: addForeignKey, title: 'Add foreign key', subject: 'field' },
  declareType: { command: declareType, title: 'Declare type', subject: 'field' },
  nameRelations: { command: nameRelations, title: 'Name relations', subject: 'blocks' },
  correctSpelling: { command: correctSpelling, title: 'Correct spelling', subject: 'design' },
  modernizeSyntax: { command: modernizeSyntax, title: 'Modernize syntax', subject: 'design' },
  moveConnectionToConfig: {
    command: moveConnectionToConfig,
    title: 'Move the connection to prisma.config.ts',
    subject: 'design',
  },
  upgradeToPrisma7: { command: upgradeToPrisma7, title: 'Upgrade to Prisma 7', subject: 'design' },
  backToPrisma6: { command: backToPrisma6, title: 'Go back to Prisma 6', subject: 'design' },
}

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[]

/** Runs the command called `name`; `null` when it does not apply. */
export function runCommand<Name extends CommandName>(
  ctx: CommandContext,
  name: Name,
  args: CommandArguments[Name],
): CommandResult | null {
  return COMMANDS[name].command.run(ctx, args)
}
