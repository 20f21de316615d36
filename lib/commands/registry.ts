/** All commands by name, for whatever runs them by name: the store, the palette, the tests. */

import { addBlock } from './add-block'
import { addEnumValue } from './add-enum-value'
import { addField } from './add-field'
import { addRelation } from './add-relation'
import type { CommandArguments, CommandName } from './arguments'
import type { Command, CommandContext, CommandResult } from './command'
import { deleteBlocks } from './delete-blocks'
import { deleteEnumValue } from './delete-enum-value'
import { deleteFields } from './delete-fields'
import { deleteRelation } from './delete-relation'
import { duplicateBlocks } from './duplicate-blocks'
import { moveEnumValue } from './move-enum-value'
import { moveField } from './move-field'
import { pasteBlocks } from './paste-blocks'
import { renameBlock } from './rename-block'
import { renameEnumValue } from './rename-enum-value'
import { renameField } from './rename-field'
import { setDefault } from './set-default'
import { setFieldArity } from './set-field-arity'
import { setFieldType } from './set-field-type'
import { toggleId } from './toggle-id'
import { toggleUnique } from './toggle-unique'

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
  addField: { command: addField, title: 'Add field', subject: 'block' },
  renameField: { command: renameField, title: 'Rename field', subject: 'field' },
  deleteFields: { command: deleteFields, title: 'Delete field', subject: 'field' },
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
